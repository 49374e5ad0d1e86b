/** A browser that can be started, and the folder of libraries that it brings along. */
export interface ChromiumProgram {
  readonly executable: string;
  readonly libraries?: string;
}
