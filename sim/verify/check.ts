import type { Bilingual } from '../errors/index.ts';

/** What a check is called, and what asks for it: a URL, or a clause such as "OB 3.0 §8.2.2". */
export interface CheckName {
  readonly id: string;
  readonly clause: string;
}

/** What one named check found. `code` says why it is not valid. */
export interface Check extends CheckName {
  readonly valid: boolean;
  readonly code?: string;
  readonly sentence: Bilingual;
  /** What was computed on the way, by name; for who compares with another verifier. */
  readonly hashes?: Readonly<Record<string, string>>;
}

/**
 * A check that was not made, which is neither valid nor failed. `unknown`: it should be made, and cannot be here and now
 * (nobody to ask, no network). `not-applicable`: there is nothing to check, or nobody asked for it.
 */
export interface SkippedCheck extends CheckName {
  readonly skipped: 'unknown' | 'not-applicable';
  readonly code?: string;
  readonly sentence: Bilingual;
}

/** Told apart by the member `valid`, which only a check that was made has. */
export type BadgeCheck = Check | SkippedCheck;

export function holds({ id, clause }: CheckName, sentence: Bilingual, hashes?: Check['hashes']): Check {
  return { id, valid: true, clause, sentence, ...(hashes !== undefined && { hashes }) };
}

export function fails({ id, clause }: CheckName, code: string, sentence: Bilingual): Check {
  return { id, valid: false, code, clause, sentence };
}

export function unknown({ id, clause }: CheckName, code: string, sentence: Bilingual): SkippedCheck {
  return { id, skipped: 'unknown', code, clause, sentence };
}

export function notApplicable({ id, clause }: CheckName, sentence: Bilingual): SkippedCheck {
  return { id, skipped: 'not-applicable', clause, sentence };
}

export function hasFailed(check: BadgeCheck): boolean {
  return 'valid' in check && !check.valid;
}

export function isUnknown(check: BadgeCheck): boolean {
  return 'skipped' in check && check.skipped === 'unknown';
}
