import { Type } from 'typebox';
import { ofWhom, step, who } from './step.ts';
import { parties, word } from './words.ts';

export const studentAsks = step({
  verb: 'student.asks',
  description: { ja: '学生が窓口に問い合わせます。', en: 'The student asks a desk.' },
  value: Type.Object(
    {
      party: Type.String({ enum: ['school', 'lecos'] }),
      about: Type.String({ description: 'What the question is about, such as issue-date or reissue' }),
      who,
    },
    { additionalProperties: false },
  ),
  sentence(value) {
    const party = word(parties, value.party);
    return {
      ja: `${ofWhom(value.who).ja}が${party.ja}に問い合わせる（${value.about}）`,
      en: `${ofWhom(value.who).en} asks ${party.en} about ${value.about}`,
    };
  },
  async run(play, value) {
    const student = play.student(value.who);
    await play.ask(student, value.party as 'school' | 'lecos', value.about);
  },
});
