import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { composeMail } from './compose-mail.ts';
import { dkimRecord } from './dkim-key.ts';
import { messageIdOf } from './message-id.ts';
import { issueNotice, mailWorld } from './outbox-fixture.ts';

const { world } = mailWorld();
const compose = (change: Parameters<typeof issueNotice>[0] = {}) =>
  composeMail(world, 'msg_0001', { ...issueNotice(change), language: 'ja' });

const record = dkimRecord(world);
const resolver = async (name: string, type: string): Promise<string[][]> => {
  if (name === record.name && type === 'TXT') return [[record.txt]];
  throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' });
};
const verdictOf = async (data: Buffer) => {
  const { results } = await dkimVerify(data, { resolver, curTime: new Date(world.clock.now()) });
  return results.map(({ status, signingDomain, selector }) => ({ result: status.result, signingDomain, selector }));
};

describe('a composed mail', () => {
  it('has the header fields of an automatic mail, and both bodies as written', async () => {
    const { data } = compose();
    const email = await PostalMime.parse(data);
    const header = Object.fromEntries(email.headers.map(({ key, value }) => [key, value]));
    expect(email.from).toEqual({ name: 'オープンバッジサービス', address: 'service@openbadge.net' });
    expect(email.to).toEqual([{ name: '見本 花子', address: 'hanako@docomo.ne.jp.test' }]);
    expect(email.subject).toBe('【見本大学】からオープンバッジ発行のお知らせ');
    expect(header).toMatchObject({
      date: 'Wed, 1 Apr 2026 09:00:00 +0900',
      'message-id': messageIdOf(world, 'msg_0001', 'hanako@docomo.ne.jp.test'),
      'mime-version': '1.0',
      'auto-submitted': 'auto-generated',
      'content-language': 'ja',
    });
    expect(email.text).toContain('見本 花子 様\r\n');
    expect(email.text).toContain('\r\nhttps://wallet.openbadge.test/receive/live-token-1\r\n');
    expect(email.html).toContain('href="https://wallet.openbadge.test/receive/live-token-1"');
    expect(email.attachments).toEqual([]);
  });

  it('offers no one-click unsubscribe: nobody may unsubscribe from what the school issues (RFC 8058)', () => {
    for (const language of ['ja', 'en'] as const) {
      const header = composeMail(world, 'msg_0001', { ...issueNotice(), language }).data.toString('latin1');
      expect(header).not.toMatch(/^(List-|Precedence:|Feedback-ID:)/im);
    }
  });

  it('is ASCII in CRLF lines within the limits', () => {
    const text = compose({ issuerName: '見本'.repeat(60), recipientName: '花'.repeat(80) }).data.toString('latin1');
    expect(text).toMatch(/^[\t\r\n\x20-\x7e]*$/);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78);
  });

  it('is the same bytes every time', () => {
    expect(compose().data.equals(compose().data)).toBe(true);
  });

  it('writes a local part that RFC 5321 forbids in quotes, so that To can be parsed', async () => {
    const { data } = compose({ forwardPath: 'ha..nako.@docomo.ne.jp.test' });
    expect(data.toString('latin1')).toContain('<"ha..nako."@docomo.ne.jp.test>');
    expect((await PostalMime.parse(data)).to?.[0]?.address).toBe('"ha..nako."@docomo.ne.jp.test');
  });

  it('carries the subject without brackets in a world that says so', () => {
    const plain = mailWorld(undefined, { hasSubjectBrackets: false });
    const { subject } = composeMail(plain.world, 'msg_0001', { ...issueNotice(), language: 'ja' });
    expect(subject).toBe('見本大学からオープンバッジ発行のお知らせ');
  });

  it('is English throughout when the order says so', async () => {
    const { data } = composeMail(world, 'msg_0001', {
      ...issueNotice({ issuerName: 'Mihon University' }),
      language: 'en',
    });
    const email = await PostalMime.parse(data);
    expect(email.subject).toBe('Receiving your Open Badge from [Mihon University]');
    expect(email.headers.find(({ key }) => key === 'content-language')?.value).toBe('en');
    expect(email.text).toContain('Mihon University has issued you a smart student ID');
    expect(email.html).toContain('<html lang="en">');
  });

  it('keeps the live token out of the bodies for the log, and their words otherwise', async () => {
    const { maskedText, maskedHtml, data } = compose();
    expect(maskedText + maskedHtml).not.toContain('live-token-1');
    expect(maskedText).toContain('https://wallet.openbadge.test/receive/…');
    const { text, html } = await PostalMime.parse(data);
    expect(text?.replaceAll('\r\n', '\n').replaceAll('live-token-1', '…')).toBe(maskedText);
    expect(html?.replaceAll('\r\n', '\n').replaceAll('live-token-1', '…')).toBe(maskedHtml);
  });
});

describe('the DKIM signature', () => {
  it('is verified by another implementation', async () => {
    expect(await verdictOf(compose().data)).toEqual([
      { result: 'pass', signingDomain: 'openbadge.net', selector: 'todoku' },
    ]);
  });

  it('survives folding and white space that relays change', async () => {
    const text = compose({ issuerName: '見本'.repeat(40) }).data.toString('latin1');
    const refolded = text.replace(/^Subject: (\S+)\r\n /m, 'subject:   $1\r\n\t  ');
    expect(refolded).not.toBe(text);
    expect((await verdictOf(Buffer.from(refolded, 'latin1')))[0]?.result).toBe('pass');
  });

  it.each([
    ['the body', (text: string) => text.replace(/\r\n\r\n([A-Za-z0-9+/]{10})/g, '\r\n\r\nAAAA$1')],
    ['the subject', (text: string) => text.replace('\r\nSubject: =?UTF-8?B?', '\r\nSubject: x =?UTF-8?B?')],
    ['the addressee', (text: string) => text.replace('<hanako@', '<taro@')],
    ['the date', (text: string) => text.replace('09:00:00', '09:00:01')],
    ['a second From', (text: string) => `From: other@example.test\r\n${text}`],
  ])('fails when %s was changed on the way', async (_, change) => {
    const text = compose().data.toString('latin1');
    const changed = change(text);
    expect(changed).not.toBe(text);
    expect((await verdictOf(Buffer.from(changed, 'latin1')))[0]?.result).not.toBe('pass');
  });
});
