import { Type } from 'typebox';
import type { MailAt } from '#drivers/handset';
import { mailsIn } from './find-mail.ts';
import { at, folderName, ofWhom, step, who } from './step.ts';
import { folders, placeAt, word } from './words.ts';

export const studentChecksFolder = step({
  verb: 'student.checksFolder',
  description: { ja: '学生がメールのフォルダを開いて見ます。', en: 'The student looks into a mail folder.' },
  value: Type.Union([folderName, Type.Object({ folder: folderName, at, who }, { additionalProperties: false })]),
  sentence(value) {
    const { folder, at: provider, who: name } = typeof value === 'string' ? { folder: value } : value;
    const place = placeAt(word(folders, folder), provider);
    return { ja: `${ofWhom(name).ja}が${place.ja}を確認する`, en: `${ofWhom(name).en} looks into ${place.en}` };
  },
  async run(play, value) {
    const { folder, at: provider, who: name } = typeof value === 'string' ? { folder: value } : value;
    const student = play.student(name);
    await student.mailApp().look(student.addressAt(provider), folder as MailAt['folder']);
    const found = mailsIn(play, student, folder, provider).length;
    await play.record('mail.searched', { text: folder, found });
  },
});
