import { Type } from 'typebox';
import { at, ofWhom, on, step, who } from './step.ts';
import { addressWords } from './words.ts';

export const studentStartsRegistration = step({
  verb: 'student.startsRegistration',
  description: {
    ja: '学生がメールのリンクを使わず、アプリから登録を始めようとします。',
    en: 'The student tries to register from the app, without the link of a mail.',
  },
  value: Type.Object({ address: Type.Optional(Type.String()), at, on, who }, { additionalProperties: false }),
  sentence(value) {
    const address = value.at === undefined ? undefined : addressWords(value.at);
    return {
      ja: `${ofWhom(value.who).ja}が${address === undefined ? '' : `${address.ja}で、`}アプリから新規登録を始めようとする`,
      en: `${ofWhom(value.who).en} tries to register from the app${address === undefined ? '' : ` with ${address.en}`}`,
    };
  },
  async run(play, value) {
    const student = play.student(value.who);
    const handset = student.handset(value.on);
    await handset.openApp('wallet');
    await handset.press('create-account');
    await handset.fill('address', value.address ?? student.addressAt(value.at));
    await handset.press('continue');
  },
});
