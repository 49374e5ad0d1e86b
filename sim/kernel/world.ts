import type { Blobs } from './blobs.ts';
import type { Ids } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Json } from './json.ts';
import type { Keys } from './keys.ts';
import type { Log } from './log.ts';
import type { Origins } from './origins.ts';
import type { Random } from './random.ts';
import type { Store } from './store.ts';
import type { Timers } from './timers.ts';

export interface Clock {
  now(): Instant;
}

/** Everything that can vary, in one place; services take the slice they need as their first argument. */
export interface World {
  readonly seed: number;
  readonly origins: Origins;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  readonly ids: Ids;
  readonly keys: Keys;
  readonly log: Log;
  readonly blobs: Blobs;
  readonly store: Store;
  /** A module's parameters: its defaults, with what this world was made to differ in. */
  parameters<Values extends { readonly [name: string]: Json }>(module: string, defaults: Values): Values;
}
