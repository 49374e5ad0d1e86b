import { copyMessages, moveMessages, type UidPair, uidValidity, usedBytes } from '../../mailbox/index.ts';
import type { CommandCursor } from '../command-cursor.ts';
import { type Answer, done, type ImapClient } from '../imap-client.ts';
import { openMailbox, openView, writableView } from '../opened.ts';
import { no } from '../refusal.ts';
import { sequenceSetOf } from '../sequence-set.ts';
import { readFolder } from '../wire-name.ts';

/** https://www.rfc-editor.org/rfc/rfc9051#section-6.4.7 */
export async function copyTo(client: ImapClient, cursor: CommandCursor, isByUid: boolean): Promise<Answer> {
  const { set, to } = readTarget(client, cursor);
  const view = openView(client);
  const uids = view.uidsIn(set, isByUid);
  refuseGone(client, uids, isByUid);
  refuseOverQuota(
    client,
    uids.reduce((sum, uid) => sum + (view.message(uid)?.sizeBytes ?? 0), 0),
  );
  const pairs = await client.world.perform(copyMessages, { ...view.selection(uids), to });
  return done('copied', copyUid(client, pairs));
}

/** https://www.rfc-editor.org/rfc/rfc9051#section-6.4.8 */
export async function moveTo(client: ImapClient, cursor: CommandCursor, isByUid: boolean): Promise<Answer> {
  const { set, to } = readTarget(client, cursor);
  const view = writableView(client);
  if (to === view.shown.folder) throw no('CANNOT', 'they lie there already');
  const uids = view.uidsIn(set, isByUid);
  refuseGone(client, uids, isByUid);
  const pairs = await client.world.perform(moveMessages, { ...view.selection(uids), to });
  const code = copyUid(client, pairs);
  if (code !== undefined) await client.send(`OK [${code}] where they are now`);
  return done('moved');
}

/** Refuses what would not fit into the mailbox: https://www.rfc-editor.org/rfc/rfc9208#section-4.3 */
export function refuseOverQuota(client: ImapClient, moreBytes: number): void {
  const { mailbox, settings } = openMailbox(client);
  if (usedBytes(client.world, mailbox) + moreBytes > Number(settings.quotaBytes)) {
    throw no('OVERQUOTA', 'the mailbox is full');
  }
}

function readTarget(client: ImapClient, cursor: CommandCursor) {
  cursor.space();
  const set = cursor.sequenceSet();
  cursor.space();
  const { folder } = readFolder(client, cursor);
  cursor.end();
  return { set, to: folder };
}

/** All or none: https://www.rfc-editor.org/rfc/rfc9051#section-6.4.7 . UIDs that are not there are no error. */
function refuseGone(client: ImapClient, uids: readonly number[], isByUid: boolean): void {
  const view = openView(client);
  if (!isByUid && uids.some((uid) => view.message(uid) === undefined)) {
    throw no('EXPUNGEISSUED', 'some of them have gone');
  }
}

/** https://www.rfc-editor.org/rfc/rfc4315#section-3 */
function copyUid(client: ImapClient, pairs: readonly UidPair[]): string | undefined {
  if (pairs.length === 0) return undefined;
  const validity = uidValidity(client.world, openMailbox(client).mailbox);
  const [from, to] = [pairs.map(([uid]) => uid), pairs.map(([, uid]) => uid)];
  return `COPYUID ${validity} ${sequenceSetOf(from)} ${sequenceSetOf(to)}`;
}
