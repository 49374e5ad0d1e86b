import { Type } from 'typebox';
import { mailsIn } from './find-mail.ts';
import { folderName, ofWhom, step, who } from './step.ts';
import { folders, word } from './words.ts';

export const studentChecksFolder = step({
  verb: 'student.checksFolder',
  description: { ja: '学生がメールのフォルダを開いて見ます。', en: 'The student looks into a mail folder.' },
  value: Type.Union([folderName, Type.Object({ folder: folderName, who }, { additionalProperties: false })]),
  sentence(value) {
    const name = word(folders, typeof value === 'string' ? value : value.folder);
    const actor = ofWhom(typeof value === 'string' ? undefined : value.who);
    return { ja: `${actor.ja}が${name.ja}を確認する`, en: `${actor.en} looks into ${name.en}` };
  },
  async run(play, value) {
    const student = play.student(typeof value === 'string' ? undefined : value.who);
    const name = typeof value === 'string' ? value : value.folder;
    await play.record('mail.searched', { text: name, found: mailsIn(play, student, name).length });
  },
});
