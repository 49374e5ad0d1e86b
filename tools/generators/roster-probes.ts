import type { ErrorCode } from '#sim/errors';

export type RosterCode = Extract<ErrorCode, `roster-${string}`>;

const titles = '学籍番号,氏名,フリガナ,メールアドレス,学部';
const row = (
  number: string,
  name = '見本 花子',
  address = 'hanako@gmail.com',
  kana = 'ミホン ハナコ',
  faculty = '文学部',
) => [number, name, kana, address, faculty].join(',');
const file = (...rows: readonly string[]): string => `${[titles, ...rows].join('\n')}\n`;
const addressed = (address: string): string => file(row('2026A0001', '見本 花子', address));
const numbered = (...numbers: readonly string[]): string =>
  file(...numbers.map((number, index) => row(number, `見本 ${index}`, `s${index}@gmail.com`)));

/** For every answer that an import can give, a file that gets it. */
export const rosterProbes: Readonly<Record<RosterCode, string | Uint8Array>> = {
  'roster-empty': '',
  'roster-no-rows': file(),
  'roster-utf16': Buffer.from(`\ufeff${numbered('2026A0001')}`, 'utf16le'),
  'roster-encoding': Buffer.concat([Buffer.from(titles), Buffer.from([0x0a, 0xff, 0xff])]),
  'roster-nul': file('2026\0'),
  'roster-quote-open': file('"2026A0001'),
  'roster-quote-stray': file('2026"A0001'),
  'roster-record-too-long': file('x'.repeat(1_000_000)),
  'roster-too-many-rows': `${titles}\n${'x\n'.repeat(150_000)}`,
  'roster-column-missing': '学籍番号,氏名\n2026A0001,見本 花子\n',
  'roster-column-duplicate': '学籍番号,学生番号,氏名,メールアドレス\n1,1,見本 花子,hanako@gmail.com\n',
  'roster-column-unknown': '学籍番号,氏名,メールアドレズ\n1,見本 花子,hanako@gmail.com\n',
  'roster-column-ignored': '学籍番号,氏名,メールアドレス,血液型\n1,見本 花子,hanako@gmail.com,A\n',
  // Two bytes that are é in UTF-8 and two half-width kana in Shift_JIS.
  'roster-encoding-ambiguous': 'student number,name,mail\n2026A0001,José Mihon,jose@gmail.com\n',
  'roster-row-width': file('2026A0001,見本 花子'),
  'roster-cell-empty': file(row('2026A0001', '')),
  'roster-cell-control-character': file(row('2026A0001', '見本\u200b花子')),
  'roster-cell-unreadable': file(row('2026A0001', '見本 \ue000子')),
  'roster-cell-too-long': file(row('2026A0001', '長'.repeat(1_000))),
  'roster-cell-formula': file(row('2026A0001', '=A1')),
  'roster-cell-normalised': numbered('２０２６Ａ０００１'),
  'roster-name-suspect': file(row('2026A0001', '見本 〓子')),
  'roster-number-form': numbered('2026#0001'),
  'roster-number-scientific': numbered('1.2E+09'),
  'roster-number-short': numbered('00260011', '00260012', '00260013', '260014'),
  'roster-number-duplicate': numbered('2026A0001', '2026a0001'),
  'roster-student-duplicate': file(row('2026A0001'), row('2026A0002')),
  'roster-address-shared': file(row('2026A0001'), row('2026A0002', '見本 太郎')),
  'roster-address-form': addressed('hanako'),
  'roster-address-domain': addressed('hanako@gmail'),
  'roster-address-local-part': addressed('hana ko@gmail.com'),
  'roster-address-dots': addressed('hanako..m@gmail.com'),
  'roster-address-carrier': addressed('hanako..m@docomo.ne.jp'),
  'roster-address-typo': addressed('hanako@gmial.com'),
};
