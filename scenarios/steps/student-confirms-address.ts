import { Type } from 'typebox';
import { findMail, linkIn, placeOf } from './find-mail.ts';
import { need } from './screen-of.ts';
import { at, ofWhom, on, step, who } from './step.ts';

export const studentConfirmsAddress = step({
  verb: 'student.confirmsAddress',
  description: {
    ja: '学生が、アドレス確認のメールのリンクを開いて、アドレスの追加を確定します。',
    en: 'The student opens the link of the mail that confirms an address, and confirms it.',
  },
  value: Type.Object({ at, on, who }, { additionalProperties: false }),
  sentence: (value) => ({
    ja: `${ofWhom(value.who).ja}がアドレス確認のメールのリンクから、追加を確定する`,
    en: `${ofWhom(value.who).en} confirms the address from the link of the mail`,
  }),
  async run(play, value) {
    const student = play.student(value.who);
    const wanted = { of: 'address-confirmation', at: value.at };
    const mail = findMail(play, student, wanted);
    const opened = await student.mailApp(value.on).openLink(placeOf(student, mail, wanted), linkIn(play, mail));
    need(opened, 'address-confirmation');
    await student.handset(value.on).press('confirm');
  },
});
