import { describe, expect, it } from 'vitest';
import { loadWorld, saveWorld } from '#sim/kernel';
import { bytesOf, folder, mailboxOf, transcriptOf } from '../mailbox/index.ts';
import { reception } from './smtp-fixture.ts';

const hanako = 'hanako@plain.test';
const body = 'From: a@b.test\r\nSubject: x\r\n\r\nbody\r\n';

describe('a submission from outside', () => {
  it('is captured byte for byte, with its envelope', async () => {
    await using mx = await reception();
    const mailbox = await mx.open(hanako, {}, 'plain');
    const client = await mx.dial();
    expect(client.greeting).toBe('220 mx.todoku.test ESMTP');
    expect(await client.say('EHLO client.test')).toEqual([
      expect.stringMatching(
        /^250-.*\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250-AUTH .*\r\n250-STARTTLS\r\n250-SIZE 26214400\r\n250 XCLIENT /,
      ),
    ]);
    const raw = Buffer.concat([Buffer.from(body), Buffer.from([0xff, 0x00, 0x80]), Buffer.from('\r\n..\r\n.x\r\n')]);
    await client.say('MAIL FROM:<a@real.example.com> BODY=8BITMIME SIZE=100', `RCPT TO:<${hanako}>`, 'DATA');
    const stuffed = raw.toString('latin1').replaceAll('\r\n.', '\r\n..');
    expect(await client.send(Buffer.from(`${stuffed}.\r\n`, 'latin1'))).toBe('250 2.0.0 Ok: queued');
    const [mail] = folder(mx.world, mailbox, 'inbox');
    expect(mail).toMatchObject({ captured: 'cap_0001', kind: 'outside', subject: 'x' });
    expect(bytesOf(mx.world, 'cap_0001')).toEqual(raw);
    expect(transcriptOf(mx.world, 'cap_0001').map(({ command }) => command)).toEqual([
      'EHLO client.test',
      'MAIL FROM:<a@real.example.com> BODY=8BITMIME SIZE=100',
      `RCPT TO:<${hanako}>`,
      'DATA',
      '.',
    ]);
  });

  it('keeps of a log-in its method, never the password', async () => {
    await using mx = await reception();
    await mx.open(hanako, {}, 'plain');
    const client = await mx.dial();
    const login = Buffer.from('\0taro\0himitsu-1').toString('base64');
    await client.say('EHLO c', `AUTH PLAIN ${login}`, 'MAIL FROM:<>', `RCPT TO:<${hanako}>`, 'DATA');
    await client.send(`${body}.\r\n`);
    const transcript = transcriptOf(mx.world, 'cap_0001');
    expect(transcript.map(({ command, reply }) => `${command} ${reply.replyCode}`).slice(0, 3)).toEqual([
      'EHLO c 250',
      'AUTH PLAIN 235',
      'MAIL FROM:<> 250',
    ]);
    expect(JSON.stringify([transcript, saveWorld(mx.world).journal])).not.toContain(login);
  });

  it('comes again from the journal', async () => {
    await using mx = await reception();
    await mx.open(hanako, {}, 'plain');
    const client = await mx.dial();
    await client.say('EHLO c', 'MAIL FROM:<>', `RCPT TO:<${hanako}>`, 'RCPT TO:<nobody@plain.test>', 'DATA');
    await client.send(`${body}.\r\n`);
    using again = await loadWorld(saveWorld(mx.world), mx.world.modules);
    expect(again.log.after(0)).toEqual(mx.world.log.after(0));
    expect(bytesOf(again, 'cap_0001').toString()).toBe(body);
  });

  it('may be sent with every command at once', async () => {
    await using mx = await reception();
    const mailbox = await mx.open(hanako, {}, 'plain');
    const client = await mx.dial();
    const one = ['MAIL FROM:<a@b.test>', `RCPT TO:<${hanako}>`, 'DATA', `${body}.`];
    const replies = await client.say('EHLO c', ...one, ...one, ...one, 'QUIT');
    expect(replies.map((reply) => reply.slice(0, 3)).join(' ')).toBe(
      '250 250 250 354 250 250 250 354 250 250 250 354 250 221',
    );
    await client.closed;
    expect(folder(mx.world, mailbox, 'inbox')).toHaveLength(3);
  });

  it('has one message for all its addresses, and one outcome for each of them', async () => {
    await using mx = await reception();
    await mx.open('hanako@docomo.ne.jp.test', { refusesPcMail: true });
    await mx.open(hanako, {}, 'plain');
    const client = await mx.dial();
    await client.say('EHLO c', 'MAIL FROM:<a@b.test>');
    expect(
      await client.say(
        'RCPT TO:<nobody@docomo.ne.jp.test>',
        'RCPT TO:<hanako@docomo.ne.jp.test>',
        `RCPT TO:<${hanako}>`,
        'DATA',
      ),
    ).toEqual([
      '550 Unknown user nobody@docomo.ne.jp.test',
      '250 Accepted',
      '250 Accepted',
      expect.stringMatching(/^354/),
    ]);
    expect(await client.send(`${body}.\r\n`)).toBe('250 2.0.0 Ok: queued');
    expect(mx.outcomes()).toEqual([
      'msg_0001 nobody@docomo.ne.jp.test rejected unknown-user',
      expect.stringMatching(/^msg_0001 hanako@docomo.ne.jp.test rejected /),
      expect.stringMatching(/^msg_0001 hanako@plain.test delivered /),
    ]);
  });
});

