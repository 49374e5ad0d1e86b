import { Type } from 'typebox';
import { findMail, placeOf } from './find-mail.ts';
import { mailKind, ofWhom, step, who } from './step.ts';
import { mailKinds, word } from './words.ts';

export const studentMarksNotJunk = step({
  verb: 'student.marksNotJunk',
  description: { ja: '学生が「迷惑メールではない」にします。', en: 'The student marks a mail as not junk.' },
  value: Type.Object({ kind: Type.Optional(mailKind), who }, { additionalProperties: false }),
  sentence(value) {
    const kind = word(mailKinds, value.kind ?? 'issue-notice');
    return {
      ja: `${ofWhom(value.who).ja}が${kind.ja}を「迷惑メールではない」にする`,
      en: `${ofWhom(value.who).en} marks ${kind.en} as not junk`,
    };
  },
  async run(play, value) {
    const student = play.student(value.who);
    const wanted = { of: value.kind, folder: 'junk' };
    await student.mailApp().markNotJunk(placeOf(student, findMail(play, student, wanted), wanted));
  },
});
