import type { CommandCursor } from '../command-cursor.ts';
import type { Answer, ImapClient, ImapCommand } from '../imap-client.ts';
import { bad } from '../refusal.ts';
import { copyTo, moveTo } from './copy.ts';
import { expunge } from './expunge.ts';
import { fetchMessages } from './fetch.ts';
import { searchMessages } from './search.ts';
import { storeFlags } from './store.ts';

const selected = { states: ['selected'] } as const;

type OnMessages = (client: ImapClient, cursor: CommandCursor, isByUid: boolean, tag: string) => Promise<Answer>;

const byNumberOrUid: { readonly [name: string]: OnMessages } = {
  FETCH: fetchMessages,
  STORE: storeFlags,
  SEARCH: searchMessages,
  COPY: copyTo,
  MOVE: moveTo,
};

/** https://www.rfc-editor.org/rfc/rfc9051#section-7.5.1 : while these speak in numbers, none may change. */
const counting = ['FETCH', 'STORE', 'SEARCH'];

export const messageCommands: readonly ImapCommand[] = [
  ...Object.entries(byNumberOrUid).map(
    ([name, run]): ImapCommand => ({
      ...selected,
      name,
      countsMessages: counting.includes(name),
      run: (client, cursor, tag) => run(client, cursor, false, tag),
    }),
  ),
  {
    ...selected,
    name: 'EXPUNGE',
    countsMessages: false,
    run(client, cursor) {
      cursor.end();
      return expunge(client, undefined);
    },
  },
  {
    ...selected,
    name: 'UID',
    countsMessages: false,
    run(client, cursor, tag) {
      cursor.space();
      const name = cursor.word();
      if (name === 'EXPUNGE') {
        cursor.space();
        const set = cursor.sequenceSet();
        cursor.end();
        return expunge(client, set);
      }
      const run = Object.hasOwn(byNumberOrUid, name) ? byNumberOrUid[name] : undefined;
      if (run === undefined) throw bad('no such command by UID');
      return run(client, cursor, true, tag);
    },
  },
];
