import { Type } from 'typebox';
import { findMail, placeOf } from './find-mail.ts';
import { mailKind, ofWhom, step, who } from './step.ts';
import { mailKinds, word } from './words.ts';

export const studentRestores = step({
  verb: 'student.restores',
  description: { ja: '学生がゴミ箱からメールを戻します。', en: 'The student takes a mail back out of the trash.' },
  value: Type.Object({ kind: Type.Optional(mailKind), who }, { additionalProperties: false }),
  sentence(value) {
    const kind = word(mailKinds, value.kind ?? 'issue-notice');
    return {
      ja: `${ofWhom(value.who).ja}が${kind.ja}をゴミ箱から戻す`,
      en: `${ofWhom(value.who).en} restores ${kind.en} from the trash`,
    };
  },
  async run(play, value) {
    const student = play.student(value.who);
    const wanted = { of: value.kind, folder: 'trash' };
    await student.mailApp().restore(placeOf(student, findMail(play, student, wanted), wanted));
  },
});
