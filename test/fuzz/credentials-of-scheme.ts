/** Header values of `authorization`. */
export interface Credentials {
  readonly right: readonly string[];
  /** Of somebody else, or of somebody who had it once: good somewhere, and not here. */
  readonly wrong: readonly string[];
}
