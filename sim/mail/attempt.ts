import { emit, type SmtpReply } from '../events/index.ts';
import type { World } from '../kernel/index.ts';
import { countBulk } from './bulk-watch.ts';
import { reasonOf } from './dsn/index.ts';
import type { MailPorts } from './mail-ports.ts';
import { mailDefaults } from './parameters.ts';
import { sendReport } from './send-report.ts';
import type { Waiting } from './waiting.ts';

/**
 * One attempt to hand a message over, and what follows from the answer. That it failed for good is not written down
 * here: the report that goes to the reverse-path says so to whoever reads it.
 */
export async function attempt(world: World, ports: MailPorts, message: string): Promise<void> {
  const waiting = world.store.get<Waiting>(
    `SELECT message, kind, about, forward_path AS forwardPath, data, attempts, is_delay_told AS isDelayTold,
       queued_at AS queuedAt FROM mail_message WHERE message = ? AND data IS NOT NULL`,
    message,
  );
  if (waiting === undefined) throw new TypeError(`${message} does not wait for an attempt`);
  const reply = await ports.deliver(world, {
    message,
    kind: waiting.kind,
    ...(waiting.about !== null && { about: waiting.about }),
    reversePath: world.parameters('mail', mailDefaults).reversePath,
    forwardPath: waiting.forwardPath,
    data: Buffer.from(waiting.data),
  });
  emit(world, 'mail.attempted', {
    message,
    attempt: waiting.attempts + 1,
    replyCode: reply.replyCode,
    ...(reply.enhancedStatusCode !== undefined && { enhancedStatusCode: reply.enhancedStatusCode }),
    replyText: reply.text,
    stage: reply.stage ?? 'DATA',
  });
  if (reply.replyCode < 400) accept(world, waiting, reply);
  else if (reply.replyCode < 500) putOff(world, waiting, reply);
  else fail(world, waiting, reply);
}

/** The bytes leave with the last attempt. */
function accept(world: World, { message, attempts, forwardPath }: Waiting, reply: SmtpReply): void {
  world.store.run(
    `UPDATE mail_message SET state = 'accepted', attempts = ?, reply_code = ?, enhanced_status_code = ?,
       reply_text = ?, reason_class = NULL, data = NULL WHERE message = ?`,
    attempts + 1,
    reply.replyCode,
    reply.enhancedStatusCode ?? null,
    reply.text,
    message,
  );
  countBulk(world, { from: world.parameters('mail', mailDefaults).fromAddress, to: forwardPath });
}

/** Tries again later, or gives up: https://www.rfc-editor.org/rfc/rfc5321#section-4.5.4.1 */
function putOff(world: World, waiting: Waiting, reply: SmtpReply): void {
  const { message, queuedAt } = waiting;
  const { retryDelaysMs, giveUpAfterMs, delayReportAfterMs } = world.parameters('mail', mailDefaults);
  const attempts = waiting.attempts + 1;
  const now = world.clock.now();
  const delayMs = retryDelaysMs[Math.min(attempts, retryDelaysMs.length) - 1] ?? giveUpAfterMs;
  if (now + delayMs > queuedAt + giveUpAfterMs) {
    emit(world, 'mail.given-up', { message, reason: 'retry-time-over' });
    fail(world, waiting, reply);
    return;
  }
  const tellsDelay = waiting.isDelayTold === 0 && now >= queuedAt + delayReportAfterMs;
  world.store.run(
    `UPDATE mail_message SET state = 'deferred', attempts = ?, reply_code = ?, enhanced_status_code = ?,
       reply_text = ?, reason_class = ?, is_delay_told = is_delay_told OR ? WHERE message = ?`,
    attempts,
    reply.replyCode,
    reply.enhancedStatusCode ?? null,
    reply.text,
    reasonOf(reply),
    tellsDelay ? 1 : 0,
    message,
  );
  if (tellsDelay) sendReport(world, waiting, { action: 'delayed', reply });
  world.timers.schedule('mail.attempt', now + delayMs, { message });
}

function fail(world: World, waiting: Waiting, reply: SmtpReply): void {
  const { message, attempts } = waiting;
  world.store.run('UPDATE mail_message SET attempts = ?, data = NULL WHERE message = ?', attempts + 1, message);
  sendReport(world, waiting, { action: 'failed', reply });
}
