import { expungeMessages, folderState, uidValidity } from '../../mailbox/index.ts';
import type { CommandCursor } from '../command-cursor.ts';
import { systemFlags } from '../flag-list.ts';
import { listLine } from '../folder-list.ts';
import { FolderView } from '../folder-view.ts';
import { type Answer, done, type ImapClient, type ImapCommand } from '../imap-client.ts';
import { openMailbox, openView } from '../opened.ts';
import { nameFromWire, nameOnWire, requireFolder } from '../wire-name.ts';

const authenticated = { states: ['authenticated', 'selected'], countsMessages: false } as const;
const selected = { states: ['selected'], countsMessages: false } as const;

/** https://www.rfc-editor.org/rfc/rfc9051#section-6.3.2 and §6.4 */
export const selectCommands: readonly ImapCommand[] = [
  { ...authenticated, name: 'SELECT', run: (client, cursor) => select(client, cursor, false) },
  { ...authenticated, name: 'EXAMINE', run: (client, cursor) => select(client, cursor, true) },
  {
    ...selected,
    name: 'CLOSE',
    async run(client, cursor) {
      cursor.end();
      const view = openView(client);
      if (!view.isReadOnly) await client.world.perform(expungeMessages, view.selection(view.uids));
      client.view = undefined;
      return done('closed');
    },
  },
  {
    ...selected,
    name: 'UNSELECT',
    run(client, cursor) {
      cursor.end();
      client.view = undefined;
      return done('left as it is');
    },
  },
  {
    ...selected,
    name: 'CHECK',
    run(_client, cursor) {
      cursor.end();
      return done('nothing waits to be written');
    },
  },
];

async function select(client: ImapClient, cursor: CommandCursor, isReadOnly: boolean): Promise<Answer> {
  const { world } = client;
  cursor.space();
  const name = nameFromWire(client, cursor.astring());
  cursor.end();
  const isAgain = client.view !== undefined;
  // Whatever comes of it, the folder that was selected is not any more.
  client.view = undefined;
  if (isAgain) await client.send('OK [CLOSED] the folder before');
  const shown = requireFolder(client, name);
  const mailbox = openMailbox(client);
  const view = await world.look(() => new FolderView(world, mailbox, shown, isReadOnly));
  const isRev2 = client.enabled.has('IMAP4rev2');
  await client.send(`FLAGS (${systemFlags.join(' ')})`);
  await client.send(`${view.size} EXISTS`);
  // assumption: nobody needs \Recent, which IMAP4rev2 took out: no message is.
  if (!isRev2) await client.send('0 RECENT');
  if (!isRev2 && view.firstUnseen !== undefined) await client.send(`OK [UNSEEN ${view.firstUnseen}] the first unread`);
  await client.send(`OK [UIDVALIDITY ${uidValidity(world, mailbox.mailbox)}] for as long as this world lives`);
  await client.send(`OK [UIDNEXT ${folderState(world, mailbox.mailbox, shown.folder).uidNext}] the next one`);
  const permanent = isReadOnly ? '' : `${systemFlags.join(' ')} \\*`;
  await client.send(`OK [PERMANENTFLAGS (${permanent})] ${isReadOnly ? 'none: to look only' : 'all of them last'}`);
  if (isRev2)
    await client.send(listLine({ ...shown, hasChildren: false, isThere: true }, nameOnWire(client, shown.name)));
  client.view = view;
  return done('selected', isReadOnly ? 'READ-ONLY' : 'READ-WRITE');
}
