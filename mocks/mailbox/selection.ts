import type { Instant, World } from '#sim/kernel';
import type { Folder } from '../providers/index.ts';

/** Read or not, as IMAP says it: https://www.rfc-editor.org/rfc/rfc9051#section-2.3.2 */
export const seenFlag = '\\Seen';

/** Messages of a folder by their UIDs; those that are not there any more are passed over. */
export type Selection = { readonly mailbox: string; readonly folder: Folder; readonly uids: readonly number[] };

/** A message as mail programs know it. */
export interface FolderEntry {
  readonly uid: number;
  readonly captured: string;
  /** `\Seen` first, then the others in the order of their setting. */
  readonly flags: readonly string[];
  readonly receivedAt: Instant;
  readonly sizeBytes: number;
}

interface Row {
  readonly uid: number;
  readonly captured: string;
  readonly isRead: number;
  readonly flags: string;
  readonly receivedAt: number;
  readonly sizeBytes: number;
}

const columns = `SELECT uid, captured, is_read AS isRead, flags, received_at AS receivedAt, size_bytes AS sizeBytes
  FROM mailbox_message WHERE mailbox = ? AND folder = ?`;

/** The messages of a folder in the order of their UIDs; those behind one UID alone, if that is asked. */
export function folderEntries(world: World, mailbox: string, folder: Folder, after = 0): readonly FolderEntry[] {
  return world.store.all<Row>(`${columns} AND uid > ? ORDER BY uid`, mailbox, folder, after).map(fromRow);
}

export function messageCount(world: World, mailbox: string, folder: Folder): number {
  const sql = 'SELECT count(*) AS n FROM mailbox_message WHERE mailbox = ? AND folder = ?';
  return world.store.get<{ n: number }>(sql, mailbox, folder)?.n ?? 0;
}

/** One message of a selection's folder. */
export function messageAt(
  world: World,
  { mailbox, folder }: Omit<Selection, 'uids'>,
  uid: number,
): FolderEntry | undefined {
  const row = world.store.get<Row>(`${columns} AND uid = ?`, mailbox, folder, uid);
  return row && fromRow(row);
}

function fromRow({ isRead, flags, ...row }: Row): FolderEntry {
  const others = flags === '' ? [] : flags.split(' ');
  return { ...row, flags: isRead === 1 ? [seenFlag, ...others] : others };
}
