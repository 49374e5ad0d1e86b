import { describe, expect, it } from 'vitest';
import { folder } from '../mailbox/index.ts';
import { reception } from './smtp-fixture.ts';

const hanako = 'hanako@plain.test';

/** The endings that some host is known to have taken for CRLF.CRLF, besides it. */
const malformed = ['\n.\n', '\n.\r\n', '\r\n.\n', '\r.\r', '\r\n.\r', '\r.\r\n', '\r.\n', '\r\n\0.\r\n', '\r\n.\0\r\n'];

describe('smuggled SMTP', () => {
  it.each(malformed)('behind %j is one refused message, and no command', async (ending) => {
    await using mx = await reception();
    const mailbox = await mx.open(hanako, {}, 'plain');
    const client = await mx.dial();
    await client.say('EHLO c', 'MAIL FROM:<a@b.test>', `RCPT TO:<${hanako}>`, 'DATA');
    const second = `MAIL FROM:<admin@b.test>\r\nRCPT TO:<${hanako}>\r\nDATA\r\nSubject: smuggled\r\n\r\nx`;
    const reply = await client.send(`Subject: x\r\n\r\nbody${ending}${second}\r\n.\r\n`);
    expect(reply).toBe('550 5.5.2 Error: a line end that is not CRLF stands at a lone dot');
    expect(await client.say('NOOP')).toEqual(['250 OK']);
    expect(folder(mx.world, mailbox, 'inbox')).toEqual([]);
  });

  it.each(malformed)('is refused where %j comes in pieces', async (ending) => {
    await using mx = await reception();
    await mx.open(hanako, {}, 'plain');
    const client = await mx.dial();
    await client.say('EHLO c', 'MAIL FROM:<a@b.test>', `RCPT TO:<${hanako}>`, 'DATA');
    const [first = '', ...others] = `Subject: x\r\n\r\nbody${ending}tail\r\n.\r\n`.match(/.{1,3}/gs) ?? [];
    for (const piece of [first, ...others.slice(0, -1)]) client.push(piece);
    expect(await client.send(others.at(-1) ?? '')).toMatch(/^550 5\.5\.2/);
  });

  it.each(['\r\n..\r\n', '\r\n. \r\n', '\n', '\r', '\r\n...\r\n', 'a.\r\n', '\n.a\n'])(
    'is not seen in %j, which is text',
    async (text) => {
      await using mx = await reception();
      const mailbox = await mx.open(hanako, {}, 'plain');
      const client = await mx.dial();
      await client.say('EHLO c', 'MAIL FROM:<a@b.test>', `RCPT TO:<${hanako}>`, 'DATA');
      expect(await client.send(`Subject: x\r\n\r\nbody${text}tail\r\n.\r\n`)).toMatch(/^250/);
      expect(folder(mx.world, mailbox, 'inbox')).toHaveLength(1);
    },
  );
});
