import { Type } from 'typebox';
import { check } from './check.ts';
import { step, who } from './step.ts';

export const schoolImportsRoster = step({
  verb: 'school.importsRoster',
  description: { ja: '学校が名簿（CSV）を取り込みます。', en: 'The school imports a roster (CSV).' },
  value: Type.Object(
    {
      csv: Type.String({ description: 'The rows, with a header' }),
      accepted: Type.Optional(Type.Integer({ minimum: 0 })),
      rejected: Type.Optional(
        Type.Array(Type.Object({ line: Type.Integer(), code: Type.String() }, { additionalProperties: false })),
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
        { ja: `${value.accepted}行が取り込まれる`, en: `${value.accepted} rows are accepted` },
        () => ({
          holds: answer.accepted === value.accepted,
          actual: { ja: `${answer.accepted}行でした`, en: `${answer.accepted} were` },
        }),
      );
    }
    if (value.rejected !== undefined) {
      const wanted = JSON.stringify(value.rejected.map(({ line, code }) => ({ line, code })));
      await check(play, 'issuer', { ja: `断られる行は ${wanted}`, en: `the refused rows are ${wanted}` }, () => ({
        holds: JSON.stringify(rejected) === wanted,
        actual: { ja: `${JSON.stringify(rejected)} でした`, en: `they were ${JSON.stringify(rejected)}` },
      }));
    }
  },
});
