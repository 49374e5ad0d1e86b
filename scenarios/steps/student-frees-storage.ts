import { Type } from 'typebox';
import { freeStorage } from '#mocks/mailbox';
import { mailboxId } from './find-mail.ts';
import { at, ofWhom, step, who } from './step.ts';

export const studentFreesStorage = step({
  verb: 'student.freesStorage',
  description: {
    ja: '学生が古いメールや写真を消して、メールボックスの容量を空けます。',
    en: 'The student throws old mails and photos away: the mailbox has room again.',
  },
  value: Type.Object({ at, who }, { additionalProperties: false }),
  sentence: (value) => ({
    ja: `${ofWhom(value.who).ja}が古いメールや写真を消して、容量を空ける`,
    en: `${ofWhom(value.who).en} throws old mails and photos away to make room`,
  }),
  async run(play, value) {
    await play.world.perform(freeStorage, { mailbox: mailboxId(play, play.student(value.who), value.at) });
  },
});
