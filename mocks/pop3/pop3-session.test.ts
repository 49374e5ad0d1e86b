import { describe, expect, it } from 'vitest';
import { createWorld, defaultLimits, type Json, parseInstant } from '#sim/kernel';
import { WrittenConnection } from '../loopback/index.ts';
import { createMailbox, deleteMessage, folder, mailboxModule } from '../mailbox/index.ts';
import { receive, smtpModule } from '../smtp/index.ts';
import { pop3Limits } from './limits.ts';
import { Pop3Session } from './pop3-session.ts';

const address = 'hanako@plain.test';
const crlf = '\r\n';
const small = ['Subject: one', '', '.dot', 'b', ''].join(crlf);

async function maildrop(
  count: number,
  given: { address?: string; settings?: { [name: string]: Json }; mail?: string } = {},
) {
  const owner = given.address ?? address;
  const startsAt = parseInstant('2026-04-01T09:00:00+09:00') ?? 0;
  const world = createWorld({ seed: 5, startsAt, limits: defaultLimits, parameters: {} }, [mailboxModule, smtpModule]);
  const provider = owner === address ? { provider: 'plain' } : {};
  const mailbox = await world.perform(createMailbox, { address: owner, settings: given.settings ?? {}, ...provider });
  const data = Buffer.from(given.mail ?? small, 'latin1');
  const envelope = { helo: 'mx.test', reversePath: 'a@b.test', forwardPaths: [owner], opensMailboxes: false };
  for (let at = 0; at < count; at += 1) await world.perform(receive, { ...envelope, data });
  const locked = new Set<string>();
  const client = () => {
    const connection = new WrittenConnection();
    const session = new Pop3Session(world, connection, pop3Limits, locked);
    const send = async (bytes: string) => {
      await session.receive(Buffer.from(bytes, 'latin1'));
      return connection.taken().toString('latin1').split(crlf).slice(0, -1);
    };
    const say = (...lines: string[]) => send(lines.map((line) => `${line}${crlf}`).join(''));
    return { connection, session, send, say, logIn: () => say(`USER ${owner}`, 'PASS x') };
  };
  return { world, mailbox, client };
}

const plain = (text: string): string => Buffer.from(text).toString('base64');

describe('a stranger', () => {
  const opened = '+OK 1 messages; any password opens a mailbox of a simulation';
  const nobody = '-ERR [AUTH] no mailbox of this world has that address';
  it.each([
    // https://www.rfc-editor.org/rfc/rfc1939#section-7
    ['USER and PASS', [`USER ${address}`, 'PASS any word at all'], ['+OK and the password', opened]],
    ['PASS alone', ['PASS x'], ['-ERR USER comes first']],
    ['USER of nobody', ['USER taro@plain.test', 'PASS x'], ['+OK and the password', nobody]],
    // https://www.rfc-editor.org/rfc/rfc5034#section-4
    ['AUTH', ['AUTH PLAIN', plain(`\0${address}\0x`)], ['+ ', opened]],
    ['AUTH at once', [`AUTH PLAIN ${plain(`\0${address}\0x`)}`], [opened]],
    ['AUTH given up', ['AUTH PLAIN', '*'], ['+ ', '-ERR given up']],
    ['AUTH in no known way', ['AUTH LOGIN'], ['-ERR the one mechanism is PLAIN']],
    ['AUTH of half a message', ['AUTH PLAIN eA=='], ['-ERR that is no PLAIN message']],
    [
      'AUTH for another',
      [`AUTH PLAIN ${plain(`taro@plain.test\0${address}\0x`)}`],
      ['-ERR [AUTH] everybody opens their own mailbox'],
    ],
    ['STAT', ['STAT'], ['-ERR not now: authorization']],
    ['nothing known', ['XYZZY'], ['-ERR no such command']],
    ['a name of the language', ['__proto__'], ['-ERR no such command']],
    ['QUIT', ['QUIT', 'NOOP'], ['+OK until next time']],
    [
      // https://www.rfc-editor.org/rfc/rfc2449#section-5
      'CAPA',
      ['CAPA'],
      [
        '+OK these',
        ...'TOP,UIDL,USER,SASL PLAIN,RESP-CODES,AUTH-RESP-CODE,PIPELINING,STLS,IMPLEMENTATION todoku,.'.split(','),
      ],
    ],
  ])('says %s', async (_what, lines, answers) => {
    const mail = await maildrop(1);
    expect(await mail.client().say(...lines)).toEqual(answers);
  });

  it('goes over to TLS, and what was said behind that in the clear is forgotten', async () => {
    // https://www.rfc-editor.org/rfc/rfc2595#section-4
    const client = (await maildrop(1)).client();
    expect(await client.say('STLS', `USER ${address}`)).toEqual(['+OK begin']);
    expect(await client.say('PASS x', 'STLS')).toEqual(['-ERR USER comes first', '-ERR this is TLS already']);
    expect(await client.say('CAPA')).not.toContain('STLS');
  });

  it('is cut off for a line without an end, and after twenty mistakes', async () => {
    const mail = await maildrop(0);
    const long = mail.client();
    expect(await long.send('x'.repeat(8_193))).toEqual(['-ERR that line is too long']);
    expect(long.connection.isOpen).toBe(false);
    const lines = await mail.client().say(...Array(30).fill('GET / HTTP/1.1'));
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe('-ERR too many commands made no sense');
  });
});

