import type { Bilingual } from '#sim/errors';

/** Every sentence that stands anywhere in a record of words. */
export function* bilingualsIn(words: unknown): Generator<Bilingual> {
  if (typeof words !== 'object' || words === null) return;
  if ('ja' in words && typeof words.ja === 'string') yield words as Bilingual;
  else for (const value of Object.values(words)) yield* bilingualsIn(value);
}
