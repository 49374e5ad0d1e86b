import { Type } from 'typebox';
import type { Bilingual } from '#sim/errors';
import { perCell } from '../language/index.ts';
import { check } from './check.ts';
import { mailsIn, whereMail } from './find-mail.ts';
import { at, duration, folderName, mailKind, step, who } from './step.ts';
import { countOf, folders, mailKinds, placeAt, word } from './words.ts';

/** `（service@openbadge.net、件名「…」）`, or nothing. */
function aboutMail(from: string | undefined, subject: string | undefined): Bilingual {
  const sender = from === undefined ? undefined : (perCell(from) ?? { ja: from, en: from });
  const titled = subject === undefined ? undefined : { ja: `件名「${subject}」`, en: `subject "${subject}"` };
  const cell = perCell(subject);
  const parts = [sender, cell === undefined ? titled : { ja: `件名は${cell.ja}`, en: `the subject ${cell.en}` }];
  const said = parts.filter((part) => part !== undefined);
  if (said.length === 0) return { ja: '', en: '' };
  return { ja: `（${said.map(({ ja }) => ja).join('、')}）`, en: ` (${said.map(({ en }) => en).join(', ')})` };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

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
      at,
      who,
    },
    { additionalProperties: false },
  ),
  sentence(value) {
    const place = placeAt(word(folders, value.folder), value.at, value.who);
    const kind = value.kind === undefined ? { ja: 'メール', en: 'the mail' } : word(mailKinds, value.kind);
    const about = aboutMail(value.from, value.subject);
    const where = capital(place.en);
    const one = kind.en.replace(/^the /, '');
    const cell = perCell(value.count);
    if (cell !== undefined) {
      return {
        ja: `${place.ja}にある${kind.ja}${about.ja}の数が合う（${cell.ja}）`,
        en: `${where} holds the right number of ${one}s${about.en} (${cell.en})`,
      };
    }
    if (value.count === 0) {
      return { ja: `${place.ja}に${kind.ja}${about.ja}はない`, en: `${where} holds no ${one}${about.en}` };
    }
    return value.count === undefined
      ? { ja: `${place.ja}に${kind.ja}${about.ja}がある`, en: `${capital(kind.en)}${about.en} is in ${place.en}` }
      : {
          ja: `${place.ja}に${kind.ja}${about.ja}が${value.count}通ある`,
          en: `${where} holds exactly ${countOf(value.count, one)}${about.en}`,
        };
  },
  async run(play, value) {
    const student = play.student(value.who);
    await check(
      play,
      'mail',
      this.sentence(value),
      () => {
        const found = mailsIn(play, student, value.folder, value.at).filter(
          (mail) =>
            (value.kind === undefined || mail.kind === value.kind) &&
            (value.from === undefined || mail.from.address === value.from) &&
            (value.subject === undefined || mail.subject === value.subject),
        ).length;
        return {
          holds: value.count === undefined ? found > 0 : found === Number(value.count),
          actual: {
            ja: `${found}通（${whereMail(play, student, value.at).ja}）`,
            en: `${found === 1 ? 'there was' : 'there were'} ${found} (${whereMail(play, student, value.at).en})`,
          },
        };
      },
      value.within,
    );
  },
});
