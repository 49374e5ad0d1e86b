import type { SmtpReply } from '../events/index.ts';
import type { World } from '../kernel/index.ts';
import { writeDsn } from './dsn/index.ts';
import { envelopeIdOf } from './message-id.ts';
import { mailDefaults } from './parameters.ts';
import type { Waiting } from './waiting.ts';

/** The timer of a report on its way to the reverse-path. */
export const reportTimer = 'mail.report';

export interface ReportOnItsWay {
  readonly forwardPath: string;
  /** The kept bytes of the report; who takes it releases them. */
  readonly blob: number;
}

/**
 * Our own host tells the reverse-path of a mail that it could not hand over, or not yet. Nobody is told of a mail with a
 * null reverse-path, such as a report: https://www.rfc-editor.org/rfc/rfc5321#section-4.5.5
 */
export function sendReport(
  world: World,
  { message, forwardPath, data, queuedAt }: Waiting,
  { action, reply }: { readonly action: 'failed' | 'delayed'; readonly reply: SmtpReply },
): void {
  const { reversePath, hostName, giveUpAfterMs, reportLatencyMs } = world.parameters('mail', mailDefaults);
  if (reversePath === '') return;
  const now = world.clock.now();
  const report = writeDsn({
    report: world.ids.next('dsn'),
    action,
    reportingHost: hostName,
    remoteHost: forwardPath.slice(forwardPath.lastIndexOf('@') + 1).toLowerCase(),
    reversePath,
    recipient: forwardPath,
    envelopeId: envelopeIdOf(world, message, forwardPath),
    reply,
    queuedAt,
    now,
    retryUntil: queuedAt + giveUpAfterMs,
    data,
  });
  const onItsWay: ReportOnItsWay = { forwardPath: reversePath, blob: world.blobs.keep(report) };
  world.timers.schedule(reportTimer, now + reportLatencyMs, { ...onItsWay });
}
