import { mailboxOf } from '../mailbox/index.ts';
import { Maildrop } from './maildrop.ts';
import { multiline } from './multiline.ts';
import { ok, type Pop3Answer, type Pop3Client, type Pop3Command, Pop3Refusal } from './pop3-client.ts';

const stranger = { states: ['authorization'] } as const;

/** https://www.rfc-editor.org/rfc/rfc1939#section-4 */
export const authorizationCommands: readonly Pop3Command[] = [
  {
    // https://www.rfc-editor.org/rfc/rfc2449#section-5
    name: 'CAPA',
    states: ['authorization', 'transaction'],
    run({ isSecure }) {
      const capabilities = ['TOP', 'UIDL', 'USER', 'SASL PLAIN', 'RESP-CODES', 'AUTH-RESP-CODE', 'PIPELINING'];
      const lines = [...capabilities, ...(isSecure ? [] : ['STLS']), 'IMPLEMENTATION todoku'];
      return ok('these', multiline(Buffer.from(lines.map((line) => `${line}\r\n`).join(''))));
    },
  },
  {
    ...stranger,
    // https://www.rfc-editor.org/rfc/rfc2595#section-4
    name: 'STLS',
    run({ isSecure }) {
      if (isSecure) throw new Pop3Refusal('this is TLS already');
      return { type: 'ok', text: 'begin', after: 'start-tls' };
    },
  },
  {
    ...stranger,
    name: 'USER',
    run(client, words) {
      client.address = words.join(' ');
      // Whether there is such a mailbox is said with the password: RFC 1939, USER.
      return ok('and the password');
    },
  },
  {
    ...stranger,
    name: 'PASS',
    run(client) {
      if (client.address === '') throw new Pop3Refusal('USER comes first');
      return open(client, client.address);
    },
  },
  {
    ...stranger,
    // https://www.rfc-editor.org/rfc/rfc5034#section-4
    name: 'AUTH',
    run(client, [mechanism, first]) {
      if (mechanism?.toUpperCase() !== 'PLAIN') throw new Pop3Refusal('the one mechanism is PLAIN');
      const answer = (line: string): Pop3Answer => open(client, plainAddress(line));
      return first === undefined ? { type: 'asks', answer } : answer(first);
    },
  },
];

/** https://www.rfc-editor.org/rfc/rfc4616#section-2 */
function plainAddress(line: string): string {
  if (line === '*') throw new Pop3Refusal('given up');
  const parts = Buffer.from(line, 'base64').toString('utf8').split('\0');
  const [authorised = '', authenticated = ''] = parts;
  if (parts.length !== 3) throw new Pop3Refusal('that is no PLAIN message');
  if (authorised !== '' && authorised !== authenticated) {
    throw new Pop3Refusal('everybody opens their own mailbox', 'AUTH');
  }
  return authenticated;
}

/** Nothing here is anybody's: any password opens a mailbox. */
function open(client: Pop3Client, address: string): Pop3Answer {
  const mailbox = mailboxOf(client.world, address);
  client.address = '';
  if (mailbox === undefined) throw new Pop3Refusal('no mailbox of this world has that address', 'AUTH');
  // https://www.rfc-editor.org/rfc/rfc1939#section-4 : an exclusive-access lock.
  if (!client.lock(mailbox.mailbox)) throw new Pop3Refusal('another program reads this mailbox', 'IN-USE');
  client.maildrop = new Maildrop(client.world, mailbox);
  return ok(`${client.maildrop.listed.length} messages; any password opens a mailbox of a simulation`);
}
