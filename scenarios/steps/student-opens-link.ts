import { Type } from 'typebox';
import type { Screen } from '#drivers/handset';
import { read } from '#mocks/mailbox';
import type { Bilingual } from '#sim/errors';
import { findMail, linkIn } from './find-mail.ts';
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
      of: Type.Optional(mailOrCredential),
      link: Type.Optional(Type.String({ description: 'A link that an earlier step kept: $name' })),
      on,
      who,
    },
    { additionalProperties: false },
  ),
  sentence(value) {
    const what = value.link === undefined ? mailOf(value.of) : { ja: '控えておいたメール', en: 'the mail kept before' };
    const device = onDevice(value.on);
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
