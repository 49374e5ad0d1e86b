import { Type } from 'typebox';
import { changeSetting, mailboxOf } from '#mocks/mailbox';
import { mailboxId } from './find-mail.ts';
import { at, ofWhom, step, who } from './step.ts';

const service = 'service@openbadge.net';

export const studentAddsContact = step({
  verb: 'student.addsContact',
  description: {
    ja: '学生が送信元アドレスを連絡先（電話帳・アドレス帳）に登録します。',
    en: 'The student adds an address to the contacts (phone book, address book).',
  },
  value: Type.Object({ address: Type.Optional(Type.String()), at, who }, { additionalProperties: false }),
  sentence: (value) => ({
    ja: `${ofWhom(value.who).ja}が ${value.address ?? service} を連絡先（電話帳）に登録する`,
    en: `${ofWhom(value.who).en} adds ${value.address ?? service} to the contacts`,
  }),
  async run(play, value) {
    const student = play.student(value.who);
    const known = mailboxOf(play.world, student.addressAt(value.at))?.settings.contacts ?? [];
    const contacts = [...new Set([...(known as readonly string[]), value.address ?? service])];
    const mailbox = mailboxId(play, student, value.at);
    await play.world.perform(changeSetting, { mailbox, setting: 'contacts', value: contacts });
  },
});
