import { changeFlags, seenFlag } from '../../mailbox/index.ts';
import type { CommandCursor } from '../command-cursor.ts';
import { type FetchItem, readFetchItems } from '../fetch-item.ts';
import { FetchedMessage } from '../fetched-message.ts';
import type { FolderView } from '../folder-view.ts';
import { type Answer, done, type ImapClient } from '../imap-client.ts';
import type { Piece } from '../imap-string.ts';
import { openView } from '../opened.ts';
import { no } from '../refusal.ts';

/** https://www.rfc-editor.org/rfc/rfc9051#section-6.4.5 */
export async function fetchMessages(client: ImapClient, cursor: CommandCursor, isByUid: boolean): Promise<Answer> {
  cursor.space();
  const set = cursor.sequenceSet();
  cursor.space();
  const asked = readFetchItems(cursor, client.limits);
  cursor.end();
  const view = openView(client);
  const uids = view.uidsIn(set, isByUid);
  const isNamed = asked.some(({ type }) => type === 'UID');
  const items = isByUid && !isNamed ? [{ type: 'UID' } as const, ...asked] : asked;
  const marked = asked.some((item) => item.type === 'section' && !item.isPeek)
    ? await markSeen(client, view, uids)
    : [];
  let isComplete = true;
  for (const uid of uids) {
    const entry = view.message(uid);
    if (entry === undefined) {
      isComplete = false;
      continue;
    }
    const hasFlags = items.some(({ type }) => type === 'FLAGS');
    const shown: readonly FetchItem[] = marked.includes(uid) && !hasFlags ? [...items, { type: 'FLAGS' }] : items;
    if (shown.some(({ type }) => type === 'FLAGS')) view.tell(uid, entry.flags);
    const message = new FetchedMessage(client.world, entry);
    await client.send(
      ...written(
        view.numberOf(uid),
        shown.map((item) => message.answer(item)),
      ),
    );
  }
  // https://www.rfc-editor.org/rfc/rfc5530#section-3
  if (!isComplete && !isByUid) throw no('EXPUNGEISSUED', 'some of them have gone');
  return done('fetched');
}

/** Reading a body reads the mail; returns the UIDs of those that it was not before. */
async function markSeen(client: ImapClient, view: FolderView, uids: readonly number[]): Promise<readonly number[]> {
  const unseen = uids.filter((uid) => view.message(uid)?.flags.includes(seenFlag) === false);
  if (view.isReadOnly || unseen.length === 0) return [];
  await client.world.perform(changeFlags, { ...view.selection(unseen), change: 'add', flags: [seenFlag] });
  return unseen;
}

function written(number: number, answers: readonly (readonly Piece[])[]): readonly Piece[] {
  return [`${number} FETCH (`, ...answers.flatMap((answer, at) => (at === 0 ? answer : [' ', ...answer])), ')'];
}
