import { addrSpec } from '../address.ts';
import { dateField } from '../date-field.ts';
import { fold, mailboxField, structuredField, unstructuredField } from '../header-field.ts';
import { base64Lines, messageBytes } from '../mime-message.ts';
import { noticeText } from './notice-text.ts';
import { replyLine, statusOf } from './reply-line.ts';
import type { Undelivered } from './undelivered.ts';

const subjects = {
  failed: 'Undelivered Mail Returned to Sender',
  delayed: 'Delayed Mail (still being retried)',
} as const;

/**
 * A delivery status notification: https://www.rfc-editor.org/rfc/rfc3464#section-2 , with the header of the mail alone
 * (RFC 3462 §2), so that no live link comes back.
 */
export function writeDsn(undelivered: Undelivered): Buffer {
  const { report, action, reportingHost, reversePath, now, data } = undelivered;
  const boundary = `=_${report}`;
  const part = (description: string, type: string, body: string, encoding = '7bit'): string =>
    `--${boundary}\r\nContent-Description: ${description}\r\nContent-Type: ${type}\r\n` +
    `Content-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n`;
  return messageBytes({
    fields: [
      structuredField('Date', dateField(now)),
      mailboxField('From', 'Mail Delivery System', `MAILER-DAEMON@${reportingHost}`),
      structuredField('To', `<${addrSpec(reversePath)}>`),
      unstructuredField('Subject', subjects[action]),
      structuredField('Message-ID', `<${report}@${reportingHost}>`),
      // https://www.rfc-editor.org/rfc/rfc3834#section-5
      structuredField('Auto-Submitted', 'auto-replied'),
      structuredField('MIME-Version', '1.0'),
      {
        name: 'Content-Type',
        value: `multipart/report; report-type=delivery-status;\r\n boundary="${boundary}"`,
      },
    ],
    body:
      part('Notification', 'text/plain; charset=UTF-8', base64Lines(noticeText(undelivered)), 'base64') +
      part('Delivery report', 'message/delivery-status', statusFields(undelivered)) +
      part('Undelivered Message Headers', 'text/rfc822-headers', headerOf(data)) +
      `--${boundary}--\r\n`,
  });
}

/** https://www.rfc-editor.org/rfc/rfc3464#section-2.2 and §2.3 */
function statusFields(undelivered: Undelivered): string {
  const { action, reportingHost, remoteHost, recipient, envelopeId, reply, queuedAt, now, retryUntil } = undelivered;
  const perMessage = [
    `Original-Envelope-Id: ${envelopeId}`,
    `Reporting-MTA: dns; ${reportingHost}`,
    `Arrival-Date: ${dateField(queuedAt)}`,
  ];
  const perRecipient = [
    `Original-Recipient: rfc822; ${addrSpec(recipient)}`,
    `Final-Recipient: rfc822; ${addrSpec(recipient)}`,
    `Action: ${action}`,
    `Status: ${statusOf(reply)}`,
    `Remote-MTA: dns; ${remoteHost}`,
    `Diagnostic-Code: ${fold('Diagnostic-Code', ['smtp;', ...replyLine(reply).split(' ')])}`,
    `Last-Attempt-Date: ${dateField(now)}`,
    ...(action === 'delayed' ? [`Will-Retry-Until: ${dateField(retryUntil)}`] : []),
  ];
  return `${perMessage.join('\r\n')}\r\n\r\n${perRecipient.join('\r\n')}\r\n`;
}

/** The header section, its last line end included. */
function headerOf(data: Uint8Array): string {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const end = bytes.indexOf('\r\n\r\n');
  return bytes.toString('latin1', 0, end === -1 ? bytes.length : end + 2);
}
