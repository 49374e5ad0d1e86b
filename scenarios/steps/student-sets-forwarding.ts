import { Type } from 'typebox';
import { changeSetting } from '#mocks/mailbox';
import { perCell } from '../language/index.ts';
import { mailboxId } from './find-mail.ts';
import { at, ofWhom, step, who } from './step.ts';
import { mailboxWords, word } from './words.ts';

/** What au one net puts before the subject of what it takes for junk: facts page "mail", forwarding breakage. */
const prefix = '[meiwaku] ';

const subjects = {
  kept: { ja: '', en: '' },
  changed: { ja: `（件名の前に ${prefix.trim()} が付く）`, en: `, with ${prefix.trim()} before the subject` },
};

export const studentSetsForwarding = step({
  verb: 'student.setsForwarding',
  description: {
    ja: '学生が、届いたメールを自分の別のメールボックスへ自動転送する設定にします。',
    en: 'The student has mail forwarded to another mailbox of their own.',
  },
  value: Type.Object(
    {
      to: Type.String({ description: "The mailbox that it is forwarded to: one of the student's, by its provider" }),
      subject: Type.Optional(
        Type.String({ enum: Object.keys(subjects), description: 'What becomes of the subject; kept when absent' }),
      ),
      at,
      who,
    },
    { additionalProperties: false },
  ),
  sentence(value) {
    const to = mailboxWords(value.to);
    const from =
      value.at === undefined
        ? { ja: '学校に届け出たメール', en: 'the mail that the school writes to' }
        : mailboxWords(value.at);
    const cell = perCell(value.subject);
    const titled =
      cell === undefined
        ? word(subjects, value.subject ?? 'kept')
        : { ja: `（件名は${cell.ja}）`, en: ` (subject ${cell.en})` };
    return {
      ja: `${ofWhom(value.who).ja}が、${from.ja}を${to.ja}へ自動転送する設定にする${titled.ja}`,
      en: `${ofWhom(value.who).en} has ${from.en} forwarded to ${to.en}${titled.en}`,
    };
  },
  async run(play, value) {
    const student = play.student(value.who);
    const mailbox = mailboxId(play, student, value.at);
    const set = (setting: string, text: string) => play.world.perform(changeSetting, { mailbox, setting, value: text });
    await set('forwardTo', student.addressAt(value.to));
    if (value.subject === 'changed') await set('forwardSubjectPrefix', prefix);
  },
});
