import { Type } from 'typebox';
import { findMail, placeOf } from './find-mail.ts';
import { at, folderName, mailKind, ofWhom, step, who } from './step.ts';
import { mailKinds, word } from './words.ts';

export const studentOpensMail = step({
  verb: 'student.opensMail',
  description: { ja: '学生が届いたメールを開きます。', en: 'The student opens a mail that arrived.' },
  value: Type.Object(
    { kind: Type.Optional(mailKind), folder: Type.Optional(folderName), at, who },
    { additionalProperties: false },
  ),
  sentence(value) {
    const kind = word(mailKinds, value.kind ?? 'issue-notice');
    return { ja: `${ofWhom(value.who).ja}が${kind.ja}を開く`, en: `${ofWhom(value.who).en} opens ${kind.en}` };
  },
  async run(play, value) {
    const student = play.student(value.who);
    const wanted = { of: value.kind, folder: value.folder, at: value.at };
    await student.mailApp().open(placeOf(student, findMail(play, student, wanted), wanted));
  },
});
