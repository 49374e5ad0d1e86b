import { Type } from 'typebox';
import { check } from './check.ts';
import { mailsIn, whereMail } from './find-mail.ts';
import { duration, folderName, mailKind, step, who } from './step.ts';
import { folders, mailKinds, word } from './words.ts';

export const expectMail = step({
  verb: 'expect.mail',
  description: {
    ja: 'メールボックスのフォルダに、条件に合うメールがあることを確かめます。',
    en: 'Checks that a folder of the mailbox holds mails that fit.',
  },
  value: Type.Object(
    {
      folder: folderName,
      kind: Type.Optional(mailKind),
      from: Type.Optional(Type.String({ description: 'The address in From' })),
      subject: Type.Optional(Type.String({ description: 'The whole subject, unfolded and decoded' })),
      count: Type.Optional(
        Type.Union([Type.Integer({ minimum: 0 }), Type.String({ pattern: '^\\$' })], {
          description: 'Exactly so many; at least one when absent',
        }),
      ),
      within: Type.Optional(duration),
      who,
    },
    { additionalProperties: false },
  ),
  sentence(value) {
    const place = word(folders, value.folder);
    const kind = value.kind === undefined ? { ja: 'メール', en: 'mails' } : word(mailKinds, value.kind);
    const count =
      value.count === undefined
        ? { ja: '届いている', en: 'there is' }
        : { ja: `${value.count}通ある`, en: `there are ${value.count} of` };
    const about = [value.from, value.subject].filter((part) => part !== undefined);
    const detail =
      about.length === 0 ? { ja: '', en: '' } : { ja: `（${about.join('、')}）`, en: ` (${about.join(', ')})` };
    return {
      ja: `${place.ja}に${kind.ja}が${count.ja}${detail.ja}`,
      en: `In ${place.en} ${count.en} ${kind.en}${detail.en}`,
    };
  },
  async run(play, value) {
    const student = play.student(value.who);
    await check(
      play,
      'mail',
      this.sentence(value),
      () => {
        const found = mailsIn(play, student, value.folder).filter(
          (mail) =>
            (value.kind === undefined || mail.kind === value.kind) &&
            (value.from === undefined || mail.from.address === value.from) &&
            (value.subject === undefined || mail.subject === value.subject),
        ).length;
        return {
          holds: value.count === undefined ? found > 0 : found === Number(value.count),
          actual: {
            ja: `${found}通（${whereMail(play, student).ja}）`,
            en: `there were ${found} (${whereMail(play, student).en})`,
          },
        };
      },
      value.within,
    );
  },
});
