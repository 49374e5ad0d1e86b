import { emit } from '#sim/events';
import type { Instant, World } from '#sim/kernel';
import { removeCaptured } from './captured-message.ts';

/** A message as it came in: one, however many addresses took it. */
export interface Arrival {
  /** Counts up with every capture: what came later has more. */
  readonly seq: number;
  readonly message: string;
  readonly kind: string;
  readonly about?: string;
  readonly reversePath: string;
  readonly forwardPaths: readonly string[];
  readonly receivedAt: Instant;
  /** One capture for each forward-path, in the same order; those that were thrown away on arrival too. */
  readonly captured: readonly string[];
}

interface ArrivalRow {
  readonly seq: number;
  readonly message: string;
  readonly kind: string;
  readonly about: string | null;
  readonly reversePath: string;
  readonly receivedAt: number;
  readonly taken: string;
}

/** `cap_0012` is the twelfth, and so is `cap_10000` after `cap_9999`. */
const number = 'CAST(substr(captured, 5) AS INTEGER)';

/** What a mail program put into a folder itself did not come in. */
const came = 'is_own_copy = 0';

const columns = `min(${number}) AS seq, message, kind, about, reverse_path AS reversePath, min(received_at) AS receivedAt,
  json_group_array(json_array(captured, forward_path) ORDER BY ${number}) AS taken`;

/** What came in, the newest first. */
export function arrivals(
  world: World,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): readonly Arrival[] {
  return world.store
    .all<ArrivalRow>(
      `SELECT ${columns} FROM mailbox_message WHERE ${came} GROUP BY message ORDER BY seq DESC LIMIT ? OFFSET ?`,
      limit,
      offset,
    )
    .map(fromRow);
}

/** What came in after an arrival, the oldest first; 0 is before all of them. */
export function arrivalsAfter(world: World, seq: number): readonly Arrival[] {
  return world.store
    .all<ArrivalRow>(
      `SELECT ${columns} FROM mailbox_message WHERE ${came} AND message IN
         (SELECT message FROM mailbox_message WHERE ${came} GROUP BY message HAVING min(${number}) > ?)
       GROUP BY message ORDER BY seq`,
      seq,
    )
    .map(fromRow);
}

export function arrivalOf(world: World, message: string): Arrival | undefined {
  const row = world.store.get<ArrivalRow>(
    `SELECT ${columns} FROM mailbox_message WHERE ${came} AND message = ? GROUP BY message`,
    message,
  );
  return row && fromRow(row);
}

export function arrivalCount(world: World): number {
  return (
    world.store.get<{ n: number }>(`SELECT count(DISTINCT message) AS n FROM mailbox_message WHERE ${came}`)?.n ?? 0
  );
}

/** The arrival that counts the most; 0 when nothing came in. */
export function lastArrival(world: World): number {
  return (
    world.store.get<{ seq: number | null }>(`SELECT max(${number}) AS seq FROM mailbox_message WHERE ${came}`)?.seq ?? 0
  );
}

/** Removes all captures of a message, wherever they lie; false when there is none. Only inside a command. */
export function discard(world: World, message: string): boolean {
  const rows = world.store.all<{ captured: string; folder: string | null; timer: number | null }>(
    `SELECT captured, folder, purge_timer AS timer FROM mailbox_message WHERE message = ? ORDER BY ${number}`,
    message,
  );
  for (const { captured, folder, timer } of rows) {
    if (timer !== null) world.timers.cancel(timer);
    removeCaptured(world, captured);
    emit(world, 'mail.purged', { captured, folder: folder ?? 'none' });
  }
  return rows.length > 0;
}

function fromRow({ about, taken, ...row }: ArrivalRow): Arrival {
  const pairs = JSON.parse(taken) as readonly [string, string][];
  return {
    ...row,
    ...(about !== null && { about }),
    captured: pairs.map(([captured]) => captured),
    forwardPaths: pairs.map(([, forwardPath]) => forwardPath),
  };
}
