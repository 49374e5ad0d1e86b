import type { Language } from '../errors/index.ts';
import { emit } from '../events/index.ts';
import type { Instant, World } from '../kernel/index.ts';
import { checkForwardPath } from './address.ts';
import { composeMail } from './compose-mail.ts';
import type { ReasonClass } from './dsn/index.ts';
import type { MailKind, MailOrder } from './mail-order.ts';
import { mailDefaults } from './parameters.ts';
import { isSuppressed } from './suppression.ts';

/**
 * The bytes stay in the row from composing to the last attempt, so that every attempt sends the same signed message,
 * and leave it then: the mailbox has them, and a snapshot of the world should not carry live links longer than needed.
 */
export const outboxTable = `
  CREATE TABLE mail_message (
    message TEXT PRIMARY KEY, kind TEXT NOT NULL, about TEXT, forward_path TEXT NOT NULL,
    state TEXT NOT NULL, reason TEXT, attempts INTEGER NOT NULL DEFAULT 0, reply_code INTEGER,
    enhanced_status_code TEXT, reply_text TEXT, reason_class TEXT, is_delay_told INTEGER NOT NULL DEFAULT 0,
    queued_at INTEGER NOT NULL, data BLOB
  ) STRICT, WITHOUT ROWID;`;

/**
 * What the issuer knows of a message: never more than a real sender would. Its own host's queue tells what waits and what
 * was taken; that a message failed it learns from the report that comes back.
 */
export interface MailState {
  /** `bounced`: the receiving host took it and sent it back later. */
  readonly state: 'queued' | 'accepted' | 'deferred' | 'rejected' | 'given-up' | 'bounced';
  readonly replyCode?: number;
  readonly enhancedStatusCode?: string;
  readonly replyText?: string;
  /** Why it was given up. */
  readonly reason?: 'address-suppressed' | 'retry-time-over';
  /** Why it was refused or put off, as far as the host's words tell. */
  readonly reasonClass?: ReasonClass;
  readonly attempts: number;
  readonly forwardPath: string;
  readonly kind: MailKind;
  readonly queuedAt: Instant;
}

/**
 * Composes, signs and queues a mail; it leaves 1–3 s of virtual time later. Only inside a command. Returns `msg_…`.
 * Throws ServiceError `domain-not-simulated`, `address-malformed`, `header-injection`.
 */
export function enqueueMail(world: World, order: MailOrder): string {
  checkForwardPath(order.forwardPath);
  const message = world.ids.next('msg');
  const queuedAt = world.clock.now();
  const language: Language = order.language ?? 'ja';
  const mail = composeMail(world, message, { ...order, language });
  const isHeld = isSuppressed(world, order.forwardPath);
  world.store.run(
    `INSERT INTO mail_message (message, kind, about, forward_path, data, state, reason, queued_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    message,
    order.kind,
    order.about ?? null,
    order.forwardPath,
    isHeld ? null : mail.data,
    isHeld ? 'given-up' : 'queued',
    isHeld ? 'address-suppressed' : null,
    queuedAt,
  );
  emit(world, 'mail.queued', {
    message,
    kind: order.kind,
    messageId: mail.messageId,
    subject: mail.subject,
    forwardPath: order.forwardPath,
    text: mail.maskedText,
    html: mail.maskedHtml,
    ...(order.about !== undefined && { about: order.about }),
  });
  if (isHeld) {
    emit(world, 'mail.given-up', { message, reason: 'address-suppressed' });
    return message;
  }
  const { latencyMsMin, latencyMsMax } = world.parameters('mail', mailDefaults);
  const latencyMs = latencyMsMin + world.random.integer('mail/latency', latencyMsMax - latencyMsMin + 1);
  world.timers.schedule('mail.attempt', queuedAt + latencyMs, { message });
  return message;
}

/** The sender's view of a message. Throws TypeError when there is no such message. */
export function mailState(world: World, message: string): MailState {
  const row = world.store.get<{
    kind: MailKind;
    forwardPath: string;
    state: MailState['state'];
    reason: NonNullable<MailState['reason']> | null;
    replyCode: number | null;
    enhancedStatusCode: string | null;
    replyText: string | null;
    reasonClass: ReasonClass | null;
    attempts: number;
    queuedAt: number;
  }>(
    `SELECT kind, forward_path AS forwardPath, state, reason, reply_code AS replyCode, enhanced_status_code AS
       enhancedStatusCode, reply_text AS replyText, reason_class AS reasonClass, attempts, queued_at AS queuedAt
     FROM mail_message WHERE message = ?`,
    message,
  );
  if (row === undefined) throw new TypeError(`no mail ${message} was queued`);
  return {
    state: row.state,
    ...(row.replyCode !== null && { replyCode: row.replyCode }),
    ...(row.enhancedStatusCode !== null && { enhancedStatusCode: row.enhancedStatusCode }),
    ...(row.replyText !== null && { replyText: row.replyText }),
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.reasonClass !== null && { reasonClass: row.reasonClass }),
    attempts: row.attempts,
    forwardPath: row.forwardPath,
    kind: row.kind,
    queuedAt: row.queuedAt,
  };
}
