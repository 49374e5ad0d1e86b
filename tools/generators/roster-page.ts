import { modules } from '#scenarios/runner';
import { type Bilingual, catalogue, ServiceError } from '#sim/errors';
import { addSchool, type ImportedRoster, importRoster, type RosterIssue } from '#sim/issuer';
import { createWorld, defaultLimits, type RunningWorld } from '#sim/kernel';
import type { Generator } from './generator.ts';
import { type RosterCode, rosterProbes } from './roster-probes.ts';

/** What each column may be called; the first is what the texts call it. The import is asked about every one. */
const columns: readonly { readonly titles: readonly string[]; readonly isNeeded: boolean; readonly note: Bilingual }[] =
  [
    {
      titles: ['学籍番号', '学生番号', '学生証番号', 'student number', 'student no', 'student id'],
      isNeeded: true,
      note: { ja: '英数字とハイフン、32文字まで', en: 'letters, digits, hyphens; at most 32' },
    },
    {
      titles: ['氏名', '名前', '学生氏名', '漢字氏名', '氏名漢字', 'name', 'full name', 'student name'],
      isNeeded: true,
      note: { ja: '書かれたままの字（髙・﨑・𠮷 も）', en: 'kept as it is written (髙, 﨑, 𠮷 too)' },
    },
    {
      titles: [
        'メールアドレス',
        'eメールアドレス',
        'eメール',
        'メール',
        '電子メール',
        'email',
        'email address',
        'mail',
      ],
      isNeeded: true,
      note: {
        ja: '再生では、末尾に .test を付けた模擬アドレスに置き換える',
        en: 'replaced by the simulated address, which ends in .test',
      },
    },
    {
      titles: ['フリガナ', 'ふりがな', 'カナ', 'カナ氏名', '氏名カナ', '氏名フリガナ', 'kana', 'furigana'],
      isNeeded: false,
      note: { ja: '半角カナは全角にする', en: 'half-width kana become full-width' },
    },
    { titles: ['学部', '学部名', '研究科', 'faculty', 'school'], isNeeded: false, note: { ja: '–', en: '–' } },
    {
      titles: ['学科', '学科名', '専攻', 'コース', 'department', 'major', 'course'],
      isNeeded: false,
      note: { ja: '–', en: '–' },
    },
    { titles: ['学年', '年次', 'grade', 'year'], isNeeded: false, note: { ja: '–', en: '–' } },
  ];

const school = 'mihon-university';

async function newWorld(): Promise<RunningWorld> {
  const origin = { seed: 1, startsAt: 1_775_001_600_000, limits: defaultLimits, parameters: {} };
  const world = createWorld(origin, modules);
  await world.perform(addSchool, { slug: school, name: { ja: '見本大学', en: 'Mihon University' } });
  return world;
}

async function imported(bytes: Uint8Array | string): Promise<ImportedRoster | ServiceError> {
  using world = await newWorld();
  try {
    return await importRoster(world, { school, bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes });
  } catch (error) {
    if (error instanceof ServiceError) return error;
    throw error;
  }
}

/** Throws TypeError when the import does not know a title that the page would list. */
async function checkTitles(): Promise<void> {
  const needed = columns.filter(({ isNeeded }) => isNeeded).map(({ titles }) => titles[0] ?? '');
  const cells = ['2026A0001', '見本 花子', 'hanako@gmail.com'];
  for (const { titles, isNeeded } of columns) {
    for (const title of titles) {
      const header = isNeeded ? needed.map((name) => (name === titles[0] ? title : name)) : [...needed, title];
      const row = isNeeded ? cells : [...cells, '1'];
      const answer = await imported(`${header.join(',')}\n${row.join(',')}\n`);
      const isKnown = !(answer instanceof ServiceError) && answer.accepted === 1 && ignored(answer).length === 0;
      if (!isKnown) throw new TypeError(`the import does not know the column ${title}`);
    }
  }
}

const ignored = ({ warnings }: ImportedRoster): readonly RosterIssue[] =>
  warnings.filter(({ code }) => code === 'roster-column-ignored');

type Kind = 'file' | 'row' | 'warning';

interface Answer {
  readonly code: RosterCode;
  readonly kind: Kind;
  readonly reason: Bilingual;
}

/** What the import answers to the file that is made for a code. Throws TypeError when it answers something else. */
async function answerTo(code: RosterCode): Promise<Answer> {
  const answer = await imported(rosterProbes[code]);
  if (answer instanceof ServiceError) {
    if (answer.code === code) return { code, kind: 'file', reason: answer.detail };
    throw new TypeError(`the file for ${code} is refused with ${answer.code}`);
  }
  const rejected = answer.rejected.find((issue) => issue.code === code);
  if (rejected !== undefined) return { code, kind: 'row', reason: rejected.reason };
  const warning = answer.warnings.find((issue) => issue.code === code);
  if (warning !== undefined) return { code, kind: 'warning', reason: warning.reason };
  throw new TypeError(`the file for ${code} is not answered with it`);
}

