import type { SmtpReply } from '#sim/events';
import { defaultLimits, type Limits } from './limits.ts';
import { structureOf } from './mime-structure.ts';

/**
 * A lone dot with something else than CRLF before or after it: one host takes it for the end of the data and another
 * does not, so that what follows becomes commands. CRLF.CRLF itself may stand in a message: it was sent stuffed.
 * https://www.rfc-editor.org/rfc/rfc5321#section-2.3.8
 */
const smuggledEnding = /\n\.\n|\n\.\r(?!\n)|(?<!\r)\n\.\r\n|\r\.[\r\n]|\n\0\.\r\n|\n\.\0\r\n|^\.(?:\n|\r(?!\n))/;

/** The refusal of what no host should take, whatever its filters; undefined when a provider may judge it. */
export function refusalOfMessage(data: Buffer, limits: Limits = defaultLimits): SmtpReply | undefined {
  if (data.length > limits.messageBytes) return tooLarge(limits);
  if (smuggledEnding.test(data.toString('latin1'))) {
    return refusal(550, '5.5.2', 'Error: a line end that is not CRLF stands at a lone dot');
  }
  if (hasLongLine(data, limits.lineBytes)) {
    return refusal(500, '5.5.2', `Error: a line is longer than ${limits.lineBytes} bytes`);
  }
  const end = data.indexOf('\r\n\r\n');
  const header = data.subarray(0, end === -1 ? data.length : end);
  // A message without an empty line is one long header to some readers and all body to others.
  if (end !== -1 && header.length > limits.headerBytes) {
    return refusal(552, '5.3.4', `Error: the header is larger than ${limits.headerBytes} bytes`);
  }
  if (end !== -1 && fieldsIn(header) > limits.headerFields) {
    return refusal(552, '5.3.4', `Error: more than ${limits.headerFields} header fields`);
  }
  const { parts, depth } = structureOf(data, limits);
  if (parts > limits.parts) return refusal(554, '5.6.0', `Error: more than ${limits.parts} parts`);
  if (depth > limits.depth) return refusal(554, '5.6.0', `Error: parts lie more than ${limits.depth} deep`);
  return undefined;
}

/** https://www.rfc-editor.org/rfc/rfc1870#section-6.2 */
export function tooLarge({ messageBytes }: Limits): SmtpReply {
  return refusal(552, '5.3.4', `Error: message exceeds fixed maximum message size ${messageBytes}`);
}

function refusal(replyCode: number, enhancedStatusCode: string, text: string): SmtpReply {
  return { replyCode, enhancedStatusCode, text, stage: 'DATA' };
}

function hasLongLine(data: Buffer, lineBytesMax: number): boolean {
  let start = 0;
  for (let end = data.indexOf(0x0a); end !== -1; end = data.indexOf(0x0a, start)) {
    if (end + 1 - start > lineBytesMax) return true;
    start = end + 1;
  }
  return data.length - start > lineBytesMax;
}

function fieldsIn(header: Buffer): number {
  let fields = 1;
  for (let at = header.indexOf('\r\n'); at !== -1; at = header.indexOf('\r\n', at + 2)) {
    const first = header[at + 2];
    if (first !== 0x20 && first !== 0x09) fields += 1;
  }
  return fields;
}
