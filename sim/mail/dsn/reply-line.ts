import type { SmtpReply } from '../../events/index.ts';
import { oneLine } from './one-line.ts';

/** What a host may say in one line, at the most: https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1.5 */
const replyLengthMax = 512;

/** A reply as one line of ASCII: `550 5.1.1 no such user`. Whatever else the host said becomes `?`. */
export function replyLine({ replyCode, enhancedStatusCode, text }: SmtpReply): string {
  const words = [String(replyCode), ...(enhancedStatusCode === undefined ? [] : [enhancedStatusCode]), text];
  return oneLine(words.join(' ')).slice(0, replyLengthMax).trim();
}

/** https://www.rfc-editor.org/rfc/rfc3464#section-2.3.4 : where the host gave none, its class alone is known. */
export function statusOf({ replyCode, enhancedStatusCode }: SmtpReply): string {
  return enhancedStatusCode ?? `${Math.floor(replyCode / 100)}.0.0`;
}

/** Reads such a line; undefined when it begins with no reply code. */
export function parseReplyLine(line: string): SmtpReply | undefined {
  const [, code, status, text = ''] = /^(\d{3})(?:[ -]+(\d\.\d{1,3}\.\d{1,3})(?= |$))?[ -]*(.*)$/.exec(line) ?? [];
  if (code === undefined || code < '400' || code > '599') return undefined;
  return { replyCode: Number(code), ...(status !== undefined && { enhancedStatusCode: status }), text };
}
