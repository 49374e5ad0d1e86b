import { emit } from '../events/index.ts';
import { tokenHash, type World } from '../kernel/index.ts';
import { enqueueMail, isSuppressed, mailState } from '../mail/index.ts';
import { endOfDay } from './academic-year.ts';
import { type CredentialRecord, credentialOf, isOpen, setState } from './credential-record.ts';
import { issuerDefaults } from './parameters.ts';
import { schoolOf } from './school.ts';

export type NoticeCause = 'issue' | 'remind' | 'reissue';

/** Mails the student a link of its own to the credential. An address that is suppressed gets none, and the clerk sees why. */
export function sendNotice(world: World, record: CredentialRecord, cause: NoticeCause): void {
  const token = world.random.token('link');
  const message = enqueueMail(world, {
    kind: 'issue-notice',
    forwardPath: record.address,
    about: record.credential,
    variables: {
      recipientName: record.recipientName,
      issuerName: schoolOf(world, record.school).name.ja,
      // An interaction URL: wallets of other people ask it for the protocols that they may receive by. https://w3c-ccg.github.io/vcalm/#interaction-url-format
      link: `${world.origins.wallet}/receive/${token}?iuv=1`,
      expiresAt: record.claimUntil,
    },
  });
  const isHeld = mailState(world, message).state === 'given-up';
  world.store.run(
    `INSERT INTO issuer_link (token_hash, credential, message, cause, state, expires_at) VALUES (?, ?, ?, ?, ?, ?)`,
    tokenHash(token),
    record.credential,
    message,
    cause,
    isHeld ? 'withdrawn' : 'live',
    record.claimUntil,
  );
  if (isHeld) return;
  if (record.state !== 'notified') setState(world, record.credential, 'notified');
  emit(world, 'credential.notified', { credential: record.credential, message, cause });
}

/**
 * Opens the time in which the credential may be received, from now to the end of its last day, and not beyond its
 * validity; with it begin the monthly reminders. Returns the record as it is then.
 */
export function openClaimWindow(world: World, { credential, validUntil, round }: CredentialRecord): CredentialRecord {
  const { claimWindowMs, reminderEveryMs } = world.parameters('issuer', issuerDefaults);
  const now = world.clock.now();
  const claimUntil = Math.min(endOfDay(now + claimWindowMs), validUntil);
  world.store.run(
    'UPDATE issuer_credential SET claim_until = ?, round = ? WHERE credential = ?',
    claimUntil,
    round + 1,
    credential,
  );
  world.timers.schedule('issuer.remind', now + reminderEveryMs, { credential, round: round + 1, count: 1 });
  world.timers.schedule('issuer.endClaimWindow', claimUntil, { credential, round: round + 1 });
  return credentialOf(world, credential);
}

export interface ReminderTimer {
  readonly credential: string;
  readonly round: number;
  readonly count: number;
}

/** One more mail with one more live link, while nothing was received and the window is open. */
export function remind(world: World, { credential, round, count }: ReminderTimer): void {
  const { reminderEveryMs, remindersMax } = world.parameters('issuer', issuerDefaults);
  const record = credentialOf(world, credential);
  if (!isOpen(record) || record.round !== round || world.clock.now() >= record.claimUntil || count > remindersMax)
    return;
  if (!isSuppressed(world, record.address)) sendNotice(world, record, 'remind');
  world.timers.schedule('issuer.remind', world.clock.now() + reminderEveryMs, { credential, round, count: count + 1 });
}
