import { Type } from 'typebox';
import type { LinkOpener, Screen } from '#drivers/handset';
import type { Bilingual } from '#sim/errors';
import { perCell } from '../language/index.ts';
import { findMail, linkIn, placeOf } from './find-mail.ts';
import type { Play, PlayedStudent } from './play.ts';
import { mailOrCredential, ofWhom, on, step, who } from './step.ts';
import { mailKinds, onDevice, word } from './words.ts';

/** `発行のお知らせメール`, or the mail of a credential that an earlier step named. */
function mailOf(of = 'issue-notice'): Bilingual {
  return Object.hasOwn(mailKinds, of) ? word(mailKinds, of) : { ja: `「${of}」のメール`, en: `the mail of "${of}"` };
}

/** Taps the link of a mail, as it stands in the newest mail that fits. Throws Unmet when there is no such mail. */
export async function openLinkOf(
  play: Play,
  student: PlayedStudent,
  of: string | undefined,
  device?: string,
  seen: { readonly wrappedAt?: number | string | undefined; readonly opener?: LinkOpener | undefined } = {},
): Promise<Screen> {
  const mail = findMail(play, student, { of });
  const link = firstLine(linkIn(play, mail), seen.wrappedAt);
  return student.mailApp(device).openLink(placeOf(student, mail), link, seen.opener);
}

/** What a program that wraps plain text makes a link of: its first line, whatever follows on the next. */
function firstLine(link: string, wrappedAt?: number | string): string {
  return wrappedAt === undefined ? link : link.slice(0, Number(wrappedAt));
}

const openers: Readonly<Record<string, { readonly opener: LinkOpener } & Bilingual>> = {
  browser: { opener: 'browser', ja: 'ブラウザで', en: ' in the browser' },
  'mail-app': { opener: 'mail-app', ja: 'メールアプリの中で', en: ' inside the mail app' },
};

/** How the link is opened, where a step says more than that it is. */
function manner({ in: where, wrappedAt }: { readonly in?: string; readonly wrappedAt?: number | string }): Bilingual {
  const place = where === undefined ? { ja: '', en: '' } : word(openers, where);
  if (wrappedAt === undefined) return place;
  const { ja, en } = perCell(String(wrappedAt)) ?? { ja: `${wrappedAt}字`, en: `${wrappedAt} letters` };
  return { ja: `改行で切れた1行目だけで（${ja}）${place.ja}`, en: ` by its first line only (${en})${place.en}` };
}

export const studentOpensLink = step({
  verb: 'student.opensLink',
  description: { ja: '学生がメールのリンクを開きます。', en: 'The student opens the link of a mail.' },
  value: Type.Object(
    {
      of: Type.Optional(mailOrCredential),
      link: Type.Optional(Type.String({ description: 'A link that an earlier step kept: $name' })),
      wrappedAt: Type.Optional(
        Type.Integer({
          minimum: 10,
          maximum: 1_000,
          description: 'Only what stands in the first line, where the text is wrapped after so many letters',
        }),
      ),
      in: Type.Optional(
        Type.String({
          enum: Object.keys(openers),
          description: 'What opens it: the browser, or the mail app itself; the system decides when absent',
        }),
      ),
      on,
      who,
    },
    { additionalProperties: false },
  ),
  sentence(value) {
    const what = value.link === undefined ? mailOf(value.of) : { ja: '控えておいたメール', en: 'the mail kept before' };
    const device = onDevice(value.on);
    const how = manner(value);
    return {
      ja: `${ofWhom(value.who).ja}が${what.ja}のリンクを${device.ja}${how.ja}開く`,
      en: `${ofWhom(value.who).en} opens the link of ${what.en}${device.en}${how.en}`,
    };
  },
  async run(play, value) {
    const student = play.student(value.who);
    const opener = openers[value.in ?? '']?.opener;
    if (value.link === undefined) {
      await openLinkOf(play, student, value.of, value.on, { wrappedAt: value.wrappedAt, opener });
    } else await student.handset(value.on).openLink(firstLine(value.link, value.wrappedAt), opener);
  },
});
