import { Type } from 'typebox';
import { need } from './screen-of.ts';
import { at, ofWhom, on, step, who } from './step.ts';
import { mailboxWords } from './words.ts';

export const studentAddsAddress = step({
  verb: 'student.addsAddress',
  description: {
    ja: '学生が、アプリで自分のメールアドレスをアカウントに追加します（確認のメールが届きます）。',
    en: 'The student adds an own mail address to the account in the app; a mail to confirm it follows.',
  },
  value: Type.Object({ at, on, who }, { additionalProperties: false }),
  sentence(value) {
    const mailbox =
      value.at === undefined ? { ja: '名簿のメール', en: 'on the roster' } : { ...mailboxWords(value.at) };
    const en = value.at === undefined ? mailbox.en : `of ${mailbox.en}`;
    return {
      ja: `${ofWhom(value.who).ja}がアプリで、${mailbox.ja}のアドレスをアカウントに追加する`,
      en: `${ofWhom(value.who).en} adds the address ${en} to the account in the app`,
    };
  },
  async run(play, value) {
    const student = play.student(value.who);
    const handset = student.handset(value.on);
    need(await handset.openApp('wallet'), 'credential-list');
    await handset.press('add-address');
    await handset.fill('address', student.addressAt(value.at));
    await handset.press('send');
  },
});
