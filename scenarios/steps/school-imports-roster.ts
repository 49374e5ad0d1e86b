import { Type } from 'typebox';
import { type Bilingual, catalogue, type ErrorCode } from '#sim/errors';
import { check } from './check.ts';
import type { Play } from './play.ts';
import { encodeShiftJis } from './shift-jis.ts';
import { step, who } from './step.ts';
import { countOf } from './words.ts';

/** Why a row of a roster is refused, or what is said of one that is taken. */
const rosterCodes = Object.keys(catalogue).filter((code) => code.startsWith('roster-'));

interface Remark {
  readonly line: number;
  readonly code: string;
}

/** `4行目（学籍番号が重複しています）、7行目（…）`, each with its code. */
function rowsInWords(rows: readonly Remark[]): Bilingual {
  if (rows.length === 0) return { ja: 'なし', en: 'none' };
  const titleOf = (code: string): Bilingual =>
    Object.hasOwn(catalogue, code) ? catalogue[code as ErrorCode].title : { ja: code, en: code };
  return {
    ja: rows.map(({ line, code }) => `${line}行目（${titleOf(code).ja}: ${code}）`).join('、'),
    en: rows.map(({ line, code }) => `line ${line} (${titleOf(code).en}: ${code})`).join(', '),
  };
}

const remarks = (description: string) =>
  Type.Optional(
    Type.Array(
      Type.Object(
        { line: Type.Integer({ minimum: 1 }), code: Type.String({ enum: rosterCodes }) },
        { additionalProperties: false },
      ),
      { description },
    ),
  );

export const schoolImportsRoster = step({
  verb: 'school.importsRoster',
  description: { ja: '学校が名簿（CSV）を取り込みます。', en: 'The school imports a roster (CSV).' },
  value: Type.Object(
    {
      csv: Type.String({ description: 'The text of the file (docs/roster.md), not its name' }),
      encoding: Type.Optional(
        Type.String({
          enum: ['utf-8', 'shift_jis'],
          description: 'How the file is saved; Shift_JIS, as Excel does, loses what it has no character for',
        }),
      ),
      accepted: Type.Optional(Type.Integer({ minimum: 0 })),
      rejected: remarks('The rows that are left out'),
      warnings: remarks('What is said of rows that are taken'),
      who,
    },
    { additionalProperties: false },
  ),
  sentence: ({ encoding }) =>
    encoding === 'shift_jis'
      ? {
          ja: '学校が、Shift_JISで保存した名簿を取り込む',
          en: 'The school imports a roster that was saved in Shift_JIS',
        }
      : { ja: '学校が名簿を取り込む', en: 'The school imports a roster' },
  async run(play, { csv, encoding, accepted, rejected, warnings, who: name }) {
    const answer = await play.school(name).importRoster(encoding === 'shift_jis' ? encodeShiftJis(csv) : csv);
    if (accepted !== undefined) {
      await check(
        play,
        'issuer',
        { ja: `${accepted}行が取り込まれる`, en: `${countOf(accepted, 'row')} accepted` },
        () => ({
          holds: answer.accepted === accepted,
          actual: { ja: `${answer.accepted}行でした`, en: `there were ${answer.accepted}` },
        }),
      );
    }
    await checkRows(play, { ja: '受け付けられない行', en: 'the refused rows' }, rejected, answer.rejected);
    await checkRows(play, { ja: '注意のある行', en: 'the rows with a remark' }, warnings, answer.warnings);
  },
});

async function checkRows(
  play: Play,
  which: Bilingual,
  wanted: readonly Remark[] | undefined,
  told: readonly Remark[],
): Promise<void> {
  if (wanted === undefined) return;
  const plain = (rows: readonly Remark[]): Remark[] => rows.map(({ line, code }) => ({ line, code }));
  const expected = rowsInWords(wanted);
  const actual = rowsInWords(told);
  await check(play, 'issuer', { ja: `${which.ja}は、${expected.ja}`, en: `${which.en}: ${expected.en}` }, () => ({
    holds: JSON.stringify(plain(told)) === JSON.stringify(plain(wanted)),
    actual: { ja: `${actual.ja}でした`, en: `they were: ${actual.en}` },
  }));
}
