import { type EventData, emit } from '../events/index.ts';
import { command, type World } from '../kernel/index.ts';
import { addressKey } from './address.ts';
import { type DeliveryReport, type RecipientReport, readDsn, reasonClasses, reasonOf } from './dsn/index.ts';
import { replyLine } from './dsn/reply-line.ts';
import { isGenuineId, messageNamed } from './message-id.ts';
import { mailDefaults } from './parameters.ts';
import { suppress } from './suppression.ts';

/** A mail that came in for somebody of the issuer. */
export interface ReturnedMail {
  readonly forwardPath: string;
  readonly data: Uint8Array;
}

/** What the issuer had sent, as far as a report may change it. */
interface Sent {
  readonly message: string;
  readonly forwardPath: string;
  readonly state: string;
  /** It still is in the queue of our own host. */
  readonly waits: number;
}

type Ignored = EventData<'mail.report-ignored'>['why'];

/**
 * Takes what comes back to the reverse-path, from whatever host, and derives from its bytes what the issuer knows of its
 * mail; mail for anybody else is left alone. Nothing is ever answered, so no loop can begin. Only inside a command.
 *
 * A report is believed when it names the envelope id or the Message-ID of the mail, whose code nobody knows who did not
 * have that very mail, and tells of the address that it was for. Of another address it may tell when the mail was taken
 * first: then it was forwarded there.
 */
export function readReport(world: World, { forwardPath, data }: ReturnedMail): void {
  const { reversePath } = world.parameters('mail', mailDefaults);
  if (reversePath === '' || addressKey(forwardPath) !== addressKey(reversePath)) return;
  const ignored = heed(world, readDsn(data));
  if (ignored !== undefined) emit(world, 'mail.report-ignored', { why: ignored });
}

/** Mail from outside that came to the issuer, such as a bounce of a host that this world does not simulate. */
export const receiveReport = command<{ readonly forwardPath: string; readonly data: Uint8Array }, void>(
  'mail.receiveReport',
  (world, mail) => readReport(world, mail),
);

/** Returns why nothing follows from a report, when nothing does. */
function heed(world: World, report: DeliveryReport | undefined): Ignored | undefined {
  if (report === undefined) return 'no-report';
  const sent = sentMail(world, report);
  if (sent === undefined) return 'not-our-mail';
  const own = report.recipients.find((recipient) => tellsOf(recipient, sent.forwardPath));
  const told = own ?? (sent.state === 'accepted' ? report.recipients[0] : undefined);
  if (told === undefined) return 'another-address';
  const isNews = (told.action === 'delayed' ? noteDelay : noteFailure)(world, sent, report, told);
  return isNews ? undefined : 'known-already';
}

function sentMail(world: World, { envelopeId, messageId }: DeliveryReport): Sent | undefined {
  for (const id of [envelopeId, messageId]) {
    const message = messageNamed(id ?? '');
    if (id === undefined || message === undefined) continue;
    const sent = world.store.get<Sent>(
      `SELECT message, forward_path AS forwardPath, state, data IS NOT NULL AS waits
       FROM mail_message WHERE message = ?`,
      message,
    );
    if (sent !== undefined && isGenuineId(world, id, message, sent.forwardPath)) return sent;
  }
  return undefined;
}

function tellsOf({ finalRecipient, originalRecipient }: RecipientReport, forwardPath: string): boolean {
  return [finalRecipient, originalRecipient ?? ''].some((address) => addressKey(address) === addressKey(forwardPath));
}

function noteDelay(world: World, sent: Sent, report: DeliveryReport, told: RecipientReport): boolean {
  if (sent.state !== 'deferred' || sent.waits === 0) return false;
  emit(world, 'mail.delay-reported', { message: sent.message, ...words(report, told) });
  return true;
}

function noteFailure(world: World, sent: Sent, report: DeliveryReport, told: RecipientReport): boolean {
  const { message, forwardPath } = sent;
  const { reply } = told;
  const isLate = sent.state === 'accepted';
  const isDue = (sent.state === 'queued' || sent.state === 'deferred') && sent.waits === 0;
  if (!isLate && !isDue) return false;
  // https://www.rfc-editor.org/rfc/rfc3463#section-2 : 4.X.X with "failed" is a trouble that lasted too long.
  const isTimeOver = !isLate && reply.replyCode < 500;
  const reasonClass = classOf(told);
  world.store.run(
    `UPDATE mail_message SET state = ?, reason = ?, reply_code = ?, enhanced_status_code = ?, reply_text = ?,
       reason_class = ? WHERE message = ?`,
    isLate ? 'bounced' : isTimeOver ? 'given-up' : 'rejected',
    isTimeOver ? 'retry-time-over' : null,
    reply.replyCode,
    reply.enhancedStatusCode ?? null,
    reply.text,
    reasonClass,
    message,
  );
  emit(world, 'mail.bounced', { message, ...words(report, told), isLate });
  // Only that the very address does not exist; where it forwards to is its owner's business.
  const isOwn = addressKey(told.finalRecipient) === addressKey(forwardPath);
  if (reasonClass === 'userunknown' && reply.replyCode >= 500 && isOwn) suppress(world, forwardPath, message);
  return true;
}

function words({ reportingHost }: DeliveryReport, told: RecipientReport) {
  const reasonClass = classOf(told);
  return {
    reportingHost,
    address: told.finalRecipient,
    status: told.status,
    diagnostic: replyLine(told.reply),
    reasonClass,
    reason: { ...reasonClasses[reasonClass] },
  };
}

/** A trouble without a known reason that lasted until the end is "expired", as Sisimai calls it. */
function classOf({ reply, action }: RecipientReport) {
  const reason = reasonOf(reply);
  return reason === 'undefined' && action === 'failed' && reply.replyCode < 500 ? 'expired' : reason;
}