describe('a refusal is given at its stage', () => {
  it('by docomo in one and the same words: nobody at RCPT, filtered after the data', async () => {
    await using mx = await reception();
    const address = 'hanako@docomo.ne.jp.test';
    await mx.open(address, { blockedSenders: ['b.test'] });
    const client = await mx.dial();
    await client.say('EHLO c', 'MAIL FROM:<a@b.test>');
    expect(await client.say('RCPT TO:<taro@docomo.ne.jp.test>', `RCPT TO:<${address}>`)).toEqual([
      '550 Unknown user taro@docomo.ne.jp.test',
      '250 Accepted',
    ]);
    await client.say('DATA');
    expect(await client.send(`${body}.\r\n`)).toBe(`550 Unknown user ${address}`);
  });

  it('by Gmail for a full mailbox at RCPT, by what SIZE says', async () => {
    await using mx = await reception();
    const address = 'hanako@gmail.com.test';
    await mx.open(address, { quotaBytes: 1_000 });
    const client = await mx.dial();
    await client.say('EHLO c', 'MAIL FROM:<a@b.test> SIZE=2000');
    expect(await client.say(`RCPT TO:<${address}>`)).toEqual([expect.stringMatching(/^(452|552) /)]);
    await client.say('RSET', 'MAIL FROM:<a@b.test> SIZE=20');
    expect(await client.say(`RCPT TO:<${address}>`)).toEqual(['250 Accepted']);
  });

  it.each([
    'hanako@docomo.ne.jp',
    'hanako@example.com',
    'hanako@nobody.test',
    'hanako@x.example',
    'hanako@[127.0.0.1]',
    'postmaster',
  ])('before anything is sent to %s, which is nobody’s here', async (address) => {
    await using mx = await reception();
    const client = await mx.dial();
    await client.say('EHLO c', 'MAIL FROM:<a@b.test>');
    expect(await client.say(`RCPT TO:<${address}>`, 'DATA')).toEqual([
      '550 5.1.2 Bad destination system address: no host takes mail for the domain',
      expect.stringMatching(/^503/),
    ]);
    expect(mx.outcomes()).toEqual([expect.stringMatching(/ rejected no-such-domain$/)]);
  });
});

describe('an address', () => {
  it.each([
    ['a..b@docomo.ne.jp.test', '"a..b"@docomo.ne.jp.test'],
    ['"a..b"@docomo.ne.jp.test', 'a..b@docomo.ne.jp.test'],
    ['a.@docomo.ne.jp.test', '"a."@docomo.ne.jp.test'],
    ['.a@docomo.ne.jp.test', '-A@docomo.ne.jp.test'.replace('-A', '.A')],
    ['-a@docomo.ne.jp.test', '-a@docomo.ne.jp.test'],
    ['花子@plain.test', '花子@plain.test'],
  ])('%s may be written %s', async (address, written) => {
    await using mx = await reception();
    const mailbox = await mx.open(address, {}, 'plain');
    const client = await mx.dial();
    await client.say('EHLO c', 'MAIL FROM:<a@b.test> SMTPUTF8', `RCPT TO:<${written}>`, 'DATA');
    expect(await client.send(`${body}.\r\n`)).toMatch(/^250/);
    expect(folder(mx.world, mailbox, 'inbox')).toHaveLength(1);
  });

  it('with letters beyond ASCII needs SMTPUTF8', async () => {
    await using mx = await reception();
    await mx.open('花子@plain.test', {}, 'plain');
    const client = await mx.dial();
    expect(await client.say('EHLO c', 'MAIL FROM:<太郎@b.test>', 'MAIL FROM:<>', 'RCPT TO:<花子@plain.test>')).toEqual([
      expect.anything(),
      '553 5.6.7 Error: address needs SMTPUTF8',
      '250 Accepted',
      '553 5.6.7 Error: address needs SMTPUTF8',
    ]);
  });

  it.each(['a\rb', 'a\0b', 'a\tb', 'a\u001fb'])('%j@ is refused', async (local) => {
    await using mx = await reception({ opensMailboxes: true });
    const client = await mx.dial();
    const replies = await client.say(
      'EHLO c',
      `MAIL FROM:<${local}@b.test>`,
      'MAIL FROM:<>',
      `RCPT TO:<${local}@b.test>`,
    );
    expect(replies.map((reply) => reply.slice(0, 3))).toEqual(['250', '501', '250', '501']);
  });

  it('without a mailbox gets one when the server is told so', async () => {
    await using mx = await reception({ opensMailboxes: true });
    const client = await mx.dial();
    for (const address of ['anyone@app.example', 'hanako@docomo.ne.jp.test']) {
      await client.say('EHLO c', 'MAIL FROM:<a@b.test>', `RCPT TO:<${address}>`, 'DATA');
      expect(await client.send(`${body}.\r\n`)).toMatch(/^250/);
    }
    expect(mailboxOf(mx.world, 'anyone@app.example')?.provider).toBe('plain');
    expect(mailboxOf(mx.world, 'hanako@docomo.ne.jp.test')?.provider).toBe('docomo');
    expect(await client.say('MAIL FROM:<>', 'RCPT TO:<anyone@app.example.com>')).toEqual([
      '250 Accepted',
      expect.stringMatching(/^550 5\.1\.2/),
    ]);
  });
});

