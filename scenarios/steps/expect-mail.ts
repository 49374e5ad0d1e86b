import { Type } from 'typebox';
import type { Bilingual } from '#sim/errors';
import { durationWords, perCell } from '../language/index.ts';
import { check } from './check.ts';
import { heldMails, mailsIn, whereMail } from './find-mail.ts';
import { at, duration, mailKind, placeName, step, who } from './step.ts';
import { isBehind } from './tab-of.ts';
import { countOf, folders, mailKinds, marks, placeAt, tabs, tabWords, word } from './words.ts';

/** `（service@openbadge.net、件名「…」、なりすましの注意の表示つき）`, or nothing. */
function aboutMail(from: string | undefined, subject: string | undefined, mark: string | undefined): Bilingual {
  const sender = from === undefined ? undefined : (perCell(from) ?? { ja: from, en: from });
  const titled = subject === undefined ? undefined : { ja: `件名「${subject}」`, en: `subject "${subject}"` };
  const cell = perCell(subject);
  const shown = mark === undefined ? undefined : word(marks, mark);
  const parts = [
    sender,
    cell === undefined ? titled : { ja: `件名は${cell.ja}`, en: `the subject ${cell.en}` },
    shown && { ja: `${shown.ja}つき`, en: `with ${shown.en}` },
  ];
  const said = parts.filter((part) => part !== undefined);
  if (said.length === 0) return { ja: '', en: '' };
  return { ja: `（${said.map(({ ja }) => ja).join('、')}）`, en: ` (${said.map(({ en }) => en).join(', ')})` };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

interface Wanted {
  readonly folder: string;
  readonly tab?: string | undefined;
  readonly kind?: string | undefined;
  readonly from?: string | undefined;
  readonly subject?: string | undefined;
  readonly mark?: string | undefined;
  readonly count?: number | string | undefined;
  readonly at?: string | undefined;
  readonly who?: string | undefined;
}

function thereIs(value: Wanted): Bilingual {
  const shown = value.tab === undefined ? word(folders, value.folder) : tabWords(value.tab);
  const place = placeAt(shown, value.at, value.who);
  const kind = value.kind === undefined ? { ja: 'メール', en: 'the mail' } : word(mailKinds, value.kind);
  const about = aboutMail(value.from, value.subject, value.mark);
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
}

/** `5分以内に` */
function timeWords(within: string): Bilingual {
  const cell = perCell(within);
  if (cell !== undefined) return { ja: `決まった時間のうちに（${cell.ja}）`, en: `in time (${cell.en})` };
  const { ja, en } = durationWords(within);
  return { ja: `${ja}以内に`, en: `within ${en}` };
}

export const expectMail = step({
  verb: 'expect.mail',
  description: {
    ja: 'メールボックスのフォルダ（または検疫）に、条件に合うメールがあることを確かめます。',
    en: 'Checks that a folder of the mailbox, or the quarantine, holds mails that fit.',
  },
  value: Type.Object(
    {
      folder: placeName,
      tab: Type.Optional(Type.String({ enum: Object.keys(tabs), description: 'Only what lies behind this tab' })),
      kind: Type.Optional(mailKind),
      from: Type.Optional(Type.String({ description: 'The address in From' })),
      subject: Type.Optional(Type.String({ description: 'The whole subject, unfolded and decoded' })),
      mark: Type.Optional(Type.String({ enum: Object.keys(marks), description: 'What is shown beside it' })),
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
    const { ja, en } = thereIs(value);
    const time = value.within === undefined ? undefined : timeWords(value.within);
    return time === undefined ? { ja, en } : { ja: `${time.ja}、${ja}`, en: `${en} ${time.en}` };
  },
  async run(play, value) {
    const student = play.student(value.who);
    const inPlace = () =>
      value.folder === 'quarantine'
        ? heldMails(play, student, value.at)
        : mailsIn(play, student, value.folder, value.at).filter((mail) => isBehind(mail, value.tab));
    await check(
      play,
      'mail',
      this.sentence(value),
      () => {
        const found = inPlace().filter(
          (mail) =>
            (value.kind === undefined || mail.kind === value.kind) &&
            (value.from === undefined || mail.from.address === value.from) &&
            (value.subject === undefined || mail.subject === value.subject) &&
            (value.mark === undefined || mail.marks.some((mark) => mark === value.mark)),
        ).length;
        const where = whereMail(play, student, value.at);
        return {
          holds: value.count === undefined ? found > 0 : found === Number(value.count),
          actual: {
            ja: `${found}通（${where.ja}）`,
            en: `${found === 1 ? 'there was' : 'there were'} ${found} (${where.en})`,
          },
        };
      },
      value.within,
    );
  },
});
