import { Type } from 'typebox';
import { perCell } from '../language/index.ts';
import { keptName, step, who } from './step.ts';

export const schoolRevokes = step({
  verb: 'school.revokes',
  description: { ja: '学校が学生証を失効させます。', en: 'The school revokes the student ID.' },
  value: Type.Object(
    { credential: keptName('The name that an earlier step gave with `as`'), reason: Type.String(), who },
    { additionalProperties: false },
  ),
  sentence({ reason }) {
    const { ja, en } = perCell(reason) ?? { ja: reason, en: reason };
    return { ja: `学校が学生証を失効させる（${ja}）`, en: `The school revokes the student ID (${en})` };
  },
  async run(play, value) {
    const credential = encodeURIComponent(String(play.kept(value.credential)));
    await play.school(value.who).call('POST', `/credentials/${credential}/revoke`, { reason: value.reason });
  },
});
