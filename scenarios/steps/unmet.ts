import type { Bilingual } from '#sim/errors';

/** Something that a scenario expects did not come about: not an error of the system but the finding of a run. */
export class Unmet extends Error {
  readonly surface: string;
  readonly expected: Bilingual;
  readonly actual: Bilingual;

  constructor(surface: string, expected: Bilingual, actual: Bilingual) {
    super(`${surface}: expected ${expected.en}; ${actual.en}`);
    this.name = 'Unmet';
    this.surface = surface;
    this.expected = expected;
    this.actual = actual;
  }
}
