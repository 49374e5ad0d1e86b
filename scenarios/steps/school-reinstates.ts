import { Type } from 'typebox';
import { keptName, step, who } from './step.ts';

export const schoolReinstates = step({
  verb: 'school.reinstates',
  description: {
    ja: '学校が学生証の一時停止を解除します。',
    en: 'The school lifts the suspension of the student ID.',
  },
  value: Type.Object(
    { credential: keptName('The name that an earlier step gave with `as`'), who },
    { additionalProperties: false },
  ),
  sentence: () => ({
    ja: '学校が学生証の一時停止を解除する',
    en: 'The school lifts the suspension of the student ID',
  }),
  async run(play, value) {
    const credential = encodeURIComponent(String(play.kept(value.credential)));
    await play.school(value.who).call('POST', `/credentials/${credential}/reinstate`, {});
  },
});
