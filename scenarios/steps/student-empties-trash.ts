import { Type } from 'typebox';
import { ofWhom, step, who } from './step.ts';

export const studentEmptiesTrash = step({
  verb: 'student.emptiesTrash',
  description: { ja: '学生がゴミ箱を空にします。', en: 'The student empties the trash.' },
  value: Type.Object({ who }, { additionalProperties: false }),
  sentence: (value) => ({
    ja: `${ofWhom(value.who).ja}がゴミ箱を空にする`,
    en: `${ofWhom(value.who).en} empties the trash`,
  }),
  async run(play, value) {
    const student = play.student(value.who);
    await student.mailApp().emptyTrash(student.address);
  },
});
