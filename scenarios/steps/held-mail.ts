import type { HeldMail } from '#mocks/mailbox';
import { heldMails, whereMail } from './find-mail.ts';
import type { Play, PlayedStudent } from './play.ts';
import { Unmet } from './unmet.ts';
import { mailKinds, word } from './words.ts';

/** The newest mail of a kind that is held for a student. Throws Unmet when none is. */
export function heldMail(play: Play, student: PlayedStudent, kind = 'issue-notice', at?: string): HeldMail {
  const held = heldMails(play, student, at).find((mail) => mail.kind === kind);
  if (held !== undefined) return held;
  const mail = word(mailKinds, kind);
  throw new Unmet(
    'mail',
    { ja: `検疫に${mail.ja}がある`, en: `${mail.en} in quarantine` },
    whereMail(play, student, at),
  );
}
