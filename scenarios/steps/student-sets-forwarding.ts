import { Type } from 'typebox';
import { changeSetting } from '#mocks/mailbox';
import { providerWords } from '../language/index.ts';
import { mailboxId } from './find-mail.ts';
import { at, ofWhom, step, who } from './step.ts';
import { word } from './words.ts';

export const studentSetsForwarding = step({
  verb: 'student.setsForwarding',
  description: {
    ja: '学生が、届いたメールを自分の別のメールボックスへ自動転送する設定にします。',
    en: 'The student has mail forwarded to another mailbox of their own.',
  },
  value: Type.Object(
    {
      to: Type.String({ description: "The mailbox that it is forwarded to: one of the student's, by its provider" }),
      subjectPrefix: Type.Optional(
        Type.String({ maxLength: 200, description: 'What is put before the subject on the way' }),
      ),
      at,
      who,
    },
    { additionalProperties: false },
  ),
  sentence(value) {
    const to = word(providerWords, value.to);
    const from = value.at === undefined ? undefined : word(providerWords, value.at);
    const prefix = value.subjectPrefix ?? '';
    const titled =
      prefix === ''
        ? { ja: '', en: '' }
        : { ja: `（件名の前に ${prefix} が付く）`, en: ` with ${prefix} before the subject` };
    return {
      ja: `${ofWhom(value.who).ja}が、${from === undefined ? '学校に届け出たメール' : from.ja}を${to.ja}へ自動転送する設定にする${titled.ja}`,
      en: `${ofWhom(value.who).en} has ${from === undefined ? 'the mail that the school writes to' : from.en} forwarded to ${to.en}${titled.en}`,
    };
  },
  async run(play, value) {
    const student = play.student(value.who);
    const mailbox = mailboxId(play, student, value.at);
    const set = (setting: string, text: string) => play.world.perform(changeSetting, { mailbox, setting, value: text });
    await set('forwardTo', student.addressAt(value.to));
    if (value.subjectPrefix !== undefined) await set('forwardSubjectPrefix', value.subjectPrefix);
  },
});
