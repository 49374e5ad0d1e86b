import { Type } from 'typebox';
import { need } from './screen-of.ts';
import { at, ofWhom, on, step, who } from './step.ts';
import { openLogin } from './student-logs-in.ts';
import { onDevice } from './words.ts';

export const studentRequestsPasswordReset = step({
  verb: 'student.requestsPasswordReset',
  description: {
    ja: '学生が、ログイン画面の「パスワードをお忘れの方」からパスワードの再設定を申し込みます。',
    en: 'The student asks for a new password, by "Forgot password" on the log-in screen.',
  },
  value: Type.Object({ at, on, who }, { additionalProperties: false }),
  sentence(value) {
    const device = onDevice(value.on);
    return {
      ja: `${ofWhom(value.who).ja}が${device.ja}「パスワードをお忘れの方」から再設定を申し込む`,
      en: `${ofWhom(value.who).en} asks for a new password by "Forgot password"${device.en}`,
    };
  },
  async run(play, value) {
    const student = play.student(value.who);
    const handset = student.handset(value.on);
    need(await openLogin(handset), 'login');
    await handset.fill('address', student.addressAt(value.at));
    await handset.press('forgot-password');
  },
});
