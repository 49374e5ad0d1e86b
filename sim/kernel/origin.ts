import type { Instant } from './instant.ts';
import type { Json } from './json.ts';

/** What a world starts from; with the journal, all there is to know about it. */
export interface Origin {
  readonly seed: number;
  readonly startsAt: Instant;
  readonly limits: Limits;
  /** By module: what differs from the defaults. */
  readonly parameters: { readonly [module: string]: { readonly [name: string]: Json } };
}

/** How far a run may go before it ends with an error instead of running on. */
export interface Limits {
  readonly timeMs: number;
  readonly events: number;
}

export const defaultLimits: Limits = { timeMs: 3 * 366 * 86_400_000, events: 200_000 };
