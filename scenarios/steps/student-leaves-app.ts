import { Type } from 'typebox';
import { ofWhom, on, step, who } from './step.ts';
import { onDevice } from './words.ts';

export const studentLeavesApp = step({
  verb: 'student.leavesApp',
  description: {
    ja: '学生が、開いている画面を残してほかのアプリへ移ります。',
    en: 'The student goes to another app and leaves behind what is open.',
  },
  value: Type.Object({ on, who }, { additionalProperties: false }),
  sentence(value) {
    const device = onDevice(value.on);
    return {
      ja: `${ofWhom(value.who).ja}が${device.ja}ほかのアプリへ移る`,
      en: `${ofWhom(value.who).en} goes to another app${device.en}`,
    };
  },
  async run(play, value) {
    await play.student(value.who).handset(value.on).leaveApp();
  },
});
