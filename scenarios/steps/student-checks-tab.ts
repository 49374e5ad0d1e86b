import { Type } from 'typebox';
import { mailsIn } from './find-mail.ts';
import { at, ofWhom, step, who } from './step.ts';
import { isBehind } from './tab-of.ts';
import { placeAt, tabs, tabWords } from './words.ts';

export const studentChecksTab = step({
  verb: 'student.checksTab',
  description: {
    ja: '学生が受信トレイのタブ（プロモーションなど）を開いて見ます。',
    en: 'The student looks behind a tab of the inbox, such as Promotions.',
  },
  value: Type.Object({ tab: Type.String({ enum: Object.keys(tabs) }), at, who }, { additionalProperties: false }),
  sentence(value) {
    const place = placeAt(tabWords(value.tab), value.at);
    return {
      ja: `${ofWhom(value.who).ja}が${place.ja}を確認する`,
      en: `${ofWhom(value.who).en} looks into ${place.en}`,
    };
  },
  async run(play, value) {
    const student = play.student(value.who);
    await student.mailApp().look(student.addressAt(value.at), 'inbox');
    const mails = mailsIn(play, student, 'inbox', value.at);
    await play.record('mail.searched', {
      text: value.tab,
      found: mails.filter((mail) => isBehind(mail, value.tab)).length,
    });
  },
});
