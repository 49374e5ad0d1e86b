import type { CommandCursor } from '../command-cursor.ts';
import { type ListedName, listedNames, listLine } from '../folder-list.ts';
import { hierarchyDelimiter } from '../folder-names.ts';
import { readStatusItems, statusLine } from '../folder-status.ts';
import { done, type ImapClient, type ImapCommand } from '../imap-client.ts';
import { fitsPattern } from '../list-pattern.ts';
import { openMailbox } from '../opened.ts';
import { bad, no } from '../refusal.ts';
import { nameFromWire, nameOnWire, readFolder } from '../wire-name.ts';

const authenticated = { states: ['authenticated', 'selected'], countsMessages: false } as const;

/** No name of a folder is longer, so no pattern needs to be. */
const patternLengthMax = 1_000;

/** https://www.rfc-editor.org/rfc/rfc9051#section-6.3 */
export const folderCommands: readonly ImapCommand[] = [
  { ...authenticated, name: 'LIST', run: list },
  {
    ...authenticated,
    name: 'LSUB',
    async run(client, cursor) {
      cursor.space();
      const reference = nameFromWire(client, cursor.astring());
      cursor.space();
      const pattern = reference + readPattern(client, cursor);
      cursor.end();
      for (const listed of fitting(client, [pattern])) {
        await client.send(listLine(listed, nameOnWire(client, listed.name)).replace('LIST', 'LSUB'));
      }
      return done('every folder is subscribed');
    },
  },
  {
    ...authenticated,
    name: 'STATUS',
    async run(client, cursor) {
      cursor.space();
      const shown = readFolder(client, cursor);
      cursor.space();
      const items = readStatusItems(cursor);
      cursor.end();
      await client.send(await client.world.look(() => statusLine(client, shown, items)));
      return done('counted');
    },
  },
  {
    ...authenticated,
    name: 'NAMESPACE',
    async run(client, cursor) {
      cursor.end();
      await client.send(`NAMESPACE (("" "${hierarchyDelimiter}")) NIL NIL`);
      return done('there is one');
    },
  },
  {
    ...authenticated,
    name: 'SUBSCRIBE',
    run(client, cursor) {
      cursor.space();
      readFolder(client, cursor);
      cursor.end();
      return done('it was already');
    },
  },
  ...['CREATE', 'DELETE', 'RENAME', 'UNSUBSCRIBE'].map(
    (name): ImapCommand => ({
      ...authenticated,
      name,
      run() {
        throw no('CANNOT', "a mailbox has its provider's folders, all of them and no others");
      },
    }),
  ),
];

async function list(client: ImapClient, cursor: CommandCursor) {
  cursor.space();
  const isExtended = cursor.sees('(');
  const selecting = isExtended ? cursor.list(() => cursor.word(), { itemsMax: 10, mayBeEmpty: true }) : [];
  if (isExtended) cursor.space();
  const reference = nameFromWire(client, cursor.astring());
  cursor.space();
  const patterns = cursor.sees('(')
    ? cursor.list(() => readPattern(client, cursor), { itemsMax: 20 })
    : [readPattern(client, cursor)];
  const { statusItems, words } = readReturn(cursor);
  cursor.end();
  checkOptions(selecting, words);
  if (patterns.length === 1 && patterns[0] === '' && !isExtended) {
    await client.send(`LIST (\\Noselect) "${hierarchyDelimiter}" ""`);
    return done('the delimiter');
  }
  const found = fitting(
    client,
    patterns.map((pattern) => reference + pattern),
  );
  for (const listed of found.filter((one) => isSelected(one, selecting))) {
    const isSubscribed = listed.isThere && [...words, ...selecting].includes('SUBSCRIBED');
    // https://www.rfc-editor.org/rfc/rfc9051#section-6.3.9.6 : why a parent stands here that is no folder itself.
    const childInfo = selecting.includes('RECURSIVEMATCH') && listed.hasChildren ? ' ("CHILDINFO" ("SUBSCRIBED"))' : '';
    const name = nameOnWire(client, listed.name);
    await client.send(listLine(listed, name, isSubscribed ? ['\\Subscribed'] : [], childInfo));
    const { folder } = listed;
    if (folder !== undefined && statusItems.length > 0) {
      await client.send(await client.world.look(() => statusLine(client, { folder, name: listed.name }, statusItems)));
    }
  }
  return done('listed');
}

/** https://www.rfc-editor.org/rfc/rfc9051#section-6.3.9.1 , and RFC 6154, RFC 5819. */
function readReturn(cursor: CommandCursor) {
  let statusItems: ReturnType<typeof readStatusItems> = [];
  const words: string[] = [];
  if (cursor.takes(' RETURN ')) {
    const one = (): void => {
      const word = cursor.word();
      words.push(word);
      if (word !== 'STATUS') return;
      cursor.space();
      statusItems = readStatusItems(cursor);
    };
    cursor.list(one, { itemsMax: 10, mayBeEmpty: true });
  }
  return { statusItems, words };
}

function checkOptions(selecting: readonly string[], returning: readonly string[]): void {
  const known = ['SUBSCRIBED', 'REMOTE', 'RECURSIVEMATCH', 'SPECIAL-USE'];
  if (selecting.some((word) => !known.includes(word))) throw bad('no such option of LIST');
  if (returning.some((word) => !['SUBSCRIBED', 'CHILDREN', 'SPECIAL-USE', 'STATUS'].includes(word))) {
    throw bad('no such option of RETURN');
  }
  // https://www.rfc-editor.org/rfc/rfc9051#section-6.3.9.1
  const isAlone = selecting.every((word) => word === 'RECURSIVEMATCH' || word === 'REMOTE');
  if (selecting.includes('RECURSIVEMATCH') && isAlone) throw bad('RECURSIVEMATCH stands with SUBSCRIBED');
}

function isSelected(listed: ListedName, selecting: readonly string[]): boolean {
  const isMatch =
    (!selecting.includes('SUBSCRIBED') || listed.isThere) &&
    (!selecting.includes('SPECIAL-USE') || listed.use !== undefined);
  return isMatch || (selecting.includes('RECURSIVEMATCH') && listed.hasChildren);
}

function readPattern(client: ImapClient, cursor: CommandCursor): string {
  const pattern = nameFromWire(client, cursor.listMailbox());
  if (pattern.length > patternLengthMax) throw bad('the pattern is too long');
  return pattern;
}

function fitting(client: ImapClient, patterns: readonly string[]): readonly ListedName[] {
  return listedNames(openMailbox(client).provider).filter(({ name }) =>
    patterns.some((pattern) =>
      name === 'INBOX' ? fitsPattern(name, pattern.toUpperCase()) : fitsPattern(name, pattern),
    ),
  );
}
