import { Type } from 'typebox';
import { type Bilingual, catalogue, type ErrorCode } from '#sim/errors';
import { check } from './check.ts';
import { step, who } from './step.ts';
import { countOf } from './words.ts';

/** Why a row of a roster is refused. */
const rosterCodes = Object.keys(catalogue).filter((code) => code.startsWith('roster-'));

/** `4行目（学籍番号が重複しています）、7行目（…）`, each with its code. */
function rowsInWords(rows: readonly { readonly line: number; readonly code: string }[]): Bilingual {
  if (rows.length === 0) return { ja: 'なし', en: 'none' };
  const titleOf = (code: string): Bilingual =>
    Object.hasOwn(catalogue, code) ? catalogue[code as ErrorCode].title : { ja: code, en: code };
  return {
    ja: rows.map(({ line, code }) => `${line}行目（${titleOf(code).ja}: ${code}）`).join('、'),
    en: rows.map(({ line, code }) => `line ${line} (${titleOf(code).en}: ${code})`).join(', '),
  };
}

export const schoolImportsRoster = step({
  verb: 'school.importsRoster',
  description: { ja: '学校が名簿（CSV）を取り込みます。', en: 'The school imports a roster (CSV).' },
  value: Type.Object(
    {
      csv: Type.String({ description: 'The text of the file (docs/roster.md), not its name' }),
      accepted: Type.Optional(Type.Integer({ minimum: 0 })),
      rejected: Type.Optional(
        Type.Array(
          Type.Object(
            { line: Type.Integer({ minimum: 1 }), code: Type.String({ enum: rosterCodes }) },
            { additionalProperties: false },
          ),
        ),
      ),
      who,
    },
    { additionalProperties: false },
  ),
  sentence: () => ({ ja: '学校が名簿を取り込む', en: 'The school imports a roster' }),
  async run(play, value) {
    const answer = await play.school(value.who).importRoster(value.csv);
    const rejected = answer.rejected.map(({ line, code }) => ({ line, code }));
    if (value.accepted !== undefined) {
      await check(
        play,
        'issuer',
        { ja: `${value.accepted}行が取り込まれる`, en: `${countOf(value.accepted, 'row')} accepted` },
        () => ({
          holds: answer.accepted === value.accepted,
          actual: { ja: `${answer.accepted}行でした`, en: `there were ${answer.accepted}` },
        }),
      );
    }
    if (value.rejected !== undefined) {
      const wanted = value.rejected.map(({ line, code }) => ({ line, code }));
      const expected = rowsInWords(wanted);
      const actual = rowsInWords(rejected);
      await check(
        play,
        'issuer',
        { ja: `受け付けられない行は、${expected.ja}`, en: `the refused rows: ${expected.en}` },
        () => ({
          holds: JSON.stringify(rejected) === JSON.stringify(wanted),
          actual: { ja: `${actual.ja}でした`, en: `they were: ${actual.en}` },
        }),
      );
    }
  },
});
