import type { Store } from './store.ts';

export const counterTable = 'CREATE TABLE counter (name TEXT PRIMARY KEY, n INTEGER NOT NULL) STRICT, WITHOUT ROWID;';

/** Counts up a named row and returns the new number: 1, 2, 3 ... */
export function countUp(store: Store, name: string): number {
  const row = store.get<{ n: number }>('SELECT n FROM counter WHERE name = ?', name);
  const n = (row?.n ?? 0) + 1;
  if (row === undefined) store.run('INSERT INTO counter (name, n) VALUES (?, 1)', name);
  else store.run('UPDATE counter SET n = ? WHERE name = ?', n, name);
  return n;
}
