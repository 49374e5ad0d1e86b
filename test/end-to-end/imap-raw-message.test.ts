import { ImapFlow } from 'imapflow';
import { describe, expect, it } from 'vitest';
import { bytesOf } from '#mocks/mailbox';
import { createMailhogServer } from '#mocks/mailhog';
import { converse, type MailServers, mailServers } from './mail-programs-fixture.ts';

const address = 'hanako@plain.test';
const head = 'From: a@b.test\r\nSubject: odd\r\n';
const utf8 = (text: string): string => Buffer.from(text).toString('latin1');
const everyByte = String.fromCharCode(
  ...[...Array(255).keys()].map((at) => at + 1).filter((at) => at !== 10 && at !== 13),
);

/** Mails as no library writes them, one character a byte; each ends a line, as everything does that comes over SMTP. */
const odd: readonly (readonly [string, string])[] = [
  ['raw UTF-8 in header and body', `${head}X-Name: ${utf8('髙﨑𠮷')}\r\n\r\n${utf8('学生証🎓')}\r\n`],
  ['ISO-2022-JP', `${head}Content-Type: text/plain; charset=ISO-2022-JP\r\n\r\n\x1b$B3X@8>Z\x1b(B\r\n`],
  ['Shift_JIS with its backslashes', `${head}\r\n\x83\x5c\x95\x5c\x8f\\\r\n`],
  ['every byte but NUL', `${head}\r\n${everyByte}\r\n`],
  ['NUL too', `${head}\r\na\0b\r\n`],
  ['lines of dots', `${head}\r\n.\r\n..\r\n...x\r\n.x\r\n\r\n.\r\n`],
  ['a line of 5,000 characters', `${head}\r\n${'x'.repeat(5_000)}\r\n`],
  ['a header line of 2,000 characters', `${head}X-Long: ${'y'.repeat(2_000)}\r\n\r\nb\r\n`],
  ['line ends that are none', `${head}\r\na\nb\rc\r\r\n\n\r\n`],
  ['blanks at line ends', `${head}X: y \t \r\n\r\n  a  \r\n\t\r\n`],
  ['no header', '\r\nbody alone\r\n'],
  ['no body', head],
  ['lines that programs mark', `${head}\r\nFrom here\r\n>From there\r\n`],
  ['a literal in the text', `${head}\r\n* 1 FETCH {3}\r\na1 OK done\r\n)\r\n+OK\r\n`],
];

async function overImap({ ports }: MailServers, uid: number): Promise<Buffer | undefined> {
  const client = new ImapFlow({
    host: '127.0.0.1',
    port: ports.imap,
    secure: false,
    tls: { rejectUnauthorized: false },
    auth: { user: address, pass: 'x' },
    logger: false,
  });
  await client.connect();
  await client.mailboxOpen('INBOX');
  const fetched = await client.fetchOne(String(uid), { source: true }, { uid: true });
  await client.logout();
  return fetched === false ? undefined : fetched?.source;
}

/** Without a library: node-pop3 leaves the last line end out. */
async function overPop3({ ports }: MailServers): Promise<Buffer> {
  const said = await converse(ports.pop3, `USER ${address}\r\nPASS x\r\nRETR 1\r\nQUIT\r\n`);
  const [, stuffed = ''] = /\+OK \d+ octets\r\n([\s\S]*)\.\r\n\+OK until next time\r\n$/.exec(said) ?? [];
  return Buffer.from(stuffed.replace(/(^|\r\n)\.\./g, '$1.'), 'latin1');
}

async function overApi({ world }: MailServers): Promise<Buffer> {
  await using mailhog = createMailhogServer(world);
  const { port } = await mailhog.listen();
  const answer = await fetch(`http://127.0.0.1:${port}/todoku/v1/messages/cap_0001/raw`);
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="cap_0001.eml"');
  return Buffer.from(await answer.arrayBuffer());
}

describe('the same bytes come in over SMTP and out of the .eml, IMAP and POP3', () => {
  it.each(odd)('%s', async (_name, message) => {
    await using servers = await mailServers(address);
    await servers.arrive(message);
    const bytes = Buffer.from(message, 'latin1');
    expect(bytesOf(servers.world, 'cap_0001')).toEqual(bytes);
    expect(await overApi(servers)).toEqual(bytes);
    expect(await overImap(servers, 1)).toEqual(bytes);
    expect(await overPop3(servers)).toEqual(bytes);
  });

  it('a mail whose last line does not end can only be appended; POP3 ends it', async () => {
    await using servers = await mailServers(address);
    const client = new ImapFlow({
      host: '127.0.0.1',
      port: servers.ports.imap,
      secure: false,
      tls: { rejectUnauthorized: false },
      auth: { user: address, pass: 'x' },
      logger: false,
    });
    await client.connect();
    const bytes = Buffer.from(`${head}\r\nno end`);
    await client.append('INBOX', bytes);
    await client.logout();
    expect(await overApi(servers)).toEqual(bytes);
    expect(await overImap(servers, 1)).toEqual(bytes);
    expect((await overPop3(servers)).toString()).toBe(`${bytes}\r\n`);
  });
});
