import type { Payload } from './command.ts';
import type { Seal } from './seal.ts';
import type { Store } from './store.ts';

/** One command that the world was given, as it is written down. */
export interface JournalEntry {
  readonly seq: number;
  readonly command: string;
  readonly payload: Payload;
}

export interface Journal {
  append(command: string, payload: Payload, secrets: readonly string[]): void;
  /** The entries as they stand, secrets sealed. */
  entries(): JournalEntry[];
  /** An entry's payload with its secrets open again. */
  open(entry: JournalEntry, secrets: readonly string[]): Payload;
}

export const journalTable =
  'CREATE TABLE journal (seq INTEGER PRIMARY KEY, command TEXT NOT NULL, payload TEXT NOT NULL) STRICT;';

/** One nonce for each secret of each entry: an entry has at most 16. */
const nonceOf = (seq: number, index: number): number => seq * 16 + index;

export function createJournal(store: Store, seal: Seal): Journal {
  const each = (
    payload: Payload,
    secrets: readonly string[],
    change: (text: string, index: number) => string,
  ): Payload => {
    if (secrets.length === 0) return payload;
    const changed: { [key: string]: Payload[string] } = { ...payload };
    secrets.forEach((name, index) => {
      const value = payload[name];
      if (typeof value === 'string') changed[name] = change(value, index);
    });
    return changed;
  };
  return {
    append(command, payload, secrets) {
      const seq = (store.get<{ n: number }>('SELECT coalesce(max(seq), 0) AS n FROM journal')?.n ?? 0) + 1;
      const sealed = each(payload, secrets, (text, index) => seal.seal(text, nonceOf(seq, index)));
      store.run('INSERT INTO journal (seq, command, payload) VALUES (?, ?, ?)', seq, command, JSON.stringify(sealed));
    },
    entries: () =>
      store
        .all<{ seq: number; command: string; payload: string }>('SELECT * FROM journal ORDER BY seq')
        .map((row) => ({ seq: row.seq, command: row.command, payload: JSON.parse(row.payload) as Payload })),
    open: (entry, secrets) =>
      each(entry.payload, secrets, (text, index) => seal.unseal(text, nonceOf(entry.seq, index))),
  };
}
