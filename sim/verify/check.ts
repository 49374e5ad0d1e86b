import type { Bilingual } from '../errors/index.ts';

/** What one named check found. `code` says why it is not valid. */
export interface Check {
  readonly id: string;
  readonly valid: boolean;
  readonly code?: string;
  readonly sentence: Bilingual;
}

export function holds(id: string, sentence: Bilingual): Check {
  return { id, valid: true, sentence };
}

export function fails(id: string, code: string, sentence: Bilingual): Check {
  return { id, valid: false, code, sentence };
}