describe('the connection', () => {
  it('takes any log-in', async () => {
    await using mx = await reception();
    const plain = Buffer.from('\0user\0wrong').toString('base64');
    const name = Buffer.from('user').toString('base64');
    for (const lines of [
      [`AUTH PLAIN ${plain}`],
      ['AUTH PLAIN', plain],
      ['AUTH LOGIN', name, name],
      ['AUTH CRAM-MD5', name],
    ]) {
      const client = await mx.dial();
      await client.say('EHLO c');
      let last = '';
      for (const line of lines) [last = ''] = await client.say(line);
      expect(last).toMatch(lines[0] === 'AUTH CRAM-MD5' ? /^(235|501)/ : /^235/);
    }
  });

  it('lets a client say where it connects from, which stands in the journal', async () => {
    await using mx = await reception();
    await mx.open(hanako, {}, 'plain');
    const client = await mx.dial();
    expect(await client.say('EHLO c', 'XCLIENT ADDR=192.0.2.7')).toEqual([
      expect.anything(),
      expect.stringMatching(/^220/),
    ]);
    await client.say('EHLO c', 'MAIL FROM:<>', `RCPT TO:<${hanako}>`, 'DATA');
    expect(await client.send(`${body}.\r\n`)).toMatch(/^250/);
    expect(mx.world.journal.entries().at(-1)?.payload).toMatchObject({ clientAddress: '192.0.2.7', helo: 'c' });
  });

  it('is closed with the server, in whatever it is about', async () => {
    const mx = await reception();
    await mx.open(hanako, {}, 'plain');
    const client = await mx.dial();
    await client.say('EHLO c', 'MAIL FROM:<>', `RCPT TO:<${hanako}>`, 'DATA');
    await mx[Symbol.asyncDispose]();
    await client.closed;
  });

  it('that breaks off in the data leaves nothing, and the server goes on', async () => {
    await using mx = await reception();
    const mailbox = await mx.open(hanako, {}, 'plain');
    const client = await mx.dial();
    await client.say('EHLO c', 'MAIL FROM:<>', `RCPT TO:<${hanako}>`, 'DATA');
    client.hangUp('half a mess');
    await client.closed;
    const next = await mx.dial();
    await next.say('EHLO c', 'MAIL FROM:<>', `RCPT TO:<${hanako}>`, 'DATA');
    expect(await next.send(`${body}.\r\n`)).toMatch(/^250/);
    expect(folder(mx.world, mailbox, 'inbox')).toHaveLength(1);
  });

  it('gives a "later" when the world has no room for more', async () => {
    await using mx = await reception({}, { events: 2 });
    await mx.open(hanako, {}, 'plain');
    const client = await mx.dial();
    await client.say('EHLO c');
    const codes: string[] = [];
    for (const _time of [1, 2]) {
      await client.say('MAIL FROM:<>', `RCPT TO:<${hanako}>`, 'DATA');
      codes.push(await client.send(`${body}.\r\n`));
    }
    expect(codes).toEqual(['250 2.0.0 Ok: queued', '451 4.3.0 Error: local error']);
  });
});
