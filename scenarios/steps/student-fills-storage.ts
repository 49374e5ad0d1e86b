import { Type } from 'typebox';
import { fillStorage } from '#mocks/mailbox';
import { mailboxId } from './find-mail.ts';
import { at, ofWhom, step, who } from './step.ts';

export const studentFillsStorage = step({
  verb: 'student.fillsStorage',
  description: {
    ja: '学生の古いメールや写真で、メールボックスがいっぱいになります。',
    en: "Old mails and photos of the student's fill the mailbox.",
  },
  value: Type.Object({ at, who }, { additionalProperties: false }),
  sentence: (value) => ({
    ja: `${ofWhom(value.who).ja}のメールボックスが、古いメールや写真でいっぱいになる`,
    en: `${ofWhom(value.who).en} has a mailbox full of old mails and photos`,
  }),
  async run(play, value) {
    await play.world.perform(fillStorage, { mailbox: mailboxId(play, play.student(value.who), value.at) });
  },
});
