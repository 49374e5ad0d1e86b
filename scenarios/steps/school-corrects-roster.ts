import { Type } from 'typebox';
import { findStudent } from '#sim/issuer';
import { check } from './check.ts';
import { step } from './step.ts';

const fields = { name: '氏名', kana: 'フリガナ', faculty: '学部', address: 'メールアドレス' } as const;
const english = { name: 'name', kana: 'reading', faculty: 'faculty', address: 'address' } as const;
type Field = keyof typeof fields;
const names = Object.keys(fields) as Field[];

export const schoolCorrectsRoster = step({
  verb: 'school.correctsRoster',
  description: {
    ja: '学校が名簿の学生の行を直して、取り込み直します。書いた項目だけが変わり、名簿は今年度のものになります。',
    en: "The school corrects a student's row and imports the roster again; only what is written here changes, and the roster is that of the current academic year.",
  },
  value: Type.Object(
    {
      of: Type.Optional(Type.String({ description: 'A student of the cast; needed when there are several' })),
      name: Type.Optional(Type.String()),
      kana: Type.Optional(Type.String()),
      faculty: Type.Optional(Type.String()),
      address: Type.Optional(Type.String()),
    },
    { additionalProperties: false },
  ),
  sentence(value) {
    const given = names.filter((field) => value[field] !== undefined);
    const whose =
      value.of === undefined
        ? { ja: '', en: '' }
        : { ja: `学生（${value.of}）の`, en: ` of the student (${value.of})` };
    return given.length === 0
      ? { ja: `学校が${whose.ja}今年度の名簿を取り込む`, en: `The school imports this year's roster${whose.en}` }
      : {
          ja: `学校が${whose.ja}名簿の${given.map((field) => fields[field]).join('と')}を直し、取り込み直す`,
          en: `The school corrects the ${given.map((field) => english[field]).join(' and the ')}${whose.en} on the roster and imports it again`,
        };
  },
  async run(play, { of, ...changed }) {
    const student = play.student(of);
    const { school, studentNumber } = student;
    const known = findStudent(play.world, school.slug, studentNumber);
    const row = {
      name: known?.name ?? student.name,
      kana: known?.nameKana ?? '',
      faculty: known?.faculty ?? '',
      address: known?.address ?? student.address,
      ...changed,
    };
    const lines = [
      ['学籍番号', ...names.map((field) => fields[field])],
      [studentNumber, ...names.map((field) => row[field])],
    ];
    const cells = (line: readonly string[]): string => line.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
    const answer = await school.importRoster(`${lines.map(cells).join('\r\n')}\r\n`);
    await check(play, 'issuer', { ja: '名簿の1行が取り込まれる', en: 'one row of the roster is taken' }, () => ({
      holds: answer.accepted === 1,
      actual: {
        ja: `受け付けられませんでした（${answer.rejected.map(({ code }) => code).join('、')}）`,
        en: `it was refused (${answer.rejected.map(({ code }) => code).join(', ')})`,
      },
    }));
  },
});
