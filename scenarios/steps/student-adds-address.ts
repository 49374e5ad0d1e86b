import { Type } from 'typebox';
import { need } from './screen-of.ts';
import { at, ofWhom, on, step, who } from './step.ts';
import { addressWords } from './words.ts';

export const studentAddsAddress = step({
  verb: 'student.addsAddress',
  description: {
    ja: '学生が、アプリで自分のメールアドレスをアカウントに追加します（確認のメールが届きます）。',
    en: 'The student adds an own mail address to the account in the app; a mail to confirm it follows.',
  },
  value: Type.Object({ at, on, who }, { additionalProperties: false }),
  sentence(value) {
    const address =
      value.at === undefined ? { ja: '名簿のアドレス', en: 'the address on the roster' } : addressWords(value.at);
    return {
      ja: `${ofWhom(value.who).ja}がアプリで、${address.ja}をアカウントに追加する`,
      en: `${ofWhom(value.who).en} adds ${address.en} to the account in the app`,
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
