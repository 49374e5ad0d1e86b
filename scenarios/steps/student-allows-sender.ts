import { Type } from 'typebox';
import { allowSender } from '#mocks/mailbox';
import { mailboxId } from './find-mail.ts';
import { service } from './service-address.ts';
import { ofWhom, step, who } from './step.ts';

export const studentAllowsSender = step({
  verb: 'student.allowsSender',
  description: {
    ja: '学生が送信元アドレスを受信許可に設定します。',
    en: 'The student puts an address on the list of allowed senders.',
  },
  value: Type.Object({ address: Type.Optional(Type.String()), who }, { additionalProperties: false }),
  sentence: (value) => ({
    ja: `${ofWhom(value.who).ja}が ${value.address ?? service} を受信許可に設定する`,
    en: `${ofWhom(value.who).en} allows mail from ${value.address ?? service}`,
  }),
  async run(play, value) {
    const mailbox = mailboxId(play, play.student(value.who));
    await play.world.perform(allowSender, { mailbox, address: value.address ?? service });
  },
});
