import type { TSchema } from 'typebox';
import type { Bilingual } from '../errors/index.ts';

/** Something that can go wrong, as a scenario injects and heals it; one file each. */
export interface Fault {
  readonly id: string;
  readonly description: Bilingual;
  /** What its end is, a sentence without its final stop. */
  readonly healed: Bilingual;
  /** What a fault needs to know beyond its name. */
  readonly value: TSchema;
  /** Its beginning, a sentence without its final stop. */
  sentence(value: FaultValue): Bilingual;
}

export type FaultValue = { readonly [name: string]: string | number | boolean };
