import { encodeShiftJis } from '../steps/index.ts';
import type { Sample } from './sample.ts';
import { type SampleStudent, sampleStudents } from './sample-students.ts';

const header = ['学籍番号', '氏名', 'フリガナ', 'メールアドレス', '学部'];
const byteOrderMark = '\ufeff';

/** Rosters as schools have them: three good ones, and those that hold what goes wrong most often. */
export function rosterSamples(seed: number): readonly Sample[] {
  const good = sampleStudents(seed);
  const [first, second, ...others] = good;
  if (first === undefined || second === undefined) throw new TypeError('a sample roster has two students at least');
  const short = (student: SampleStudent) => ({ ...student, studentNumber: student.studentNumber.replace(/^0+/, '') });
  const mistyped = { ...first, address: first.address.replace(/@.*$/, '@gmial.com.test') };
  // U+E000 is the first character that a site may give a shape of its own; in Shift_JIS it is F0 40.
  const gaiji = { ...first, name: `\ue000${first.name.slice(1)}` };
  return [
    roster('good-utf-8', Buffer.from(csv(good)), {
      ja: '正しい名簿（UTF-8）',
      en: 'A good roster in UTF-8',
    }),
    roster('good-utf-8-bom', Buffer.from(byteOrderMark + csv(good)), {
      ja: '正しい名簿（表計算ソフトの「CSV UTF-8」。先頭に BOM が付く）',
      en: 'The same as spreadsheets save “CSV UTF-8”: with a byte order mark',
    }),
    roster('good-shift-jis', encodeShiftJis(csv(good)), {
      ja: '正しい名簿（Shift_JIS。日本語の Windows で保存した CSV）',
      en: 'The same in Shift_JIS, as Japanese Windows saves CSV',
    }),
    roster('leading-zeros-lost', Buffer.from(csv([short(first), short(second), ...others])), {
      ja: '表計算ソフトが 2 人の学籍番号の先頭の 0 を消した名簿',
      en: 'A spreadsheet took the leading zeros off two student numbers',
    }),
    roster('duplicate-row', Buffer.from(csv([...good, first])), {
      ja: '同じ学生が 2 回ある名簿',
      en: 'One student stands in it twice',
    }),
    roster('address-typo', Buffer.from(csv([mistyped, second, ...others])), {
      ja: 'アドレスのドメインを打ち間違えた名簿（gmial.com）',
      en: 'A mail domain is mistyped: gmial.com',
    }),
    roster('gaiji', encodeShiftJis(csv([gaiji, second, ...others])), {
      ja: '氏名に外字（ほかの端末では表示できない文字）がある名簿',
      en: 'A name holds a character that only one school’s computers can show',
    }),
  ];
}

function roster(name: string, bytes: Uint8Array, title: Sample['title']): Sample {
  return { name: `rosters/${name}.csv`, mediaType: 'text/csv', bytes, title };
}

/** https://www.rfc-editor.org/rfc/rfc4180#section-2 : lines end with CR LF. */
function csv(students: readonly SampleStudent[]): string {
  const rows = students.map(({ studentNumber, name, kana, address, faculty }) => [
    studentNumber,
    name,
    kana,
    address,
    faculty,
  ]);
  return [header, ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}
