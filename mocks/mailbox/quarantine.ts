import { ServiceError } from '#sim/errors';
import { emit } from '#sim/events';
import { command, japanOffsetMs, type World } from '#sim/kernel';
import { captureNotice } from './capture.ts';
import { type MailSummary, requireCaptured, summariesIn } from './captured-message.ts';
import { requireMailbox, requireProfile } from './mailbox.ts';
import { place } from './placement.ts';

export const quarantineTable = `
  CREATE TABLE mailbox_digest (
    mailbox TEXT PRIMARY KEY, timer INTEGER NOT NULL, since INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;`;

/** The timer of the mail that lists what is held. */
export const digestTimer = 'mailbox.digest';

const dayMs = 86_400_000;
/** assumption: the list goes out at 9 in the morning, Japan's time. */
const digestAtMs = 9 * 3_600_000;

/** A held message, as the quarantine's page lists it; no mail app shows it. */
export interface HeldMail extends Omit<MailSummary, 'folder'> {
  readonly releasedBy: 'user' | 'admin';
}

/** What is held for a mailbox, the newest first. */
export function quarantine(world: World, mailbox: string): readonly HeldMail[] {
  return summariesIn(world, mailbox, ['quarantine']).map(({ folder: _, releasedBy, ...mail }) => ({
    ...mail,
    releasedBy: releasedBy ?? 'admin',
  }));
}

/**
 * Lets a held message into the inbox. What was taken for dangerous only an administrator may release.
 * Throws ServiceError `captured-unknown`, `folder-unfit`, `quarantine-admin-only`.
 */
export const releaseHeld = command<{ readonly captured: string; readonly by: 'user' | 'admin' }, void>(
  'mailbox.release',
  (world, { captured, by }) => {
    const placed = requireCaptured(world, captured);
    if (placed.folder !== 'quarantine') throw new ServiceError('folder-unfit', { folder: 'quarantine' });
    if (placed.releasedBy !== 'user' && by === 'user') throw new ServiceError('quarantine-admin-only');
    place(world, placed, 'inbox', by === 'user' ? 'student' : 'admin');
  },
);

/** Sees to it that the owner of the mailbox is told with the next daily list. */
export function announceHeld(world: World, mailbox: string): void {
  if (world.store.get('SELECT 1 FROM mailbox_digest WHERE mailbox = ?', mailbox) !== undefined) return;
  const now = world.clock.now();
  const today = Math.floor((now + japanOffsetMs) / dayMs) * dayMs - japanOffsetMs;
  const dueAt = today + digestAtMs > now ? today + digestAtMs : today + digestAtMs + dayMs;
  const timer = world.timers.schedule(digestTimer, dueAt, { mailbox });
  world.store.run('INSERT INTO mailbox_digest (mailbox, timer, since) VALUES (?, ?, ?)', mailbox, timer, now);
}

/** Puts the list of what was held since the last one into the inbox; none when everything has left the quarantine. */
export function sendDigest(world: World, mailbox: string): void {
  const due = world.store.get<{ since: number }>('SELECT since FROM mailbox_digest WHERE mailbox = ?', mailbox);
  world.store.run('DELETE FROM mailbox_digest WHERE mailbox = ?', mailbox);
  const held = quarantine(world, mailbox).filter(({ receivedAt }) => receivedAt >= (due?.since ?? 0));
  const { address, provider } = requireMailbox(world, mailbox);
  const settings = requireProfile(provider).quarantine;
  if (held.length === 0 || settings === undefined) return;
  const { from, fromName, subject } = settings.digest;
  const lines = held.flatMap((mail) => [
    `件名 / Subject: ${mail.subject}`,
    `差出人 / From: ${mail.from.address}`,
    mail.releasedBy === 'user'
      ? '解放できます / You can release it.'
      : '解放できるのは管理者だけです / Administrators only.',
    '',
  ]);
  const captured = captureNotice(world, mailbox, {
    kind: 'quarantine-digest',
    from: { name: fromName, address: from },
    to: address,
    subject,
    text: [`検疫に ${held.length} 件のメッセージがあります。`, '', ...lines].join('\r\n'),
  });
  emit(world, 'mail.quarantine-listed', { captured, held: held.map((mail) => mail.captured) });
}
