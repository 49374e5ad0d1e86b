import { hash } from 'node:crypto';
import type { World } from '#sim/kernel';
import type { Folder } from '../providers/index.ts';
import type { AnyPlace } from './captured-message.ts';

/** The number that a folder gives to the next message, as mail programs know messages by it. */
export const uidTable = `
  CREATE TABLE mailbox_uid (
    mailbox TEXT NOT NULL, folder TEXT NOT NULL, uid_next INTEGER NOT NULL, PRIMARY KEY (mailbox, folder)
  ) STRICT, WITHOUT ROWID;`;

/**
 * The UID of a message that comes into a folder now: it counts up, and none is given twice. Null where no mail program
 * looks. Only inside a command. https://www.rfc-editor.org/rfc/rfc9051#section-2.3.1.1
 */
export function takeUid(world: World, mailbox: string, at: AnyPlace | null): number | null {
  if (at === null || at === 'quarantine') return null;
  const uid = uidNext(world, mailbox, at);
  world.store.run(
    'INSERT OR REPLACE INTO mailbox_uid (mailbox, folder, uid_next) VALUES (?, ?, ?)',
    mailbox,
    at,
    uid + 1,
  );
  return uid;
}

export function uidNext(world: World, mailbox: string, folder: Folder): number {
  return (
    world.store.get<{ uidNext: number }>(
      'SELECT uid_next AS uidNext FROM mailbox_uid WHERE mailbox = ? AND folder = ?',
      mailbox,
      folder,
    )?.uidNext ?? 1
  );
}

/**
 * Tells the mailbox of one world from that of another, so that no mail program takes its copies of the one for those of
 * the other. A fork keeps it: up to there its messages are the same.
 */
export function uidValidity(world: World, mailbox: string): number {
  return (hash('sha256', `todoku uid-validity|${world.seed}|${mailbox}`, 'buffer').readUInt32BE(0) >>> 1) + 1;
}
