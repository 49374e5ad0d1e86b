import type { Bilingual, Parameters } from '#sim/errors';
import type { Letter } from './letter.ts';

/** `error`: it will not arrive, or not be read. `warning`: for some receivers. `notice`: to know before sending. */
export type Severity = 'error' | 'warning' | 'notice';

/** One thing that is looked for in a mail. */
export interface LintRule {
  readonly rule: string;
  readonly severity: Severity;
  /** What was found; `{…}` are the parameters of a find. */
  readonly found: Bilingual;
  readonly advice: Bilingual;
  /** Where it is known from; `assumption: …` when no source was found. */
  readonly source: string;
  /** The parameters of every place where it was found; none when the mail is right. */
  find(letter: Letter): readonly Parameters[];
}

/** For a rule that only says yes or no. */
export function when(isFound: boolean, words: Parameters = {}): readonly Parameters[] {
  return isFound ? [words] : [];
}
