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
    const kind = value.kind === undefined ? { ja: 'メール', en: 'mail' } : word(mailKinds, value.kind);
    const parts = [value.from, value.subject].filter((part) => part !== undefined);
    const about =
      parts.length === 0 ? { ja: '', en: '' } : { ja: `（${parts.join('、')}）`, en: ` (${parts.join(', ')})` };
    if (value.count === 0)
      return {
        ja: `${place.ja}に${kind.ja}${about.ja}はない`,
        en: `${kind.en}${about.en} is not in ${place.en}`.replace(/^t/, 'T'),
      };
    const times = value.count === undefined || value.count === 1 ? '' : ` (${value.count})`;
    return {
      ja: `${place.ja}に${kind.ja}${about.ja}が${value.count === undefined ? '' : `${value.count}通`}ある`,
      en: `${kind.en}${about.en} is in ${place.en}${times}`.replace(/^t/, 'T'),
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
