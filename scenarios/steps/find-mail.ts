import type { MailAt } from '#drivers/handset';
import { folder, type HeldMail, linksOf, type MailSummary, mailboxOf, quarantine, scannedTarget } from '#mocks/mailbox';
import type { Bilingual } from '#sim/errors';
import type { Play, PlayedStudent } from './play.ts';
import { Unmet } from './unmet.ts';
import { folders, mailKinds, word } from './words.ts';

/** Which mail a step means: a kind, or a credential that an earlier step named with `as:`. */
export interface WantedMail {
  readonly of?: string | undefined;
  readonly folder?: string | undefined;
  /** The provider of another mailbox of the student. */
  readonly at?: string | undefined;
}

export function mailboxId(play: Play, student: PlayedStudent, at?: string): string {
  const mailbox = mailboxOf(play.world, student.addressAt(at));
  if (mailbox === undefined) throw new TypeError(`${student.key} has no mailbox`);
  return mailbox.mailbox;
}

export function mailsIn(play: Play, student: PlayedStudent, name: string, at?: string): readonly MailSummary[] {
  return folder(play.world, mailboxId(play, student, at), name as 'inbox');
}

/** What is kept apart from the mailbox; no mail app shows it. */
export function heldMails(play: Play, student: PlayedStudent, at?: string): readonly HeldMail[] {
  return quarantine(play.world, mailboxId(play, student, at));
}

/** The newest mail that fits, in one folder or (as a search over the mailbox would) outside the trash. Throws Unmet. */
export function findMail(play: Play, student: PlayedStudent, wanted: WantedMail): MailSummary {
  const of = wanted.of ?? 'issue-notice';
  const isKind = of in mailKinds;
  const credential = isKind ? undefined : play.kept(of);
  const places = wanted.folder === undefined ? ['inbox'] : [wanted.folder];
  const found = places
    .flatMap((place) => mailsIn(play, student, place, wanted.at))
    .filter((mail) => (isKind ? mail.kind === of : mail.about === credential))
    .sort((a, b) => b.receivedAt - a.receivedAt || (a.captured < b.captured ? 1 : -1))[0];
  if (found !== undefined) return found;
  const place = word(folders, places[0] ?? 'inbox');
  const mail = isKind ? word(mailKinds, of) : { ja: `「${of}」のメール`, en: `the mail of "${of}"` };
  throw new Unmet(
    'mail',
    { ja: `${place.ja}に${mail.ja}がある`, en: `${mail.en} in ${place.en}` },
    whereMail(play, student, wanted.at),
  );
}

/** A mail that was found, as its reader comes to it. */
export function placeOf(student: PlayedStudent, { captured }: MailSummary, wanted: WantedMail = {}): MailAt {
  return { address: student.addressAt(wanted.at), folder: (wanted.folder ?? 'inbox') as MailAt['folder'], captured };
}

/** Where a student's mails are, for the answer to "it is not there". */
export function whereMail(play: Play, student: PlayedStudent, at?: string): Bilingual {
  const inFolders = ['inbox', 'junk', 'trash', 'archive'].map((name) => ({
    name,
    n: mailsIn(play, student, name, at).length,
  }));
  const held = heldMails(play, student, at).length;
  const counts = held === 0 ? inFolders : [...inFolders, { name: 'quarantine', n: held }];
  return {
    ja: counts.map(({ name, n }) => `${word(folders, name).ja} ${n}通`).join('、'),
    en: counts.map(({ name, n }) => `${n} in ${word(folders, name).en}`).join(', '),
  };
}

/** The link of the service in a mail, as the reader taps it. Throws Unmet when there is none. */
export function linkIn(play: Play, mail: MailSummary): string {
  const link = linksOf(play.world, mail.captured).find((shown) =>
    // A scanner may have rewritten it.
    scannedTarget(shown).startsWith(`${play.world.origins.wallet}/`),
  );
  if (link === undefined) {
    throw new Unmet(
      'mail',
      { ja: 'メールに手続きのリンクがある', en: 'a link of the service in the mail' },
      { ja: 'リンクがありません', en: 'there is none' },
    );
  }
  return link;
}
