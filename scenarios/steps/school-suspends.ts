import { Type } from 'typebox';
import { keptName, step, who } from './step.ts';

export const schoolSuspends = step({
  verb: 'school.suspends',
  description: {
    ja: '学校が学生証を一時停止します（端末の紛失など）。',
    en: 'The school suspends the student ID, as when a phone is lost.',
  },
  value: Type.Object(
    { credential: keptName('The name that an earlier step gave with `as`'), reason: Type.String(), who },
    { additionalProperties: false },
  ),
  sentence: (value) => ({
    ja: `学校が学生証を一時停止する（${value.reason}）`,
    en: `The school suspends the student ID (${value.reason})`,
  }),
  async run(play, value) {
    const credential = encodeURIComponent(String(play.kept(value.credential)));
    await play.school(value.who).call('POST', `/credentials/${credential}/suspend`, { reason: value.reason });
  },
});
