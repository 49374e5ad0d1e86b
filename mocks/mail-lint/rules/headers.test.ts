import { describe } from 'vitest';
import { type LintRow, trips } from '../lint-fixture.ts';
import { encodedWordRules } from './encoded-words.ts';
import { headerRules } from './headers.ts';

const list = { 'List-Id': '<news.openbadge.net>' };
const oneClick = { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };

describe('the header', () => {
  trips(headerRules, [
    ...['From', 'Date', 'Message-ID'].map((field): LintRow => ['field-missing', { header: { [field]: [] } }, {}]),
    ...['To', 'Subject'].map((field): LintRow => ['field-advised', { header: { [field]: [] } }, {}]),
    ['field-twice', { header: { Subject: ['a', 'b'] } }, { header: { Received: ['from a', 'from b'] } }],
    ['field-malformed', { raw: 'From a@b.test\r\n\r\nbody\r\n' }, {}],
    ['field-malformed', { raw: 'From : a@b.test\r\n\r\nbody\r\n' }, { raw: 'From: a@b.test,\r\n c@d.test\r\n\r\n' }],
    ['from-malformed', { header: { From: 'a@b.test, c@d.test' } }, { header: { From: '"a, b" <a@b.test>' } }],
    ['from-malformed', { header: { From: '花子' } }, {}],
    ['date-malformed', { header: { Date: '2026/04/01 09:00' } }, { header: { Date: '1 Apr 2026 00:00 GMT' } }],
    ['date-malformed', { header: { Date: 'Wed, 31 Abc 2026 09:00:00 +0900' } }, {}],
    ['message-id-malformed', { header: { 'Message-ID': 'msg_0001' } }, {}],
    ['mime-version-missing', { header: { 'MIME-Version': [] } }, {}],
    ['auto-submitted-missing', { header: { 'Auto-Submitted': [] } }, { header: { 'Auto-Submitted': [], ...list } }],
    [
      'unsubscribe-on-notice',
      { header: { 'List-Unsubscribe': '<https://openbadge.net/stop>' } },
      { header: { 'List-Unsubscribe': '<https://openbadge.net/stop>', ...list, ...oneClick } },
    ],
    ['one-click-missing', { header: list }, { header: { ...list, ...oneClick } }],
    ['one-click-missing', { header: { Precedence: 'bulk' } }, {}],
  ]);
});

describe('encoded words', () => {
  const half = Buffer.from('学生証').subarray(0, 4);
  const rest = Buffer.from('学生証').subarray(4);
  const split = `=?UTF-8?B?${half.toString('base64')}?=\r\n =?UTF-8?B?${rest.toString('base64')}?=`;
  trips(encodedWordRules, [
    ['header-8bit', { header: { Subject: Buffer.from('学生証').toString('latin1') } }, {}],
    [
      'word-split',
      { header: { Subject: split } },
      { header: { Subject: '=?UTF-8?Q?=E5=AD=A6?= =?UTF-8?Q?=E7=94=9F?=' } },
    ],
    ['word-split', { header: { Subject: '=?ISO-2022-JP?B?GyRCM1gbKEI==?= =?Shift_JIS?B?ig==?=' } }, {}],
    [
      'word-charset-unknown',
      { header: { Subject: '=?x-mac-kanji?B?YQ==?=' } },
      { header: { Subject: '=?cp50220?B?YQ==?=' } },
    ],
    [
      'word-too-long',
      { header: { Subject: `=?UTF-8?Q?${'a'.repeat(70)}?=` } },
      { header: { Subject: 'a'.repeat(80) } },
    ],
    [
      'word-in-quotes',
      { header: { From: '"=?UTF-8?B?5a2m55Sf?=" <service@openbadge.net>' } },
      { header: { From: '=?UTF-8?B?5a2m55Sf?= <service@openbadge.net>' } },
    ],
  ]);
});
