import { changedFlags, changeFlags, type FlagChange } from '../../mailbox/index.ts';
import type { CommandCursor } from '../command-cursor.ts';
import { readFlags } from '../flag-list.ts';
import { type Answer, done, type ImapClient } from '../imap-client.ts';
import { writableView } from '../opened.ts';
import { no } from '../refusal.ts';

/** https://www.rfc-editor.org/rfc/rfc9051#section-6.4.6 */
export async function storeFlags(client: ImapClient, cursor: CommandCursor, isByUid: boolean): Promise<Answer> {
  cursor.space();
  const set = cursor.sequenceSet();
  cursor.space();
  const change: FlagChange = cursor.takes('+') ? 'add' : cursor.takes('-') ? 'remove' : 'replace';
  cursor.expect('FLAGS');
  const isSilent = cursor.takes('.SILENT');
  cursor.space();
  const flags = readFlags(cursor, client.limits, false);
  cursor.end();
  const view = writableView(client);
  const uids = view.uidsIn(set, isByUid);
  const before = new Map(uids.map((uid) => [uid, view.message(uid)?.flags]));
  const tooMany = [...before.values()].some(
    (held) => held !== undefined && changedFlags(held, change, flags).length > client.limits.keywords,
  );
  if (tooMany) throw no('LIMIT', 'a message bears no more flags than that');
  await client.world.perform(changeFlags, { ...view.selection(uids), change, flags });
  for (const uid of uids) {
    const entry = view.message(uid);
    if (entry === undefined) continue;
    // Told or not, the client knows what itself has done; what others did meanwhile is news.
    view.tell(uid, isSilent ? changedFlags(before.get(uid) ?? [], change, flags) : entry.flags);
    if (isSilent) continue;
    const named = isByUid ? `UID ${uid} ` : '';
    await client.send(`${view.numberOf(uid)} FETCH (${named}FLAGS (${entry.flags.join(' ')}))`);
  }
  // https://www.rfc-editor.org/rfc/rfc5530#section-3
  if (!isByUid && uids.some((uid) => view.message(uid) === undefined))
    throw no('EXPUNGEISSUED', 'some of them have gone');
  return done('stored');
}
