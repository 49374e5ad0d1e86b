import { describe, expect, it } from 'vitest';
import { folder } from '../mailbox/index.ts';
import { imapWorld, small } from './imap-fixture.ts';

describe('a hostile client', () => {
  it('is cut off when a line does not end', async () => {
    const client = await (await imapWorld()).client({ isStranger: true });
    expect(await client.send('a'.repeat(8_192))).toEqual([]);
    expect(await client.send('a')).toEqual(['* BYE that is too much at once']);
    expect(client.connection.isOpen).toBe(false);
    expect(await client.say('a NOOP')).toEqual([]);
  });

  it.each([
    // https://www.rfc-editor.org/rfc/rfc7888#section-4
    ['is refused a literal that is too large before it sends it', 'a LOGIN {9000}', ['a NO [TOOBIG] that is too much']],
    ['is cut off when it sends it all the same', 'a LOGIN {9000+}', ['* BYE that is too much at once']],
    ['is refused a message before the log-in', 'a APPEND INBOX {9000}', ['a NO [TOOBIG] that is too much']],
    ['is refused a size that is no number', 'a LOGIN {99999999999}', ['a BAD a number expected']],
    ['is refused a literal that is not there', 'a LOGIN {5 x', ['a BAD } expected']],
  ])('%s', async (_what, line, answers) => {
    const client = await (await imapWorld()).client({ isStranger: true });
    expect(await client.say(line)).toEqual(answers);
  });

  it('cannot make a command large of many small literals', async () => {
    const client = await (await imapWorld()).client({ limits: { commandBytes: 1_000 } });
    await client.say('s SELECT INBOX');
    const more = ' SUBJECT {100+}\r\n'.padEnd(117, 'x');
    expect(await client.send(`a SEARCH${more.repeat(12)}`)).toEqual(['* BYE that is too much at once']);
  });

  it('may append a message of the size that is told, and no larger one', async () => {
    const mail = await imapWorld();
    const client = await mail.client({ limits: { messageBytes: small.length, commandBytes: 100 } });
    expect((await client.say('a CAPABILITY'))[0]).toContain(`APPENDLIMIT=${small.length}`);
    expect((await client.say(`a APPEND INBOX {${small.length}}`, small)).at(-1)).toMatch(/^a OK/);
    const larger = `${small}x`;
    expect((await client.say(`b APPEND INBOX {${larger.length}+}`, larger)).at(-1)).toBe(
      'b NO [TOOBIG] the message is too large',
    );
    expect(await client.say('c APPEND INBOX {1000}')).toEqual(['c NO [TOOBIG] that is too much']);
    expect(folder(mail.world, mail.mailbox, 'inbox')).toHaveLength(1);
  });

  it('is sent away after twenty commands in a row that make no sense', async () => {
    const client = await (await imapWorld()).client({ isStranger: true });
    const lines = await client.say(...'GET / HTTP/1.1\n'.repeat(30).split('\n'));
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe('* BYE too many commands made no sense');
  });

  it('is not sent away when some of them do', async () => {
    const client = await (await imapWorld()).client();
    for (let turn = 0; turn < 3; turn += 1) await client.say(...Array(15).fill('a XYZZY'), 'a NOOP');
    expect(await client.say('a NOOP')).toEqual(['a OK nothing done']);
  });

  it.each([
    ['a NUL', 'a LOGIN "\0" x'],
    ['a bare CR', 'a LOGIN "\r" x'],
    ['a string that does not end', 'a LOGIN "x'],
    ['an escape of nothing', 'a LOGIN "\\x" y'],
    ['8-bit in a word', 'a LOG\xffIN x y'],
    ['a tag with a plus', '+a NOOP'],
    ['a tag that is too long', `${'t'.repeat(129)} NOOP`],
    ['a name of the language', 'a __proto__'],
    ['another one', 'a UID constructor 1'],
  ])('is answered BAD for %s', async (_what, line) => {
    const client = await (await imapWorld()).client();
    await client.say('s SELECT INBOX');
    expect((await client.say(line)).at(-1)).toMatch(/^(a|\*|t{129}) BAD /);
  });

  it('hears of no mistake of the server but that there was one', async () => {
    const mail = await imapWorld();
    await mail.arrive();
    const client = await mail.client();
    await client.say('s SELECT INBOX');
    mail.world.perform = () => Promise.reject(new TypeError('secret'));
    expect(await client.say('a STORE 1 FLAGS (\\Seen)')).toEqual(['a NO [SERVERBUG] the server made a mistake']);
  });

  it('is told when it is silent for too long', async () => {
    const client = await (await imapWorld()).client();
    client.session.idled();
    expect(client.heard()).toEqual(['* BYE nothing came for too long']);
  });
});

describe('commands in one packet', () => {
  it('are answered one after the other, whatever the packets are cut like', async () => {
    const mail = await imapWorld();
    await mail.arrive();
    const client = await mail.client();
    const bytes = `a SELECT INBOX\r\nb UID SEARCH SUBJECT {3}\r\none UNSEEN\r\nc STORE 1 +FLAGS (\\Seen)\r\nd NOOP\n`;
    const whole = await client.send(bytes);
    const other = await mail.client();
    await client.say('x STORE 1 -FLAGS (\\Seen)');
    const pieces: string[] = [];
    for (const byte of bytes) pieces.push(...(await other.send(byte)));
    expect(pieces).toEqual(whole);
    expect(whole.slice(-5)).toEqual([
      '* SEARCH 1',
      'b OK searched',
      '* 1 FETCH (FLAGS (\\Seen))',
      'c OK stored',
      'd OK nothing done',
    ]);
  });
});
