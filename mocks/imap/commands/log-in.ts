import { mailboxOf } from '../../mailbox/index.ts';
import { capabilitiesOf } from '../capabilities.ts';
import { type Answer, done, type ImapClient, type ImapCommand } from '../imap-client.ts';
import { bad, no } from '../refusal.ts';

const stranger = { states: ['stranger'], countsMessages: false } as const;

/** https://www.rfc-editor.org/rfc/rfc9051#section-6.2 */
export const logInCommands: readonly ImapCommand[] = [
  {
    ...stranger,
    name: 'STARTTLS',
    run(client, cursor) {
      cursor.end();
      if (client.isSecure) throw bad('this is TLS already');
      return { type: 'done', text: 'begin', after: 'start-tls' };
    },
  },
  {
    ...stranger,
    name: 'LOGIN',
    run(client, cursor) {
      cursor.space();
      const address = cursor.astring().toString('utf8');
      cursor.space();
      cursor.astring();
      cursor.end();
      return open(client, address);
    },
  },
  {
    ...stranger,
    name: 'AUTHENTICATE',
    run(client, cursor) {
      cursor.space();
      if (cursor.word() !== 'PLAIN') throw no('CANNOT', 'the one mechanism is PLAIN');
      const answer = (line: string): Answer => open(client, plainAddress(line));
      // https://www.rfc-editor.org/rfc/rfc4959
      if (cursor.takes(' ')) return answer(cursor.rest());
      cursor.end();
      return { type: 'asks', prompt: '', isIdle: false, answer };
    },
  },
];

/** Who logs in by a message of SASL PLAIN: https://www.rfc-editor.org/rfc/rfc4616#section-2 */
function plainAddress(line: string): string {
  if (line === '*') throw bad('given up');
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(line)) throw bad('that is no base64');
  const parts = Buffer.from(line, 'base64').toString('utf8').split('\0');
  const [authorised = '', authenticated = ''] = parts;
  if (parts.length !== 3) throw bad('that is no PLAIN message');
  if (authorised !== '' && authorised !== authenticated) {
    throw no('AUTHORIZATIONFAILED', 'everybody opens their own mailbox');
  }
  return authenticated;
}

/** Nothing here is anybody's: any password opens a mailbox. */
function open(client: ImapClient, address: string): Answer {
  const mailbox = mailboxOf(client.world, address);
  if (mailbox === undefined) throw no('AUTHENTICATIONFAILED', 'no mailbox of this world has that address');
  client.mailbox = mailbox;
  return done('any password opens a mailbox of a simulation', `CAPABILITY ${capabilitiesOf(client)}`);
}
