/** A committed file that is made from the code; never edited by hand. */
export interface Generator {
  /** From the root of the project. */
  readonly file: string;
  make(): string | Promise<string>;
}
