import { describe } from 'vitest';
import { link, mailOf, trips } from '../lint-fixture.ts';
import { charsetRules } from './charset.ts';
import { lineRules } from './lines.ts';

const utf8 = Buffer.from('学生証').toString('latin1');
const plain = (type: string, content: string, encoding = '8bit') => ({
  body: `Content-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${content}\r\n`,
});
/** 学生 in ISO-2022-JP, with ① (row 13) behind it, and with half-width kana. */
const jis = '\x1b$B3X@8\x1b(B';
const jisNec = '\x1b$B3X@8-!\x1b(B';
const jisKana = '\x1b$B3X\x1b(IJ\x1b(B';

describe('charsets', () => {
  trips(charsetRules, [
    ['charset-missing', plain('text/plain', utf8), plain('text/plain', 'ASCII')],
    ['charset-unknown', plain('text/plain; charset=utf8mb4', utf8), plain('text/plain; charset=UTF-8', utf8)],
    [
      'charset-wrong',
      plain('text/plain; charset=UTF-8', '\x8a\x77\x90\xb6'),
      plain('text/plain; charset=Shift_JIS', '\x8a\x77\x90\xb6'),
    ],
    [
      'eight-bit-undeclared',
      plain('text/plain; charset=UTF-8', utf8, '7bit'),
      plain('text/plain; charset=UTF-8', utf8),
    ],
    [
      'jis-extension',
      plain('text/plain; charset=ISO-2022-JP', jisNec, '7bit'),
      plain('text/plain; charset=ISO-2022-JP', jis, '7bit'),
    ],
    [
      'jis-extension',
      { header: { Subject: `=?ISO-2022-JP?B?${Buffer.from(jisNec, 'latin1').toString('base64')}?=` } },
      { header: { Subject: `=?ISO-2022-JP?B?${Buffer.from(jis, 'latin1').toString('base64')}?=` } },
    ],
    [
      'jis-half-width-kana',
      plain('text/plain; charset=ISO-2022-JP', jisKana, '7bit'),
      plain('text/plain; charset=ISO-2022-JP', jis, '7bit'),
    ],
    ['half-width-kana', { text: `ﾊﾅｺ様 ${link}` }, { text: `ハナコ様 ${link}` }],
    ['wave-dash', { text: '9時〜17時、月～金' }, { text: '9時〜17時、月〜金' }],
    ['wave-dash', plain('text/plain; charset=Shift_JIS', '\x81\x60'), { text: '9時～17時' }],
    ['character-lost', { text: '〓〓 花子 様' }, { text: '見本 花子 様' }],
    ['character-lost', plain('text/plain; charset=UTF-8', '\xe5\xad'), {}],
    ['beyond-bmp', { header: { Subject: '=?UTF-8?B?8J+Okw==?=' } }, { text: '🎓' }],
  ]);
});

describe('lines', () => {
  const raw = mailOf({}).toString('latin1');
  const withLine = (length: number) => ({ raw: raw.replace('\r\n\r\n', `\r\n\r\n${'x'.repeat(length)}\r\n`) });
  trips(lineRules, [
    ['bare-line-end', { raw: raw.replace('\r\n\r\n', '\r\n\r\na\nb\r\n') }, { raw }],
    ['bare-line-end', { raw: raw.replace('\r\n\r\n', '\r\n\r\na\rb\r\n') }, { raw }],
    ['line-too-long', withLine(999), withLine(998)],
    ['line-over-78', withLine(79), withLine(78)],
    ['nul', { raw: raw.replace('\r\n\r\n', '\r\n\r\n\0\r\n') }, { raw }],
  ]);
});
