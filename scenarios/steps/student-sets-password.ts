import { Type } from 'typebox';
import { passwordWords } from './password-words.ts';
import { need } from './screen-of.ts';
import { ofWhom, on, step, who } from './step.ts';

export const studentSetsPassword = step({
  verb: 'student.setsPassword',
  description: {
    ja: '学生が、再設定のメールから開いた画面で新しいパスワードを保存します。',
    en: 'The student saves a new password, on the page that the reset mail leads to.',
  },
  value: Type.Object({ password: Type.String(), on, who }, { additionalProperties: false }),
  sentence(value) {
    const { ja, en } = passwordWords(value.password);
    const isNamed = ja !== 'パスワード';
    return {
      ja: `${ofWhom(value.who).ja}が新しい${isNamed ? ja : 'パスワード'}を保存する`,
      en: `${ofWhom(value.who).en} saves ${isNamed ? `${en} as the new one` : 'a new password'}`,
    };
  },
  async run(play, value) {
    const handset = play.student(value.who).handset(value.on);
    need(await handset.screen(), 'password-reset');
    await handset.fill('password', value.password);
    await handset.press('save-password');
  },
});
