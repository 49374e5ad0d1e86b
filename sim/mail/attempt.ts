import { emit, type SmtpReply } from '../events/index.ts';
import type { World } from '../kernel/index.ts';
import type { MailPorts } from './mail-ports.ts';
import type { MailState } from './outbox.ts';
import { mailDefaults } from './parameters.ts';
import { suppress } from './suppression.ts';
import { isUnknownUser } from './unknown-user.ts';

interface Waiting {
  readonly kind: string;
  readonly about: string | null;
  readonly forwardPath: string;
  readonly data: Uint8Array;
  readonly attempts: number;
  readonly queuedAt: number;
}

/** One attempt to hand a message over, and what follows from the answer. */
export async function attempt(world: World, ports: MailPorts, message: string): Promise<void> {
  const waiting = world.store.get<Waiting>(
    `SELECT kind, about, forward_path AS forwardPath, data, attempts, queued_at AS queuedAt
     FROM mail_message WHERE message = ? AND data IS NOT NULL`,
    message,
  );
  if (waiting === undefined) throw new TypeError(`${message} does not wait for an attempt`);
  const { reversePath, retryDelaysMs, giveUpAfterMs } = world.parameters('mail', mailDefaults);
  const reply = await ports.deliver(world, {
    message,
    kind: waiting.kind,
    ...(waiting.about !== null && { about: waiting.about }),
    reversePath,
    forwardPath: waiting.forwardPath,
    data: Buffer.from(waiting.data),
  });
  const attempts = waiting.attempts + 1;
  emit(world, 'mail.attempted', {
    message,
    attempt: attempts,
    replyCode: reply.replyCode,
    ...(reply.enhancedStatusCode !== undefined && { enhancedStatusCode: reply.enhancedStatusCode }),
    replyText: reply.text,
    stage: reply.stage ?? 'DATA',
  });
  const record = (state: MailState['state']): void => note(world, message, { state, attempts, reply });
  if (reply.replyCode < 400) {
    record('accepted');
    return;
  }
  if (reply.replyCode >= 500) {
    record('rejected');
    if (isUnknownUser(reply)) suppress(world, waiting.forwardPath, message);
    return;
  }
  const delayMs = retryDelaysMs[Math.min(attempts, retryDelaysMs.length) - 1] ?? giveUpAfterMs;
  const nextAt = world.clock.now() + delayMs;
  if (nextAt > waiting.queuedAt + giveUpAfterMs) {
    record('given-up');
    emit(world, 'mail.given-up', { message, reason: 'retry-time-over' });
    return;
  }
  record('deferred');
  world.timers.schedule('mail.attempt', nextAt, { message });
}

/** Writes the answer down; the bytes leave with the last attempt. */
function note(
  world: World,
  message: string,
  { state, attempts, reply }: { state: MailState['state']; attempts: number; reply: SmtpReply },
): void {
  world.store.run(
    `UPDATE mail_message SET state = ?, reason = ?, attempts = ?, reply_code = ?, enhanced_status_code = ?,
       reply_text = ?, data = CASE WHEN ? THEN data END WHERE message = ?`,
    state,
    state === 'given-up' ? 'retry-time-over' : null,
    attempts,
    reply.replyCode,
    reply.enhancedStatusCode ?? null,
    reply.text,
    state === 'deferred' ? 1 : 0,
    message,
  );
}
