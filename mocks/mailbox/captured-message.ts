import { ServiceError } from '#sim/errors';
import type { SmtpReply } from '#sim/events';
import type { Instant, World } from '#sim/kernel';
import type { Folder } from '../providers/index.ts';
import type { NamedAddress } from './header-reader.ts';
import { count } from './held-count.ts';

/**
 * A captured message is envelope, raw bytes and the replies of its transaction. From and subject are decoded once on
 * arrival, so that a list of a folder parses nothing. `folder` is null for what was accepted and thrown away or has
 * not arrived yet; in quarantine, `released_by` says who may let it out. `uid` is the folder's number for it, `flags` what
 * mail programs set beside `is_read`; `is_own_copy` marks what such a program put there: it never came in. Bytes and
 * replies stand apart: the row is read and changed often, they never are.
 */
export const capturedTable = `
  CREATE TABLE mailbox_message (
    captured TEXT PRIMARY KEY, mailbox TEXT NOT NULL, message TEXT NOT NULL, kind TEXT NOT NULL, about TEXT,
    reverse_path TEXT NOT NULL, forward_path TEXT NOT NULL, from_name TEXT NOT NULL, from_address TEXT NOT NULL,
    subject TEXT NOT NULL, received_at INTEGER NOT NULL, folder TEXT, folder_before TEXT,
    is_read INTEGER NOT NULL DEFAULT 0, purge_timer INTEGER, size_bytes INTEGER NOT NULL, released_by TEXT,
    uid INTEGER, flags TEXT NOT NULL DEFAULT '', is_own_copy INTEGER NOT NULL DEFAULT 0
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX mailbox_message_folder ON mailbox_message (mailbox, folder, uid);
  CREATE TABLE mailbox_data (captured TEXT PRIMARY KEY, transcript TEXT NOT NULL, blob INTEGER NOT NULL) STRICT;`;

/** A line of a folder. */
export interface MailSummary {
  readonly captured: string;
  readonly folder: Folder;
  /** What the simulation knows and a mail app does not: the kind of the mail, and the credential that it is about. */
  readonly kind: string;
  readonly about?: string;
  readonly from: NamedAddress;
  readonly subject: string;
  readonly receivedAt: Instant;
  readonly isRead: boolean;
}

/** A folder of the mail app, or the quarantine, which no mail app shows. */
export type AnyPlace = Folder | 'quarantine';

/** A message and where it lies. */
export interface Captured {
  readonly captured: string;
  readonly mailbox: string;
  readonly folder: AnyPlace;
  readonly folderBefore: Folder | null;
  readonly fromAddress: string;
  readonly isRead: boolean;
  readonly purgeTimer: number | null;
  readonly releasedBy: 'user' | 'admin' | null;
}

/** What user actions need to know of a message. */
export interface Placed extends Captured {
  readonly folder: Folder;
}

interface SummaryRow {
  readonly captured: string;
  readonly folder: AnyPlace;
  readonly kind: string;
  readonly about: string | null;
  readonly name: string;
  readonly address: string;
  readonly subject: string;
  readonly receivedAt: number;
  readonly isRead: number;
  readonly releasedBy: 'user' | 'admin' | null;
}

/** The messages of a folder, the newest first. */
export function folder(world: World, mailbox: string, name: Folder): readonly MailSummary[] {
  return summaries(world, mailbox, [name]);
}

/** The messages of some folders together, the newest first. */
export function summaries(world: World, mailbox: string, folders: readonly Folder[]): readonly MailSummary[] {
  return summariesIn(world, mailbox, folders).map(({ releasedBy: _, ...mail }) => mail as MailSummary);
}

/** The same for places that no mail app shows too. */
export function summariesIn(
  world: World,
  mailbox: string,
  places: readonly AnyPlace[],
): readonly (Omit<MailSummary, 'folder'> & Pick<SummaryRow, 'folder' | 'releasedBy'>)[] {
  const rows = world.store.all<SummaryRow>(
    `SELECT captured, folder, kind, about, from_name AS name, from_address AS address, subject,
       received_at AS receivedAt, is_read AS isRead, released_by AS releasedBy
     FROM mailbox_message WHERE mailbox = ? AND folder IN (${places.map(() => '?').join(', ')})
     ORDER BY received_at DESC, captured DESC`,
    mailbox,
    ...places,
  );
  return rows.map(({ about, name, address, isRead, ...row }) => ({
    ...row,
    ...(about !== null && { about }),
    from: { name, address },
    isRead: isRead === 1,
  }));
}

/** The raw bytes. Throws ServiceError `captured-unknown`. */
export function bytesOf(world: World, captured: string): Buffer {
  const row = world.store.get<{ blob: number }>('SELECT blob FROM mailbox_data WHERE captured = ?', captured);
  if (row === undefined) throw new ServiceError('captured-unknown');
  return world.blobs.bytesOf(row.blob);
}

/** Removes a message with its bytes. Only inside a command. */
export function removeCaptured(world: World, captured: string): void {
  const row = world.store.get<{ blob: number; sizeBytes: number }>(
    `SELECT blob, size_bytes AS sizeBytes FROM mailbox_data JOIN mailbox_message USING (captured) WHERE captured = ?`,
    captured,
  );
  if (row === undefined) return;
  count(world, -1, -row.sizeBytes);
  world.blobs.release(row.blob);
  world.store.run('DELETE FROM mailbox_message WHERE captured = ?', captured);
  world.store.run('DELETE FROM mailbox_data WHERE captured = ?', captured);
}

/** One line of an SMTP transaction: the client's command and the answer. */
export interface Exchange {
  readonly command: string;
  readonly reply: SmtpReply;
}

/** The transaction that a message came by. Throws ServiceError `captured-unknown`. */
export function transcriptOf(world: World, captured: string): readonly Exchange[] {
  const row = world.store.get<{ transcript: string }>(
    'SELECT transcript FROM mailbox_data WHERE captured = ?',
    captured,
  );
  if (row === undefined) throw new ServiceError('captured-unknown');
  return JSON.parse(row.transcript) as Exchange[];
}

/** Throws ServiceError `captured-unknown`: purged, thrown away on arrival, held in quarantine, or never there. */
export function requirePlaced(world: World, captured: string): Placed {
  const found = findCaptured(world, captured);
  if (found === undefined || found.folder === 'quarantine') throw new ServiceError('captured-unknown');
  return { ...found, folder: found.folder };
}

/** Throws ServiceError `captured-unknown`: purged, thrown away on arrival, or never there. */
export function requireCaptured(world: World, captured: string): Captured {
  const found = findCaptured(world, captured);
  if (found === undefined) throw new ServiceError('captured-unknown');
  return found;
}

/** A message that lies somewhere; undefined when it does not. */
export function findCaptured(world: World, captured: string): Captured | undefined {
  const row = world.store.get<Omit<Captured, 'isRead'> & { isRead: number }>(
    `SELECT captured, mailbox, folder, folder_before AS folderBefore, from_address AS fromAddress, is_read AS isRead,
       purge_timer AS purgeTimer, released_by AS releasedBy
     FROM mailbox_message WHERE captured = ? AND folder IS NOT NULL`,
    captured,
  );
  return row && { ...row, isRead: row.isRead === 1 };
}
