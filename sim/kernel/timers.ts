import type { Instant } from './instant.ts';
import type { Json } from './json.ts';
import type { Store } from './store.ts';

/** What shall happen at a later instant, as kind and payload; a module's handler of that kind does it. */
export interface Timers {
  /** Returns the timer's id. Only inside a command. */
  schedule(kind: string, dueAt: Instant, payload: Json): number;
  /** True when the timer was still waiting. Only inside a command. */
  cancel(timer: number): boolean;
}

export interface DueTimer {
  readonly id: number;
  readonly dueAt: Instant;
  readonly kind: string;
  readonly payload: string;
}

export const timerTable = `
  CREATE TABLE timer (
    id INTEGER PRIMARY KEY AUTOINCREMENT, due_at INTEGER NOT NULL, kind TEXT NOT NULL, payload TEXT NOT NULL
  ) STRICT;
  CREATE INDEX timer_due ON timer (due_at, id);`;

export function createTimers(store: Store): Timers {
  return {
    schedule(kind, dueAt, payload) {
      const row = JSON.stringify(payload);
      return store.insert('INSERT INTO timer (due_at, kind, payload) VALUES (?, ?, ?)', dueAt, kind, row);
    },
    cancel: (timer) => store.run('DELETE FROM timer WHERE id = ?', timer) === 1,
  };
}

/** The earliest timer due at or before `at`; timers of one instant come in the order they were set. */
export function nextTimer(store: Store, at: Instant): DueTimer | undefined {
  return store.get<DueTimer>(
    'SELECT id, due_at AS dueAt, kind, payload FROM timer WHERE due_at <= ? ORDER BY due_at, id LIMIT 1',
    at,
  );
}
