import { ServiceError } from '../errors/index.ts';
import { formatInstant, type Instant } from './instant.ts';
import type { Json } from './json.ts';
import type { Store } from './store.ts';

/** One line of the event log; the types and what they carry are the union of `sim/events`. */
export interface LogEntry {
  readonly v: 1;
  readonly seq: number;
  readonly at: string;
  readonly type: string;
  readonly data: Json;
}

export interface Log {
  /** Only inside a command. Throws ServiceError `event-limit`. */
  append(type: string, data: Json): void;
  /** The entries after `seq`, in order; 0 reads all. */
  after(seq: number): LogEntry[];
  /** Drops every entry but the last, which keeps the count. Only inside a command. */
  forget(): void;
  readonly length: number;
}

export const eventTable =
  'CREATE TABLE event (seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, type TEXT NOT NULL, data TEXT NOT NULL) STRICT;';

export function createLog(store: Store, now: () => Instant, limit: number): Log {
  const length = (): number => store.get<{ n: number }>('SELECT coalesce(max(seq), 0) AS n FROM event')?.n ?? 0;
  return {
    append(type, data) {
      const seq = store.insert(
        'INSERT INTO event (at, type, data) VALUES (?, ?, ?)',
        now(),
        type,
        JSON.stringify(data),
      );
      if (seq > limit) throw new ServiceError('event-limit', { limit, at: formatInstant(now()) });
    },
    after: (seq) =>
      store
        .all<{ seq: number; at: number; type: string; data: string }>(
          'SELECT * FROM event WHERE seq > ? ORDER BY seq',
          seq,
        )
        .map((row) => ({
          v: 1,
          seq: row.seq,
          at: formatInstant(row.at),
          type: row.type,
          data: JSON.parse(row.data) as Json,
        })),
    forget() {
      store.run('DELETE FROM event WHERE seq < ?', length());
    },
    get length() {
      return length();
    },
  };
}
