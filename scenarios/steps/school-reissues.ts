import { Type } from 'typebox';
import { perCell } from '../language/index.ts';
import { keptName, step, who } from './step.ts';
import { reissueModes, word } from './words.ts';

export const schoolReissues = step({
  verb: 'school.reissues',
  description: { ja: '学校が学生証を再発行します。', en: 'The school reissues the student ID.' },
  value: Type.Object(
    {
      credential: keptName('The name that an earlier step gave with `as`'),
      mode: Type.String({ enum: ['resend', 'new-address', 'revoke-and-issue'] }),
      address: Type.Optional(Type.String()),
      as: Type.Optional(Type.String()),
      who,
    },
    { additionalProperties: false },
  ),
  sentence: (value) => {
    const cell = perCell(value.mode);
    if (cell !== undefined) {
      return { ja: `学校が再発行する（方法は${cell.ja}）`, en: `The school reissues the student ID (${cell.en})` };
    }
    const mode = word(reissueModes, value.mode);
    return { ja: `学校が${mode.ja}`, en: `The school reissues the student ID ${mode.en}` };
  },
  async run(play, value) {
    const answer = await play
      .school(value.who)
      .call<{ credential: string }>(
        'POST',
        `/credentials/${encodeURIComponent(String(play.kept(value.credential)))}/reissue`,
        {
          mode: value.mode,
          ...(value.address === undefined ? {} : { address: value.address }),
        },
      );
    if (value.as !== undefined) await play.keep(value.as, answer.credential, 'credential');
  },
});
