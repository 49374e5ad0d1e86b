import type { Bilingual } from '#sim/errors';

/** A file to try one's own programs with; made from a seed, the same bytes each time. */
export interface Sample {
  /** With its folder: `rosters/good-utf-8.csv`. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** What it is, one sentence without its final stop. */
  readonly title: Bilingual;
}
