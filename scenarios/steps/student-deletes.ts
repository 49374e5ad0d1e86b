import { Type } from 'typebox';
import { findMail, placeOf } from './find-mail.ts';
import { mailKind, ofWhom, step, who } from './step.ts';
import { mailKinds, word } from './words.ts';

export const studentDeletes = step({
  verb: 'student.deletes',
  description: {
    ja: '学生がメールを削除します（ゴミ箱に入ります）。',
    en: 'The student deletes a mail: it goes to the trash.',
  },
  value: Type.Object({ kind: Type.Optional(mailKind), who }, { additionalProperties: false }),
  sentence(value) {
    const kind = word(mailKinds, value.kind ?? 'issue-notice');
    return { ja: `${ofWhom(value.who).ja}が${kind.ja}を削除する`, en: `${ofWhom(value.who).en} deletes ${kind.en}` };
  },
  async run(play, value) {
    const student = play.student(value.who);
    const wanted = { of: value.kind, folder: 'inbox' };
    await student.mailApp().delete(placeOf(student, findMail(play, student, wanted), wanted));
  },
});
