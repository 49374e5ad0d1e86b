import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { ServiceError } from '../errors/index.ts';
import { mailboxField, unstructuredField } from './header-field.ts';

async function parsed(field: { name: string; value: string }) {
  return PostalMime.parse(`${field.name}: ${field.value}\r\n\r\n`);
}

const longName =
  '学校法人見本学園 見本髙﨑𠮷野国際医療福祉大学大学院医療福祉学研究科保健医療学専攻附属リハビリテーション総合教育研究機構';

describe('a header field of free text', () => {
  it('gives a long Japanese subject back as it was, in encoded-words of at most 75 characters that each decode alone', async () => {
    const subject = `【${longName}】からオープンバッジ発行のお知らせ`;
    const field = unstructuredField('Subject', subject);
    expect((await parsed(field)).subject).toBe(subject);
    const lines = `Subject: ${field.value}`.split('\r\n');
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(76);
    for (const word of field.value.split('\r\n ')) {
      expect(word.length).toBeLessThanOrEqual(75);
      const bytes = Buffer.from(word.slice('=?UTF-8?B?'.length, -2), 'base64');
      expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).not.toThrow();
    }
  });

  it('gives every subject back through another reader, unless a line break or NUL is in it', async () => {
    const awkward = fc.constantFrom('a', ' ', '=', '?', '\t', '.', 'あ', '𠮷', '"', '\\', '\u007f');
    const subjects = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.string({ unit: awkward, maxLength: 120 }),
      fc.string({ unit: 'grapheme-ascii', maxLength: 200 }),
    );
    await fc.assert(
      fc.asyncProperty(subjects, async (text) => {
        // A byte order mark in front is what every decoder takes away.
        fc.pre(!/[\r\n\0]|^\ufeff/.test(text));
        const field = unstructuredField('Subject', text);
        const longest = Math.max(...`Subject: ${field.value}`.split('\r\n').map((line) => line.length));
        expect([(await parsed(field)).subject ?? '', longest <= 78]).toEqual([text, true]);
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  it('leaves plain ASCII readable and folds it between words', async () => {
    const text = 'Receiving your Open Badge from the Mihon International University of Health and Welfare Studies';
    const field = unstructuredField('Subject', text);
    expect(field.value).toContain('\r\n ');
    expect(field.value).not.toContain('=?');
    expect((await parsed(field)).subject).toBe(text);
  });

  it('encodes what only looks like an encoded-word', async () => {
    const text = '=?UTF-8?B?YWJj?=';
    expect((await parsed(unstructuredField('Subject', text))).subject).toBe(text);
  });

  it.each(['a\r\nBcc: x@example.test', 'a\nb', 'a\rb', 'a\0b'])('refuses %j', (text) => {
    expect(() => unstructuredField('Subject', text)).toThrow(
      new ServiceError('header-injection', { field: 'Subject' }),
    );
    expect(() => mailboxField('To', text, 'a@example.test')).toThrow(ServiceError);
    expect(() => mailboxField('To', 'a', text)).toThrow(ServiceError);
  });
});

describe('a header field of an address', () => {
  it.each(['見本 花子', longName, 'Hanako Mihon', 'O\'Neil, "Kim" <x@y>', '', '=?x?='])(
    'keeps the name %j apart from the address',
    async (name) => {
      const field = mailboxField('To', name, 'hanako@docomo.ne.jp.test');
      const { to } = await parsed(field);
      expect(to).toEqual([{ name, address: 'hanako@docomo.ne.jp.test' }]);
      for (const line of `To: ${field.value}`.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78);
    },
  );
});