describe('the owner', () => {
  const stuffed = ['Subject: one', '', '..dot', 'b', '.'];
  it.each([
    // https://www.rfc-editor.org/rfc/rfc1939#section-5
    [['STAT'], [`+OK 2 ${2 * small.length}`]],
    [['LIST'], ['+OK 2 messages', `1 ${small.length}`, `2 ${small.length}`, '.']],
    [['LIST 2'], [`+OK 2 ${small.length}`]],
    [['LIST 3'], ['-ERR there is no message of that number']],
    [['LIST -1'], ['-ERR there is no message of that number']],
    [['RETR 1'], [`+OK ${small.length} octets`, ...stuffed]],
    [['RETR'], ['-ERR there is no message of that number']],
    [['TOP 1 0'], ['+OK the top', 'Subject: one', '', '.']],
    [['TOP 1 1'], ['+OK the top', 'Subject: one', '', '..dot', '.']],
    [['TOP 1 99'], ['+OK the top', ...stuffed]],
    [['TOP 1'], ['-ERR how many lines of the body: 0, 1, 2 or more']],
    [
      ['DELE 1', 'STAT', 'LIST 1', 'LIST'],
      [
        '+OK gone when you QUIT',
        `+OK 1 ${small.length}`,
        '-ERR there is no message of that number',
        '+OK 1 messages',
        `2 ${small.length}`,
        '.',
      ],
    ],
    [
      ['DELE 1', 'RSET'],
      ['+OK gone when you QUIT', `+OK 2 ${2 * small.length}`],
    ],
    [['NOOP'], ['+OK nothing done']],
    [['USER x'], ['-ERR not now: transaction']],
  ])('says %j', async (lines, answers) => {
    const client = (await maildrop(2)).client();
    await client.logIn();
    expect(await client.say(...lines)).toEqual(answers);
  });

  it('removes at QUIT what was marked, and nothing when the line breaks', async () => {
    // https://www.rfc-editor.org/rfc/rfc1939#section-6
    const { world, mailbox, client } = await maildrop(2);
    const broken = client();
    await broken.logIn();
    await broken.say('DELE 1');
    broken.session.closed();
    expect(folder(world, mailbox, 'inbox')).toHaveLength(2);
    const whole = client();
    await whole.logIn();
    expect(await whole.say('DELE 1', 'QUIT')).toEqual(['+OK gone when you QUIT', '+OK until next time']);
    expect(folder(world, mailbox, 'inbox').map(({ captured }) => captured)).toEqual(['cap_0002']);
    expect(world.log.after(0).filter(({ type }) => type === 'mail.purged')).toHaveLength(1);
  });

  it('has the mailbox alone until the end', async () => {
    // https://www.rfc-editor.org/rfc/rfc1939#section-4
    const { client } = await maildrop(0);
    const [one, two] = [client(), client()];
    await one.logIn();
    expect((await two.logIn()).at(-1)).toBe('-ERR [IN-USE] another program reads this mailbox');
    one.session.closed();
    expect((await two.logIn()).at(-1)).toMatch(/^\+OK/);
  });

  it('finds the same unique ids the next time, whatever was removed', async () => {
    const { client } = await maildrop(3);
    const ids = async (...before: string[]) => {
      const one = client();
      await one.logIn();
      const lines = await one.say('UIDL', ...before, 'QUIT');
      one.session.closed();
      return lines.filter((line) => /^\d /.test(line)).map((line) => line.replace(/^\d /, ''));
    };
    const first = await ids('DELE 2');
    expect(first[0]).toMatch(/^[1-9]\d*\.cap_0001$/);
    expect(await ids()).toEqual([first[0], first[2]]);
  });

  it('has read what was fetched', async () => {
    const { world, mailbox, client } = await maildrop(2);
    const one = client();
    await one.logIn();
    await one.say('TOP 1 1', 'RETR 2', 'RETR 2');
    expect(folder(world, mailbox, 'inbox').map(({ isRead }) => isRead)).toEqual([true, false]);
    expect(world.log.after(0).filter(({ type }) => type === 'mail.read')).toHaveLength(1);
  });

  it('is told of what has left the Inbox since', async () => {
    const { world, client } = await maildrop(2);
    const one = client();
    await one.logIn();
    await world.perform(deleteMessage, { captured: 'cap_0001' });
    expect(await one.say('RETR 1', 'LIST 2')).toEqual([
      '-ERR it has left the Inbox since you logged in',
      `+OK 2 ${small.length}`,
    ]);
  });

  it('never sees junk', async () => {
    // Facts page, 3.1 and 8: POP reads the Inbox and nothing else.
    const mail = `From: <a@b.test>${crlf}Date: Wed, 1 Apr 2026 09:00:00 +0900${crlf}Message-ID: <1@b.test>${crlf}Subject: x${crlf}${crlf}https://wallet.openbadge.test/receive/t0ken${crlf}`;
    const junk = await maildrop(1, { address: 'hanako@gmail.com.test', settings: { junkBias: 'high' }, mail });
    expect(folder(junk.world, junk.mailbox, 'junk')).toHaveLength(1);
    const one = junk.client();
    await one.logIn();
    expect(await one.say('STAT')).toEqual(['+OK 0 0']);
  });
});
