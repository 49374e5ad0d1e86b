import type { SmtpReply } from '../../events/index.ts';
import type { DeliveryReport, RecipientReport } from './delivery-report.ts';
import { decodedBody, type Entity, field, mediaType, partsOf, readEntity, readFields } from './mime-reader.ts';
import { saidOf, stageOf } from './notice-words.ts';
import { oneLine } from './one-line.ts';
import { isPlainReturn, readPlainReturn } from './plain-return.ts';
import { parseReplyLine } from './reply-line.ts';

/** The report stands before the mail that comes back: a longer message is read so far. */
const bytesMax = 262_144;
const recipientsMax = 100;
/** As long as a reply may be, and longer than any address: https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1.5 */
const valueLengthMax = 512;

/**
 * What a message that came to the reverse-path tells of a mail; undefined when it is no bounce: an answer of a person, a
 * vacation notice. Whoever sends one can write what they like: nothing here says that it is true.
 */
export function readDsn(bytes: Uint8Array): DeliveryReport | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, bytesMax));
  const message = readEntity(start.toString('latin1').replaceAll('\r\n', '\n'));
  if (isPlainReturn(message)) return readPlainReturn(message);
  if (mediaType(message) !== 'multipart/report') return undefined;
  const parts = partsOf(message);
  const status = parts.find((part) => mediaType(part) === 'message/delivery-status');
  if (status === undefined) return undefined;
  const notice = parts.find((part) => mediaType(part) === 'text/plain');
  const text = notice === undefined ? '' : oneLine(decodedBody(notice));
  const [perMessage = '', ...perRecipient] = decodedBody(status)
    .trim()
    .split(/\n[ \t]*\n/, recipientsMax);
  const head = readFields(perMessage);
  const messageId = returnedId(parts);
  return {
    reportingHost: typed(field(head, 'reporting-mta')).toLowerCase(),
    ...optional('envelopeId', field(head, 'original-envelope-id')),
    ...optional('messageId', messageId),
    recipients: perRecipient.flatMap((group) => recipientOf(readFields(group), text)),
  };
}

/** https://www.rfc-editor.org/rfc/rfc3464#section-2.3 */
function recipientOf(fields: Entity['header'], text: string): RecipientReport[] {
  const action = field(fields, 'action').toLowerCase();
  const finalRecipient = address(field(fields, 'final-recipient'));
  if (finalRecipient === '' || (action !== 'failed' && action !== 'delayed')) return [];
  const status = /^[245]\.\d{1,3}\.\d{1,3}/.exec(field(fields, 'status'))?.[0] ?? '5.0.0';
  return [
    {
      finalRecipient,
      ...optional('originalRecipient', address(field(fields, 'original-recipient'))),
      action,
      status,
      reply: replyOf(field(fields, 'diagnostic-code'), { status, text, finalRecipient }),
    },
  ];
}

/** What the receiving host said, and to which command: the fields know the words, the notice knows the command. */
function replyOf(
  diagnosticCode: string,
  { status, text, finalRecipient }: { readonly status: string; readonly text: string; readonly finalRecipient: string },
): SmtpReply {
  const said = parseReplyLine(typed(diagnosticCode)) ?? saidOf(text, finalRecipient);
  const stage = stageOf(text, finalRecipient);
  // The Status is the receiving host's own unless it is a mere class.
  const own = status.endsWith('.0.0') ? undefined : status;
  const enhancedStatusCode = said?.enhancedStatusCode ?? own;
  return {
    replyCode: said?.replyCode ?? Number(`${status[0]}50`),
    ...(enhancedStatusCode !== undefined && { enhancedStatusCode }),
    text: said?.text ?? '',
    ...(stage !== undefined && { stage }),
  };
}

/** The Message-ID of the mail that came back, whole or as its header. */
function returnedId(parts: readonly Entity[]): string {
  const returned = parts.find((part) => ['message/rfc822', 'text/rfc822-headers'].includes(mediaType(part)));
  return returned === undefined
    ? ''
    : field(readEntity(decodedBody(returned).replace(/^\n+/, '')).header, 'message-id');
}

/** `rfc822; a@b` → `a@b`: https://www.rfc-editor.org/rfc/rfc3464#section-2.1.2 ; in ASCII, on one line, with an end. */
function typed(value: string): string {
  return oneLine(value.slice(value.indexOf(';') + 1))
    .slice(0, valueLengthMax)
    .trim();
}

function address(value: string): string {
  return typed(value).replace(/^<(.*)>$/, '$1');
}

function optional<Name extends string>(name: Name, value: string): { readonly [key in Name]?: string } {
  return value === '' ? {} : ({ [name]: value } as { [key in Name]: string });
}
