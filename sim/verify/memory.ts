import type { Instant, Json, World } from '../kernel/index.ts';

export const memoryTable = `
  CREATE TABLE verify_memory (
    verifier TEXT NOT NULL, url TEXT NOT NULL, body TEXT NOT NULL, fetched_at INTEGER NOT NULL, PRIMARY KEY (verifier, url)
  ) STRICT, WITHOUT ROWID;`;

/** What a look-up brought; `body` is null when there is no such thing any more. */
export type Learnt = { readonly url: string; readonly body: Json; readonly fetchedAt: Instant };

export interface Remembered {
  readonly body: unknown;
  readonly fetchedAt: Instant;
}

export function recall(world: World, verifier: string, url: string): Remembered | undefined {
  const row = world.store.get<{ body: string; fetched_at: number }>(
    'SELECT body, fetched_at FROM verify_memory WHERE verifier = ? AND url = ?',
    verifier,
    url,
  );
  return row === undefined ? undefined : { body: JSON.parse(row.body) as unknown, fetchedAt: row.fetched_at };
}

/** Only inside a command. */
export function remember(world: World, verifier: string, learnt: readonly Learnt[]): void {
  for (const { url, body, fetchedAt } of learnt) {
    if (body === null) world.store.run('DELETE FROM verify_memory WHERE verifier = ? AND url = ?', verifier, url);
    else {
      world.store.run(
        'INSERT OR REPLACE INTO verify_memory (verifier, url, body, fetched_at) VALUES (?, ?, ?, ?)',
        verifier,
        url,
        JSON.stringify(body),
        fetchedAt,
      );
    }
  }
}
