import type { Payload } from './command.ts';
import type { Seal } from './seal.ts';
import type { Store } from './store.ts';

/** One command that the world was given, as it is written down. */
export interface JournalEntry {
  readonly seq: number;
  readonly command: string;
  readonly payload: Payload;
}

/** The commands of a world in their order. What leaves it has its secrets sealed. */
export interface Journal {
  /** `payload` as JSON text. */
  append(command: string, payload: string): void;
  /** The entries as they may be written down elsewhere: secrets sealed. */
  entries(): JournalEntry[];
  /** An entry's payload with its secrets open again. */
  open(entry: JournalEntry): Payload;
}

export const journalTable =
  'CREATE TABLE journal (seq INTEGER PRIMARY KEY, command TEXT NOT NULL, payload TEXT NOT NULL) STRICT;';

/** One nonce for each secret of each entry: an entry has at most 16. */
const nonceOf = (seq: number, index: number): number => seq * 16 + index;

/** `secretsOf` names the secret members of a command's payload. */
export function createJournal(store: Store, seal: Seal, secretsOf: (command: string) => readonly string[]): Journal {
  const each = (entry: JournalEntry, change: (text: string, nonce: number) => string): Payload => {
    const secrets = secretsOf(entry.command);
    if (secrets.length === 0) return entry.payload;
    const changed: { [key: string]: Payload[string] } = { ...entry.payload };
    secrets.forEach((name, index) => {
      const value = entry.payload[name];
      if (typeof value === 'string') changed[name] = change(value, nonceOf(entry.seq, index));
    });
    return changed;
  };
  return {
    append(command, payload) {
      store.insert('INSERT INTO journal (command, payload) VALUES (?, ?)', command, payload);
    },
    entries: () =>
      store
        .all<{ seq: number; command: string; payload: string }>('SELECT * FROM journal ORDER BY seq')
        .map((row) => ({ seq: row.seq, command: row.command, payload: JSON.parse(row.payload) as Payload }))
        .map((entry) => ({ ...entry, payload: each(entry, seal.seal) })),
    open: (entry) => each(entry, seal.unseal),
  };
}
