import { Type } from 'typebox';
import { type TopicName, topics } from '#mocks/school';
import { perCell } from '../language/index.ts';
import { ofWhom, step, who } from './step.ts';
import { parties, word } from './words.ts';

export const studentAsks = step({
  verb: 'student.asks',
  description: { ja: '学生が窓口に問い合わせます。', en: 'The student asks a desk.' },
  value: Type.Object(
    {
      party: Type.String({ enum: ['school', 'lecos'] }),
      about: Type.String({ enum: Object.keys(topics), description: 'What the question is about' }),
      who,
    },
    { additionalProperties: false },
  ),
  sentence(value) {
    const party = word(parties, value.party);
    const cell = perCell(value.about);
    if (cell !== undefined) {
      return {
        ja: `${ofWhom(value.who).ja}が${party.ja}に問い合わせる（内容は${cell.ja}）`,
        en: `${ofWhom(value.who).en} asks ${party.en} (${cell.en})`,
      };
    }
    const topic = Object.hasOwn(topics, value.about)
      ? topics[value.about as TopicName].question
      : { ja: value.about, en: value.about };
    return {
      ja: `${ofWhom(value.who).ja}が${party.ja}に問い合わせる「${topic.ja.replace(/。$/, '')}」`,
      en: `${ofWhom(value.who).en} asks ${party.en}: "${topic.en}"`,
    };
  },
  async run(play, value) {
    const student = play.student(value.who);
    await play.ask(student, value.party as 'school' | 'lecos', value.about);
  },
});
