import type { EventData, SmtpReply, Transmission } from '#sim/events';
import type { Json, World } from '#sim/kernel';
import { mailboxDefaults } from './parameters.ts';

/** The timer of a bounce on its way back. */
export const bounceTimer = 'mailbox.bounce';

/** A message that goes back to where it came from. It has a null reverse-path, so that nothing comes back of it. */
export interface Bounce {
  /** `dsn_0001`. */
  readonly report: string;
  /** What is told when it leaves. */
  readonly returned: EventData<'mail.returned'>;
  /** Its kept bytes; who takes it releases them. */
  readonly blob: number;
}

/** A host that had taken a message and cannot hand it on. */
interface Failure {
  readonly host: string;
  readonly transmission: Transmission;
  /** The address that did not get it. */
  readonly recipient: string;
  readonly reply: SmtpReply;
}

const commands = { MAIL: 'MAIL FROM', RCPT: 'RCPT TO', DATA: 'end of DATA' } as const;

/**
 * The host of a mailbox that forwards tells the sender that the next host refused: it kept the reverse-path. Nobody is
 * told of a message with a null one: https://www.rfc-editor.org/rfc/rfc5321#section-4.5.5
 */
export function bounceForwarded(world: World, failure: Failure): void {
  const { bounceAfterMs } = world.parameters('mailbox', mailboxDefaults);
  sendBack(world, failure, bounceAfterMs, (report) => forwardersReport(world, failure, report));
}

/** Lets a message leave for its sender after a while, in the bytes that `compose` makes. */
export function sendBack(
  world: World,
  { host, transmission, recipient, reply }: Failure,
  afterMs: number,
  compose: (report: string) => Buffer,
): void {
  const { message, reversePath: to } = transmission;
  if (to === '') return;
  const report = world.ids.next('dsn');
  const { replyCode, text: replyText } = reply;
  const bounce: Bounce = {
    report,
    returned: { message, host, address: recipient, to, replyCode, replyText },
    blob: world.blobs.keep(compose(report)),
  };
  world.timers.schedule(bounceTimer, world.clock.now() + afterMs, bounce as unknown as Json);
}

/** https://www.rfc-editor.org/rfc/rfc3464#section-2 , in the manner of Postfix. */
function forwardersReport(world: World, failure: Failure, report: string): Buffer {
  const { host, transmission, recipient, reply } = failure;
  const said = [reply.replyCode, reply.enhancedStatusCode, reply.text].filter((word) => word !== undefined).join(' ');
  const remote = recipient.slice(recipient.lastIndexOf('@') + 1);
  return multipartReport(world, {
    host,
    report,
    from: `"Mail Delivery System" <MAILER-DAEMON@${host}>`,
    to: transmission.reversePath,
    subject: 'Undelivered Mail Returned to Sender',
    notice: [
      `This is the mail system at host ${host}.`,
      '',
      'A mail that is forwarded could not be delivered.',
      '',
      `<${recipient}>: host ${remote} said: ${said} (in reply to ${commands[reply.stage ?? 'DATA']} command)`,
    ],
    status: [
      `Reporting-MTA: dns; ${host}`,
      '',
      `Final-Recipient: rfc822; ${recipient}`,
      `Original-Recipient: rfc822; ${transmission.forwardPath}`,
      'Action: failed',
      `Status: ${reply.enhancedStatusCode ?? `${Math.floor(reply.replyCode / 100)}.0.0`}`,
      `Remote-MTA: dns; ${remote}`,
      `Diagnostic-Code: smtp; ${said}`,
    ],
    returned: { type: 'text/rfc822-headers', data: headerSection(transmission.data) },
  });
}

/** What a multipart/report of a host that is not the sender's is made of: https://www.rfc-editor.org/rfc/rfc3462#section-1 */
export interface MultipartReport {
  readonly host: string;
  readonly report: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  /** The lines of the first part. */
  readonly notice: readonly string[];
  readonly status: readonly string[];
  readonly returned: { readonly type: string; readonly data: Buffer };
}

export function multipartReport(world: World, report: MultipartReport): Buffer {
  const boundary = `${report.report}/${report.host}`;
  const part = (type: string, body: string): string => `--${boundary}\r\nContent-Type: ${type}\r\n\r\n${body}\r\n`;
  const head = [
    `Date: ${new Date(world.clock.now()).toUTCString().replace('GMT', '+0000')}`,
    `From: ${report.from}`,
    `To: <${report.to}>`,
    `Subject: ${report.subject}`,
    `Message-ID: <${report.report}@${report.host}>`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=delivery-status;\r\n boundary="${boundary}"`,
  ].join('\r\n');
  const parts =
    part('text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit', linesOf(report.notice)) +
    part('message/delivery-status', linesOf(report.status));
  return Buffer.concat([
    Buffer.from(`${head}\r\n\r\n${parts}--${boundary}\r\nContent-Type: ${report.returned.type}\r\n\r\n`, 'utf8'),
    report.returned.data,
    Buffer.from(`\r\n--${boundary}--\r\n`, 'latin1'),
  ]);
}

/** A header of any length may come in; what goes back has an end. */
const headerBytesMax = 65_536;

/** The header of a message, without its body: a live link does not travel back. */
export function headerSection(data: Buffer): Buffer {
  const end = data.indexOf('\r\n\r\n');
  return data.subarray(0, Math.min(end === -1 ? data.length : end + 2, headerBytesMax));
}

/** Replies and addresses come from other hosts: they must not begin a line of their own. */
function linesOf(lines: readonly string[]): string {
  return lines.map((line) => `${line.replace(/[\r\n\0]+/g, ' ')}\r\n`).join('');
}
