import { Type } from 'typebox';
import { changeSetting } from '#mocks/mailbox';
import { mailboxId } from './find-mail.ts';
import { ofWhom, step, who } from './step.ts';

export const studentChangesMailSetting = step({
  verb: 'student.changesMailSetting',
  description: {
    ja: '学生が迷惑メール対策の設定を変えます。',
    en: 'The student changes a filter setting of the mailbox.',
  },
  value: Type.Object(
    { setting: Type.String(), value: Type.Union([Type.String(), Type.Boolean()]), who },
    { additionalProperties: false },
  ),
  sentence: (value) => ({
    ja: `${ofWhom(value.who).ja}がメールの設定「${value.setting}」を「${value.value}」に変える`,
    en: `${ofWhom(value.who).en} changes the mail setting "${value.setting}" to "${value.value}"`,
  }),
  async run(play, { setting, value, who: name }) {
    await play.world.perform(changeSetting, { mailbox: mailboxId(play, play.student(name)), setting, value });
  },
});
