import { Type } from 'typebox';
import type { Screen } from '#drivers/handset';
import { read } from '#mocks/mailbox';
import { findMail, linkIn } from './find-mail.ts';
import type { Play, PlayedStudent } from './play.ts';
import { ofWhom, on, step, who } from './step.ts';
import { mailKinds, word } from './words.ts';

/** Taps the link of a mail, as it stands in the newest mail that fits. Throws Unmet when there is no such mail. */
export async function openLinkOf(
  play: Play,
  student: PlayedStudent,
  of: string | undefined,
  device?: string,
): Promise<Screen> {
  const mail = findMail(play, student, { of });
  await play.world.perform(read, { captured: mail.captured });
  return student.handset(device).openLink(linkIn(play, mail));
}

export const studentOpensLink = step({
  verb: 'student.opensLink',
  description: { ja: '学生がメールのリンクを開きます。', en: 'The student opens the link of a mail.' },
  value: Type.Object(
    {
      of: Type.Optional(
        Type.String({ description: 'A kind of mail, or a credential named with `as`; the issue notice when absent' }),
      ),
      link: Type.Optional(Type.String({ description: 'A link that an earlier step kept: $name' })),
      on,
      who,
    },
    { additionalProperties: false },
  ),
  sentence(value) {
    const what =
      value.link === undefined
        ? word(mailKinds, value.of ?? 'issue-notice')
        : { ja: '控えておいたメール', en: 'the mail kept before' };
    const device = value.on === undefined ? { ja: '', en: '' } : { ja: `${value.on}で`, en: ` on ${value.on}` };
    return {
      ja: `${ofWhom(value.who).ja}が${what.ja}のリンクを${device.ja}開く`,
      en: `${ofWhom(value.who).en} opens the link of ${what.en}${device.en}`,
    };
  },
  async run(play, value) {
    const student = play.student(value.who);
    if (value.link === undefined) await openLinkOf(play, student, value.of, value.on);
    else await student.handset(value.on).openLink(value.link);
  },
});
