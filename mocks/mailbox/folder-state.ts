import { hash } from 'node:crypto';
import type { World } from '#sim/kernel';
import type { Folder } from '../providers/index.ts';
import type { AnyPlace } from './captured-message.ts';

/** What mail programs need to know of a folder: the number of the next message, and whether flags changed since they looked. */
export const folderTable = `
  CREATE TABLE mailbox_folder (
    mailbox TEXT NOT NULL, folder TEXT NOT NULL, uid_next INTEGER NOT NULL, flag_changes INTEGER NOT NULL,
    PRIMARY KEY (mailbox, folder)
  ) STRICT, WITHOUT ROWID;`;

/** How mail programs see a folder that may never have held anything. */
export interface FolderState {
  readonly uidNext: number;
  /** Counts up whenever the flags of a message in the folder change. */
  readonly flagChanges: number;
}

export function folderState(world: World, mailbox: string, folder: Folder): FolderState {
  return (
    world.store.get<FolderState>(
      'SELECT uid_next AS uidNext, flag_changes AS flagChanges FROM mailbox_folder WHERE mailbox = ? AND folder = ?',
      mailbox,
      folder,
    ) ?? { uidNext: 1, flagChanges: 0 }
  );
}

/**
 * The UID of a message that comes into a folder now: it counts up, and none is given twice. Null where no mail program
 * looks. Only inside a command. https://www.rfc-editor.org/rfc/rfc9051#section-2.3.1.1
 */
export function takeUid(world: World, mailbox: string, at: AnyPlace | null): number | null {
  if (at === null || at === 'quarantine') return null;
  const { uidNext, flagChanges } = folderState(world, mailbox, at);
  setState(world, mailbox, at, { uidNext: uidNext + 1, flagChanges });
  return uidNext;
}

/** Only inside a command. */
export function countFlagChange(world: World, mailbox: string, folder: Folder): void {
  const { uidNext, flagChanges } = folderState(world, mailbox, folder);
  setState(world, mailbox, folder, { uidNext, flagChanges: flagChanges + 1 });
}

function setState(world: World, mailbox: string, folder: Folder, { uidNext, flagChanges }: FolderState): void {
  world.store.run(
    'INSERT OR REPLACE INTO mailbox_folder (mailbox, folder, uid_next, flag_changes) VALUES (?, ?, ?, ?)',
    mailbox,
    folder,
    uidNext,
    flagChanges,
  );
}

/**
 * Tells the mailbox of one world from that of another, so that no mail program takes its copies of the one for those of
 * the other. A fork keeps it: up to there its messages are the same.
 */
export function uidValidity(world: World, mailbox: string): number {
  return (hash('sha256', `todoku uid-validity|${world.seed}|${mailbox}`, 'buffer').readUInt32BE(0) >>> 1) + 1;
}
