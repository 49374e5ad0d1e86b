import { deletedFlag, folderEntries, folderState, seenFlag, uidValidity } from '../mailbox/index.ts';
import type { CommandCursor } from './command-cursor.ts';
import type { ShownFolder } from './folder-names.ts';
import type { ImapClient } from './imap-client.ts';
import { openMailbox } from './opened.ts';
import { bad } from './refusal.ts';
import { nameOnWire } from './wire-name.ts';

const statusItems = ['MESSAGES', 'RECENT', 'UIDNEXT', 'UIDVALIDITY', 'UNSEEN', 'DELETED', 'SIZE'] as const;
type StatusItem = (typeof statusItems)[number];

/** `(MESSAGES UNSEEN)` */
export function readStatusItems(cursor: CommandCursor): readonly StatusItem[] {
  return cursor.list(
    () => {
      const word = cursor.word();
      const item = statusItems.find((one) => one === word);
      if (item === undefined) throw bad('no such item of STATUS');
      return item;
    },
    { itemsMax: 20 },
  );
}

/** https://www.rfc-editor.org/rfc/rfc9051#section-7.3.4 */
export function statusLine(
  client: ImapClient,
  { folder, name }: Pick<ShownFolder, 'folder' | 'name'>,
  items: readonly StatusItem[],
): string {
  const { world } = client;
  const { mailbox } = openMailbox(client);
  const entries = folderEntries(world, mailbox, folder);
  const values: { readonly [item in StatusItem]: () => number } = {
    MESSAGES: () => entries.length,
    RECENT: () => 0,
    UIDNEXT: () => folderState(world, mailbox, folder).uidNext,
    UIDVALIDITY: () => uidValidity(world, mailbox),
    UNSEEN: () => entries.filter(({ flags }) => !flags.includes(seenFlag)).length,
    DELETED: () => entries.filter(({ flags }) => flags.includes(deletedFlag)).length,
    SIZE: () => entries.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
  };
  return `STATUS ${nameOnWire(client, name)} (${items.map((item) => `${item} ${values[item]()}`).join(' ')})`;
}
