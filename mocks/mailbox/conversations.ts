import type { World } from '#sim/kernel';
import { folder, type MailSummary } from './captured-message.ts';
import { requireMailbox } from './mailbox.ts';
import { folded } from './search.ts';

/** One line of a mail app's list, the newest message first. */
export type Conversation = readonly MailSummary[];

interface Grouping {
  /** A message joins the one before it only when it came this soon after. */
  readonly withinMs: number;
  readonly source: string;
}

const weekMs = 7 * 86_400_000;

/** The mail apps that put messages of one subject and sender into one line as they come; the others list each by itself. */
const groupings: Readonly<Record<string, Grouping>> = {
  gmail: {
    withinMs: weekMs,
    source: 'https://support.google.com/mail/answer/5900 (a week; that no reference is needed is an assumption)',
  },
  icloud: { withinMs: Number.POSITIVE_INFINITY, source: 'assumption: iOS groups by subject, however old' },
  m365: { withinMs: Number.POSITIVE_INFINITY, source: 'assumption: Outlook groups by subject, however old' },
};

/** Replies and forwards belong to what they answer. */
const prefix = /^((re|fwd?)(\[\d+\])?:\s*)+/;

/** The inbox as its mail app lists it, the newest line first. Throws ServiceError `mailbox-unknown`. */
export function conversations(world: World, mailbox: string): readonly Conversation[] {
  const withinMs = groupings[requireMailbox(world, mailbox).provider]?.withinMs;
  const mails = folder(world, mailbox, 'inbox').toReversed();
  const lines: MailSummary[][] = [];
  for (const mail of mails) {
    const line = lines.find(
      ([newest]) => newest !== undefined && withinMs !== undefined && joins(mail, newest, withinMs),
    );
    if (line === undefined) lines.push([mail]);
    else line.unshift(mail);
  }
  return lines.toSorted(([a], [b]) => (b?.receivedAt ?? 0) - (a?.receivedAt ?? 0));
}

function joins(mail: MailSummary, newest: MailSummary, withinMs: number): boolean {
  return topicOf(mail) === topicOf(newest) && mail.receivedAt - newest.receivedAt <= withinMs;
}

function topicOf({ subject, from }: MailSummary): string {
  return `${from.address.toLowerCase()} ${folded(subject).trim().replace(prefix, '')}`;
}
