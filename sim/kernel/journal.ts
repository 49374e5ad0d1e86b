import type { Blobs } from './blobs.ts';
import type { Payload } from './command.ts';
import type { Json } from './json.ts';
import type { Seal } from './seal.ts';
import type { Store } from './store.ts';

/** One command that the world was given, as it is written down. */
export interface JournalEntry {
  readonly seq: number;
  readonly command: string;
  readonly payload: { readonly [key: string]: Json | undefined };
  /** Members of the payload that are bytes, as base64. */
  readonly bytes?: { readonly [key: string]: string };
}

/** The commands of a world in their order. What leaves it has its secrets sealed. */
export interface Journal {
  /** Returns the payload as a replay of the entry gives it. */
  append(command: string, payload: Payload): Payload;
  /** The entries as they may be written down elsewhere: secrets sealed. */
  entries(): JournalEntry[];
  /** An entry's payload with its secrets open again. */
  open(entry: JournalEntry): Payload;
  /** Drops every entry but the last, which keeps the count. Only inside a command. */
  forget(): void;
}

/** `blobs` is JSON: by member of the payload, the number of its bytes. */
export const journalTable =
  'CREATE TABLE journal (seq INTEGER PRIMARY KEY, command TEXT NOT NULL, payload TEXT NOT NULL, blobs TEXT) STRICT;';

interface Row {
  readonly seq: number;
  readonly command: string;
  readonly payload: string;
  readonly blobs: string | null;
}

/** One nonce for each secret of each entry: an entry has at most 16. */
const nonceOf = (seq: number, index: number): number => seq * 16 + index;

/** `secretsOf` names the secret members of a command's payload. */
export function createJournal(
  store: Store,
  blobs: Blobs,
  seal: Seal,
  secretsOf: (command: string) => readonly string[],
): Journal {
  const each = (
    { seq, command, payload }: JournalEntry,
    change: (text: string, nonce: number) => string,
  ): JournalEntry['payload'] => {
    const secrets = secretsOf(command);
    if (secrets.length === 0) return payload;
    const changed: { [key: string]: Json | undefined } = { ...payload };
    secrets.forEach((name, index) => {
      const value = payload[name];
      if (typeof value === 'string') changed[name] = change(value, nonceOf(seq, index));
    });
    return changed;
  };
  const numbersOf = ({ blobs: text }: Row): [string, number][] =>
    text === null ? [] : Object.entries(JSON.parse(text) as Record<string, number>);
  const rows = (): Row[] => store.all<Row>('SELECT * FROM journal ORDER BY seq');
  return {
    append(command, payload) {
      const { json, bytes } = parted(payload);
      const text = JSON.stringify(json);
      const kept = Object.entries(bytes).map(([name, given]) => [name, blobs.keep(given)] as const);
      const numbers = kept.length === 0 ? null : JSON.stringify(Object.fromEntries(kept));
      store.insert('INSERT INTO journal (command, payload, blobs) VALUES (?, ?, ?)', command, text, numbers);
      return { ...(JSON.parse(text) as Payload), ...bytes };
    },
    entries: () =>
      rows().map((row) => {
        const entry = { seq: row.seq, command: row.command, payload: JSON.parse(row.payload) };
        const bytes = numbersOf(row).map(([name, blob]) => [name, blobs.bytesOf(blob).toString('base64')]);
        return {
          ...entry,
          payload: each(entry, seal.seal),
          ...(bytes.length > 0 && { bytes: Object.fromEntries(bytes) }),
        };
      }),
    open: (entry) => ({
      ...each(entry, seal.unseal),
      ...Object.fromEntries(
        Object.entries(entry.bytes ?? {}).map(([name, text]) => [name, Buffer.from(text, 'base64')]),
      ),
    }),
    forget() {
      for (const row of rows().slice(0, -1)) {
        for (const [, blob] of numbersOf(row)) blobs.release(blob);
        store.run('DELETE FROM journal WHERE seq = ?', row.seq);
      }
    },
  };
}

/** The members of a payload that are JSON, and those that are bytes. */
function parted(payload: Payload) {
  const entries = Object.entries(payload);
  if (!entries.some(([, value]) => value instanceof Uint8Array)) {
    return { json: payload as JournalEntry['payload'], bytes: {} };
  }
  return {
    json: Object.fromEntries(entries.filter(([, value]) => !(value instanceof Uint8Array))),
    bytes: Object.fromEntries(entries.filter(([, value]) => value instanceof Uint8Array)) as Record<string, Uint8Array>,
  };
}
