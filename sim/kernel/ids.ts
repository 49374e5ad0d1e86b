import { countUp } from './counter.ts';
import type { Store } from './store.ts';

/** Counting ids, so that a golden file reads `msg_0007`. Only inside a command. */
export interface Ids {
  next<Prefix extends string>(prefix: Prefix): `${Prefix}_${string}`;
}

export function createIds(store: Store): Ids {
  return { next: (prefix) => `${prefix}_${String(countUp(store, `id/${prefix}`)).padStart(4, '0')}` };
}
