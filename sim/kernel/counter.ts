import type { Store } from './store.ts';

export const counterTable = 'CREATE TABLE counter (name TEXT PRIMARY KEY, n INTEGER NOT NULL) STRICT, WITHOUT ROWID;';

/** Counts up a named row and returns the new number: 1, 2, 3 ... */
export function countUp(store: Store, name: string): number {
  // Faster than one statement with RETURNING.
  const n = (store.get<{ n: number }>('SELECT n FROM counter WHERE name = ?', name)?.n ?? 0) + 1;
  store.run('INSERT OR REPLACE INTO counter (name, n) VALUES (?, ?)', name, n);
  return n;
}
