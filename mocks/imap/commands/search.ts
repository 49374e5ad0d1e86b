import type { CommandCursor } from '../command-cursor.ts';
import type { FolderView } from '../folder-view.ts';
import { type Answer, done, type ImapClient } from '../imap-client.ts';
import { imapString } from '../imap-string.ts';
import { openView } from '../opened.ts';
import { bad } from '../refusal.ts';
import { readSearch, type SearchKey } from '../search-key.ts';
import { matches, SearchedMessage } from '../search-match.ts';
import { sequenceSetOf } from '../sequence-set.ts';

const returnOptions = ['MIN', 'MAX', 'ALL', 'COUNT', 'SAVE'];

/** https://www.rfc-editor.org/rfc/rfc9051#section-6.4.4 */
export async function searchMessages(
  client: ImapClient,
  cursor: CommandCursor,
  isByUid: boolean,
  tag: string,
): Promise<Answer> {
  cursor.space();
  const options = cursor.takes('RETURN ') ? readOptions(cursor) : undefined;
  const key = readSearch(cursor, client.limits);
  cursor.end();
  const view = openView(client);
  const uids = found(client, view, key);
  const shown = isByUid ? uids : uids.map((uid) => view.numberOf(uid));
  if (options?.includes('SAVE')) view.save(savedOf(uids, options));
  if (options === undefined && !client.enabled.has('IMAP4rev2')) {
    await client.send(['SEARCH', ...shown].join(' '));
  } else if (options === undefined || options.some((option) => option !== 'SAVE')) {
    const named = `ESEARCH (TAG ${imapString(tag)})${isByUid ? ' UID' : ''}`;
    await client.send([named, ...results(shown, options ?? ['ALL'])].join(' '));
  }
  return done('searched');
}

/** `(MIN COUNT)`; an empty list asks for all: https://www.rfc-editor.org/rfc/rfc4731#section-3.1 */
function readOptions(cursor: CommandCursor): readonly string[] {
  const options = cursor.list(() => cursor.word(), { itemsMax: 10, mayBeEmpty: true });
  if (options.some((option) => !returnOptions.includes(option))) throw bad('no such option of RETURN');
  cursor.space();
  return options.length === 0 ? ['ALL'] : options;
}

function found(client: ImapClient, view: FolderView, key: SearchKey): readonly number[] {
  const sets = new Map<string, ReadonlySet<number>>();
  const uidsIn = (set: string, isByUid: boolean): ReadonlySet<number> => {
    const name = `${isByUid} ${set}`;
    const uids = sets.get(name) ?? new Set(view.uidsIn(set, isByUid));
    sets.set(name, uids);
    return uids;
  };
  return view.uids.filter((uid) => {
    const entry = view.message(uid);
    return entry !== undefined && matches(new SearchedMessage(client.world, entry), key, uidsIn);
  });
}

function results(shown: readonly number[], options: readonly string[]): readonly string[] {
  const [first, last] = [shown[0], shown.at(-1)];
  return [
    ...(options.includes('MIN') && first !== undefined ? [`MIN ${first}`] : []),
    ...(options.includes('MAX') && last !== undefined ? [`MAX ${last}`] : []),
    ...(options.includes('ALL') && shown.length > 0 ? [`ALL ${sequenceSetOf(shown)}`] : []),
    ...(options.includes('COUNT') ? [`COUNT ${shown.length}`] : []),
  ];
}

/** https://www.rfc-editor.org/rfc/rfc5182#section-2.4 : with MIN or MAX alone, these alone are saved. */
function savedOf(uids: readonly number[], options: readonly string[]): readonly number[] {
  if (options.includes('ALL') || options.includes('COUNT')) return uids;
  const ends = [options.includes('MIN') ? uids[0] : undefined, options.includes('MAX') ? uids.at(-1) : undefined];
  const kept = ends.filter((uid) => uid !== undefined);
  return options.includes('MIN') || options.includes('MAX') ? kept : uids;
}
