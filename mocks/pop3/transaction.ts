import { bodyStart, bytesOf, changeFlags, type FolderEntry, removeMessages, seenFlag } from '../mailbox/index.ts';
import type { Maildrop } from './maildrop.ts';
import { multiline, topOf } from './multiline.ts';
import { ok, type Pop3Client, type Pop3Command, Pop3Refusal } from './pop3-client.ts';

const loggedIn = { states: ['transaction'] } as const;

/** https://www.rfc-editor.org/rfc/rfc1939#section-5 */
export const transactionCommands: readonly Pop3Command[] = [
  {
    ...loggedIn,
    name: 'STAT',
    run: (client) => ok(totals(openMaildrop(client))),
  },
  {
    ...loggedIn,
    name: 'LIST',
    run: (client, words) => listing(client, words, ({ sizeBytes }) => String(sizeBytes)),
  },
  {
    ...loggedIn,
    name: 'UIDL',
    run: (client, words) => listing(client, words, (entry) => openMaildrop(client).uniqueId(entry)),
  },
  {
    ...loggedIn,
    name: 'RETR',
    async run(client, [number]) {
      const entry = requireMessage(client, number);
      const bytes = bytesOf(client.world, entry.captured);
      // assumption: who fetches a mail has it read, as most servers hold it; RFC 1939 knows no such mark.
      if (!entry.flags.includes(seenFlag)) {
        const selection = openMaildrop(client).selection([entry.uid]);
        await client.world.perform(changeFlags, { ...selection, change: 'add', flags: [seenFlag] });
      }
      return ok(`${bytes.length} octets`, multiline(bytes));
    },
  },
  {
    ...loggedIn,
    name: 'TOP',
    run(client, [number, lines = '']) {
      const { captured } = requireMessage(client, number);
      if (!/^\d{1,9}$/.test(lines)) throw new Pop3Refusal('how many lines of the body: 0, 1, 2 or more');
      const bytes = bytesOf(client.world, captured);
      return ok('the top', multiline(topOf(bytes, bodyStart(bytes), Number(lines))));
    },
  },
  {
    ...loggedIn,
    name: 'DELE',
    run(client, [number]) {
      openMaildrop(client).markDeleted(requireListed(client, number));
      return ok('gone when you QUIT');
    },
  },
  {
    ...loggedIn,
    name: 'RSET',
    run(client) {
      openMaildrop(client).unmarkAll();
      return ok(totals(openMaildrop(client)));
    },
  },
  { ...loggedIn, name: 'NOOP', run: () => ok('nothing done') },
  {
    name: 'QUIT',
    states: ['authorization', 'transaction'],
    // https://www.rfc-editor.org/rfc/rfc1939#section-6 : only now is anything removed.
    async run({ world, maildrop }) {
      if (maildrop !== undefined && maildrop.marked.uids.length > 0) {
        await world.perform(removeMessages, maildrop.marked);
      }
      return { type: 'ok', text: 'until next time', after: 'quit' };
    },
  },
];

function openMaildrop({ maildrop }: Pop3Client): Maildrop {
  if (maildrop === undefined) throw new TypeError('a command was let through before the log-in');
  return maildrop;
}

function totals({ listed }: Maildrop): string {
  return `${listed.length} ${listed.reduce((sum, [, { sizeBytes }]) => sum + sizeBytes, 0)}`;
}

function listing(client: Pop3Client, [number]: readonly string[], shown: (entry: FolderEntry) => string) {
  if (number !== undefined) return ok(`${Number(number)} ${shown(requireListed(client, number))}`);
  const lines = openMaildrop(client).listed.map(([at, entry]) => `${at} ${shown(entry)}\r\n`);
  return ok(`${lines.length} messages`, multiline(Buffer.from(lines.join(''))));
}

function requireListed(client: Pop3Client, number = ''): FolderEntry {
  const entry = /^\d{1,9}$/.test(number) ? openMaildrop(client).entry(Number(number)) : undefined;
  if (entry === undefined) throw new Pop3Refusal('there is no message of that number');
  return entry;
}

function requireMessage(client: Pop3Client, number: string | undefined): FolderEntry {
  const entry = requireListed(client, number);
  if (!openMaildrop(client).isThere(entry)) throw new Pop3Refusal('it has left the Inbox since you logged in');
  return entry;
}
