import { Type } from 'typebox';
import { findMail, linkIn } from './find-mail.ts';
import { mailOrCredential, ofWhom, step, who } from './step.ts';
import { mailKinds, word } from './words.ts';

export const studentKeepsLink = step({
  verb: 'student.keepsLink',
  description: { ja: '学生がメールのリンクを控えておきます。', en: 'The student keeps the link of a mail.' },
  value: Type.Object({ of: mailOrCredential, keep: Type.String(), who }, { additionalProperties: false }),
  sentence: (value) => ({
    ja: `${ofWhom(value.who).ja}が${word(mailKinds, value.of).ja}のリンクを控えておく`,
    en: `${ofWhom(value.who).en} keeps the link of ${word(mailKinds, value.of).en}`,
  }),
  async run(play, value) {
    const mail = findMail(play, play.student(value.who), { of: value.of });
    await play.keep(value.keep, linkIn(play, mail), 'link');
  },
});
