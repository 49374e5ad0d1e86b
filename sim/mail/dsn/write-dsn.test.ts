import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import type { SmtpReply } from '../../events/index.ts';
import { carrierReplies, undeliveredTo } from './carrier-replies.ts';
import { reasonOf } from './classify.ts';
import { readDsn } from './read-dsn.ts';
import { writeDsn } from './write-dsn.ts';

const refused: SmtpReply = { replyCode: 550, text: 'Unknown user hanako@docomo.ne.jp', stage: 'DATA' };
const undelivered = undeliveredTo('hanako@docomo.ne.jp', refused);

describe('a report of our own host', () => {
  it('is what RFC 3464 says, byte for byte', async () => {
    await expect(writeDsn(undelivered).toString('latin1').replaceAll('\r\n', '\n')).toMatchFileSnapshot(
      './failed.golden.eml',
    );
    expect(writeDsn(undelivered).equals(writeDsn(undelivered))).toBe(true);
  });

  it('is read by another implementation, in Japanese and English, and brings the header back without a live link', async () => {
    const email = await PostalMime.parse(writeDsn(undelivered), { forceRfc822Attachments: true });
    expect(email.from?.address).toBe('MAILER-DAEMON@mail.openbadge.net');
    expect(email.to?.[0]?.address).toBe('service@openbadge.net');
    expect(email.text).toContain('次の宛先にメールを届けられませんでした。');
    expect(email.text).toContain('could not be delivered');
    expect(writeDsn(undelivered).toString('latin1')).not.toContain('live-token-1');
  });

  it('is ASCII in CRLF lines of at most 998 characters, whatever the host said', () => {
    const text = `${'語'.repeat(400)} ${'x'.repeat(2_000)}\r\nStatus: 2.0.0\r\n\r\n--=_dsn_0001--`;
    const bytes = writeDsn({ ...undelivered, reply: { ...refused, text } }).toString('latin1');
    expect(bytes).toMatch(/^[\t\r\n\x20-\x7e]*$/);
    expect(bytes.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...bytes.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
    expect(bytes).not.toMatch(/^Status: 2/m);
    expect(readDsn(Buffer.from(bytes))?.recipients).toMatchObject([{ status: '5.0.0', action: 'failed' }]);
  });

  it('tells until when a delayed mail is tried', () => {
    const bytes = writeDsn({ ...undelivered, action: 'delayed', reply: { ...refused, replyCode: 451 } });
    expect(bytes.toString('latin1')).toContain('\r\nWill-Retry-Until: Mon, 6 Apr 2026 09:00:02 +0900\r\n');
    expect(readDsn(bytes)?.recipients).toMatchObject([{ action: 'delayed', status: '4.0.0' }]);
  });

  it.each(carrierReplies.map((row) => [row.case, row] as const))('is read back as it was: %s', (_, row) => {
    const report = readDsn(writeDsn(undeliveredTo(row.address, row.reply)));
    expect(report).toMatchObject({
      reportingHost: 'mail.openbadge.net',
      envelopeId: 'msg_0001.abcdefghijklmnop',
      messageId: '<msg_0001.abcdefghijklmnop@openbadge.net>',
      recipients: [{ finalRecipient: row.address, originalRecipient: row.address, action: 'failed', reply: row.reply }],
    });
    expect(report?.recipients.map(({ reply }) => reasonOf(reply))).toEqual([row.reason]);
  });

  it('is read back as it was for any address, reply and stage', () => {
    const word = fc.stringMatching(/^[!-'*-9;-~]{1,30}$/);
    const local = fc.constantFrom('hanako', 'ha..nako.', '-h', 'a+b', '"a..b"', "o'neil", '"a:b"');
    const reply = fc.record(
      {
        replyCode: fc.integer({ min: 400, max: 599 }),
        enhancedStatusCode: fc.constantFrom('4.2.2', '5.1.1', '5.7.26', '4.7.1'),
        text: fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' ')),
        stage: fc.constantFrom('MAIL', 'RCPT', 'DATA'),
      },
      { requiredKeys: ['replyCode', 'text', 'stage'] },
    );
    const delayed = fc.constantFrom('failed', 'delayed');
    fc.assert(
      fc.property(local, reply, delayed, (name, said, action) => {
        // A text that begins like a code is read as one: hosts put the code there.
        fc.pre(!/^(\d\.|-)/.test(said.text));
        const address = `${name}@mail.example.test`;
        const report = readDsn(writeDsn({ ...undeliveredTo(address, said as SmtpReply), action: action as 'failed' }));
        const unquoted = (path: string | undefined) => path?.replace(/^"(.*)"@/, '$1@');
        expect(report?.recipients).toHaveLength(1);
        expect(unquoted(report?.recipients[0]?.finalRecipient)).toBe(unquoted(address));
        expect(report?.recipients[0]).toMatchObject({ action, reply: said });
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});
