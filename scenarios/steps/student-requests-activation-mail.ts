import { Type } from 'typebox';
import { need } from './screen-of.ts';
import { ofWhom, on, step, who } from './step.ts';
import { onDevice } from './words.ts';

export const studentRequestsActivationMail = step({
  verb: 'student.requestsActivationMail',
  description: {
    ja: '学生が、仮登録の画面から仮登録のお知らせメールの再送を頼みます。',
    en: 'The student has the activation mail sent again, from the screen of the pending registration.',
  },
  value: Type.Object(
    { address: Type.Optional(Type.String()), password: Type.Optional(Type.String()), on, who },
    { additionalProperties: false },
  ),
  sentence(value) {
    const device = onDevice(value.on);
    return {
      ja: `${ofWhom(value.who).ja}が${device.ja}仮登録のお知らせメールの再送を頼む`,
      en: `${ofWhom(value.who).en} has the activation mail sent again${device.en}`,
    };
  },
  async run(play, value) {
    const student = play.student(value.who);
    const handset = student.handset(value.on);
    need(await handset.screen(), 'activation-wait', 'activation-expired');
    await handset.fill('address', value.address ?? student.address);
    await handset.fill('password', value.password ?? student.password);
    await handset.press('resend-activation');
  },
});
