import { Type } from 'typebox';
import { ofWhom, on, step, who } from './step.ts';

export const studentStartsRegistration = step({
  verb: 'student.startsRegistration',
  description: {
    ja: '学生がメールのリンクを使わず、アプリから登録を始めようとします。',
    en: 'The student tries to register from the app, without the link of a mail.',
  },
  value: Type.Object({ address: Type.Optional(Type.String()), on, who }, { additionalProperties: false }),
  sentence: (value) => ({
    ja: `${ofWhom(value.who).ja}がアプリから新規登録を始めようとする`,
    en: `${ofWhom(value.who).en} tries to register from the app`,
  }),
  async run(play, value) {
    const student = play.student(value.who);
    const handset = student.handset(value.on);
    await handset.openApp('wallet');
    await handset.press('create-account');
    await handset.fill('address', value.address ?? student.address);
    await handset.press('continue');
  },
});