function table(answers: readonly Answer[], kind: Kind): string {
  const rows = answers
    .filter((answer) => answer.kind === kind)
    .map(({ code, reason }) => {
      const { nextStep } = catalogue[code];
      return `| \`${code}\` | ${reason.ja}<br>${reason.en} | ${nextStep.ja}<br>${nextStep.en} |`;
    });
  return ['| code | 文 (example) | 次にすること What to do |', '|---|---|---|', ...rows].join('\n');
}

function columnTable(): string {
  const rows = columns.map(({ titles, isNeeded, note }) => {
    const [first = '', ...others] = titles;
    const said = note.ja === note.en ? note.ja : `${note.ja}<br>${note.en}`;
    return `| ${first} | ${isNeeded ? '必須 needed' : '任意'} | ${others.join('・')} | ${said} |`;
  });
  return ['| 列 column | | ほかの呼び方 also called | |', '|---|---|---|---|', ...rows].join('\n');
}

const example = `学籍番号,氏名,フリガナ,メールアドレス,学部
2026A0123,見本 花子,ミホン ハナコ,hanako@gmail.com,文学部
2026A0124,見本 太郎,ミホン タロウ,taro@docomo.ne.jp,経済学部
2026B0045,髙﨑 𠮷乃,タカサキ ヨシノ,yoshino@icloud.com,理工学部
`;

const mistaken = `${example}2026A0123,見本 三郎,ミホン サブロウ,saburo@gmail.com,文学部
2026A0127,,ミホン シロウ,shiro@gmail.com,法学部
2026A0128,見本 五郎,ﾐﾎﾝ ｺﾞﾛｳ,goro@gmial.com,法学部
2026A0129,見本 六郎,ﾐﾎﾝ ﾛｸﾛｳ,rokuro@gmail.com,法学部
`;

async function exampleAnswer(): Promise<string> {
  const answer = await imported(mistaken);
  if (answer instanceof ServiceError) throw answer;
  const { accepted, rejected, warnings, mapped, encoding } = answer;
  return JSON.stringify({ accepted, rejected, warnings, mapped, encoding }, null, 2);
}

async function page(): Promise<string> {
  await checkTitles();
  const codes = Object.keys(catalogue).filter((code): code is RosterCode => code.startsWith('roster-'));
  const answers: Answer[] = [];
  for (const code of codes) answers.push(await answerTo(code));
  const told = await exampleAnswer();
  return `# 名簿 The roster

学校が発行の前に取り込む CSV です。列の順は自由、使わない列はあってもかまいません。シナリオでは \`school.importsRoster\` の
\`csv\` にファイルの中身を書きます（ファイル名ではありません）。例: [roster-example.csv](roster-example.csv)。
The CSV that a school imports before it issues. Columns may stand in any order; others are left out. In a scenario the
text of the file, not its name, is the \`csv\` of \`school.importsRoster\`. \`npm run generate\` makes this page by importing a
file for every line of it; do not edit it.

## 列 Columns

全角・半角、大文字・小文字、空白、括弧の違いは問いません。
Width, case, spaces and brackets of a title do not matter.

${columnTable()}

## ファイル The file

- 文字コード: UTF-8（BOM の有無は問わない）、Shift_JIS（Excel の CSV）。UTF-16 は不可。
  Encoding: UTF-8 with or without byte order mark, or Shift_JIS as Excel writes it; no UTF-16.
- 区切り: コンマ、またはタブ。引用符は RFC 4180。改行は CR LF・LF・CR のいずれも可。
  Commas or tabs, quotes as in RFC 4180, any line ends.
- 上限: 学生${limitOf(answers, 'roster-too-many-rows')}行、1行${limitOf(answers, 'roster-record-too-long')}文字、1セル${limitOf(answers, 'roster-cell-too-long')}文字。
  Limits: as many rows of students, characters of a row, and characters of a cell.

## 取り込みながら直す・知らせる Taken, with a word about it

前後の空白は除きます。\`="0012"\` は 0012 と読みます。以下は取り込んだうえで知らせます（\`warnings\`）。
Spaces around a cell go; \`="0012"\` is read as 0012. These rows are imported and marked (\`warnings\`).

${table(answers, 'warning')}

## その行だけ受け付けない Refused row by row

ほかの行は取り込みます（\`rejected\`）。\`roster-address-typo\` は、世界の設定 \`issuer: { addressTypos: warn }\` では知らせるだけになります。
The other rows are imported (\`rejected\`). With the world's \`issuer: { addressTypos: warn }\`, \`roster-address-typo\` only marks.

${table(answers, 'row')}

## ファイル全体を受け付けない Refused altogether

何も取り込みません。 Nothing is imported.

${table(answers, 'file')}

## 例 An example

\`\`\`csv
${mistaken}\`\`\`

この名簿への答え The answer to it:

\`\`\`json
${told}
\`\`\`
`;
}

/** The number that the import names as its limit. Throws TypeError when it names none. */
function limitOf(answers: readonly Answer[], code: RosterCode): string {
  const reason = answers.find((answer) => answer.code === code)?.reason.en ?? '';
  const number = /(?:more than|at most) (\d+)/.exec(reason)?.[1];
  if (number === undefined) throw new TypeError(`${code} names no limit`);
  return Number(number).toLocaleString('en');
}

export const rosterPage: readonly Generator[] = [
  { file: 'docs/roster.md', make: page },
  { file: 'docs/roster-example.csv', make: () => example },
];
