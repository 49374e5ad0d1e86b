import { capabilitiesOf } from '../capabilities.ts';
import { done, type ImapCommand } from '../imap-client.ts';

const anyTime = { states: ['stranger', 'authenticated', 'selected'], countsMessages: false } as const;

/** https://www.rfc-editor.org/rfc/rfc9051#section-6.1 , and ID: https://www.rfc-editor.org/rfc/rfc2971 */
export const anyTimeCommands: readonly ImapCommand[] = [
  {
    ...anyTime,
    name: 'CAPABILITY',
    async run(client, cursor) {
      cursor.end();
      await client.send(`CAPABILITY ${capabilitiesOf(client)}`);
      return done('these');
    },
  },
  {
    ...anyTime,
    name: 'NOOP',
    run(_client, cursor) {
      cursor.end();
      return done('nothing done');
    },
  },
  {
    ...anyTime,
    name: 'LOGOUT',
    async run(client, cursor) {
      cursor.end();
      await client.send('BYE until next time');
      return { type: 'done', text: 'logged out', after: 'log-out' };
    },
  },
  {
    ...anyTime,
    name: 'ID',
    async run(client, cursor) {
      cursor.space();
      if (cursor.sees('(')) {
        let count = 0;
        const one = () => (count++ % 2 === 0 ? cursor.string() : cursor.nstring());
        cursor.list(one, { itemsMax: 60, mayBeEmpty: true });
      } else cursor.expect('NIL');
      cursor.end();
      await client.send('ID ("name" "todoku" "vendor" "todoku: a simulation, no mail leaves it")');
      return done('pleased to meet you');
    },
  },
];
