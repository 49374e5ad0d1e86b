import { Type } from 'typebox';
import { ofWhom, on, step, who } from './step.ts';
import { onDevice } from './words.ts';

export const studentReturnsToApp = step({
  verb: 'student.returnsToApp',
  description: {
    ja: '学生が、途中で離れた画面に戻ります。ブラウザの画面はそのまま残っていますが、メールアプリの中の画面は最初からになります。',
    en: 'The student goes back to what was left. A browser has kept its page; a page inside the mail app begins anew.',
  },
  value: Type.Object({ on, who }, { additionalProperties: false }),
  sentence(value) {
    const device = onDevice(value.on);
    return {
      ja: `${ofWhom(value.who).ja}が${device.ja}元の画面に戻る`,
      en: `${ofWhom(value.who).en} goes back to what was left${device.en}`,
    };
  },
  async run(play, value) {
    await play.student(value.who).handset(value.on).returnToApp();
  },
});
