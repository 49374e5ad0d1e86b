import type { Store } from './store.ts';

export const counterTable = 'CREATE TABLE counter (name TEXT PRIMARY KEY, n INTEGER NOT NULL) STRICT, WITHOUT ROWID;';

/** Counts up a named row and returns the new number: 1, 2, 3 ... */
export function countUp(store: Store, name: string): number {
  return store.returning<{ n: number }>(
    'INSERT INTO counter (name, n) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET n = n + 1 RETURNING n',
    name,
  ).n;
}
