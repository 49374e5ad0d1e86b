import type { TSchema } from 'typebox';
import type { Bilingual } from '../errors/index.ts';

/** Something that can go wrong, as a scenario injects and heals it; one file each. */
export interface Fault {
  readonly id: string;
  readonly description: Bilingual;
  /** What a fault needs to know beyond its name. */
  readonly value: TSchema;
  sentence(value: FaultValue): Bilingual;
}

export type FaultValue = { readonly [name: string]: string | number | boolean };
