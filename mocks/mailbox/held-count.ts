import type { World } from '#sim/kernel';
import { mailboxDefaults } from './parameters.ts';

/** How much the mailboxes of a world hold together, kept only where a limit asks for it; `timer` ends the oldest one's time. */
export const heldTable = `
  CREATE TABLE mailbox_held (
    id INTEGER PRIMARY KEY CHECK (id = 1), captures INTEGER NOT NULL, bytes INTEGER NOT NULL, timer INTEGER
  ) STRICT;`;

interface Held {
  readonly captures: number;
  readonly bytes: number;
}

export function isLimited(world: World): boolean {
  const { capturesMax, bytesMax, ageMsMax } = world.parameters('mailbox', mailboxDefaults);
  return capturesMax !== null || bytesMax !== null || ageMsMax !== null;
}

export function held(world: World): Held {
  const row = world.store.get<Held>('SELECT captures, bytes FROM mailbox_held');
  return row ?? { captures: 0, bytes: 0 };
}

/** One message more, or with negative numbers one less. Only inside a command. */
export function count(world: World, captures: 1 | -1, bytes: number): void {
  if (!isLimited(world)) return;
  world.store.run(
    `INSERT INTO mailbox_held (id, captures, bytes) VALUES (1, ?, ?)
     ON CONFLICT (id) DO UPDATE SET captures = captures + excluded.captures, bytes = bytes + excluded.bytes`,
    captures,
    bytes,
  );
}
