import { bodyStart } from '../mailbox/index.ts';
import { type ParameterisedField, parseParameterised } from './parameterised-field.ts';
import { type RawField, rawFields, rawValue } from './raw-header.ts';

/** A message, or a part of one, as it lies in its bytes. */
export interface BodyPart {
  /** With the empty line behind it. */
  readonly header: Buffer;
  readonly body: Buffer;
  readonly fields: readonly RawField[];
  /** `text/plain`, in lower case. */
  readonly mediaType: string;
  readonly parameters: ParameterisedField['parameters'];
  /** The parts of a multipart, one at least; none for anything else. */
  readonly parts: readonly BodyPart[];
  /** What a message/rfc822 holds. */
  readonly message?: BodyPart;
}

/** So much is taken apart; deeper or further parts stay in one piece. imapflow 2.1 reads no list that lies 25 deep. */
const depthMax = 20;
const partsMax = 1_000;

/** Takes a message apart without decoding anything. */
export function bodyPartOf(message: Buffer): BodyPart {
  return partOf(message, { depth: 0, byDefault: 'text/plain', count: { parts: 0 } });
}

interface Place {
  readonly depth: number;
  /** https://www.rfc-editor.org/rfc/rfc2046#section-5.1.5 */
  readonly byDefault: string;
  readonly count: { parts: number };
}

function partOf(bytes: Buffer, { depth, byDefault, count }: Place): BodyPart {
  count.parts += 1;
  const start = bodyStart(bytes);
  const [header, body] = [bytes.subarray(0, start), bytes.subarray(start)];
  const fields = rawFields(header);
  const { value, parameters } = parseParameterised(rawValue(fields, 'content-type') ?? '');
  // https://www.rfc-editor.org/rfc/rfc2045#section-5.2 : what is no media type is text.
  const mediaType = /^[^\s/]+\/[^\s/]+$/.test(value) ? value.toLowerCase() : byDefault;
  const part = { header, body, fields, mediaType, parameters, parts: [] };
  const mayOpen = depth < depthMax && count.parts < partsMax;
  if (mayOpen && mediaType === 'message/rfc822' && isPlain(fields)) {
    return { ...part, message: partOf(body, { depth: depth + 1, byDefault: 'text/plain', count }) };
  }
  // The structure of a message/rfc822 names what is in it: what is not looked into is bytes.
  if (mediaType === 'message/rfc822') return { ...part, mediaType: 'application/octet-stream' };
  if (!mediaType.startsWith('multipart/')) return part;
  const boundary = parameters.find(([name]) => name.toLowerCase() === 'boundary')?.[1] ?? '';
  const inner = mediaType === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  const pieces = mayOpen && boundary !== '' ? piecesOf(body, boundary) : [];
  const parts: BodyPart[] = [];
  for (const piece of pieces) {
    if (count.parts >= partsMax) break;
    parts.push(partOf(piece, { depth: depth + 1, byDefault: inner, count }));
  }
  // A multipart has a part at least: what has none is shown as the text that it is.
  return parts.length > 0 ? { ...part, parts } : { ...part, mediaType: 'text/plain', parameters: [] };
}

/** A message inside a message is not encoded; one that is cannot be looked into. */
function isPlain(fields: readonly RawField[]): boolean {
  return /^(7bit|8bit|binary|)$/i.test(rawValue(fields, 'content-transfer-encoding') ?? '');
}

/** https://www.rfc-editor.org/rfc/rfc2046#section-5.1.1 : the line end before a delimiter belongs to it. */
function piecesOf(body: Buffer, boundary: string): Buffer[] {
  const delimiter = Buffer.from(`--${boundary}`, 'latin1');
  const pieces: Buffer[] = [];
  let start = -1;
  for (let at = body.indexOf(delimiter); at !== -1; at = body.indexOf(delimiter, at + delimiter.length)) {
    const behind = body.toString('latin1', at + delimiter.length, at + delimiter.length + 200);
    const [end] = /^(?:--)?[ \t]*(?:\r?\n|$)/.exec(behind) ?? [];
    if ((at > 0 && body[at - 1] !== 0x0a) || (end === undefined && !behind.startsWith('--'))) continue;
    if (start !== -1) pieces.push(body.subarray(start, Math.max(start, lineEndBefore(body, at))));
    if (behind.startsWith('--')) return pieces;
    start = at + delimiter.length + (end?.length ?? 0);
  }
  if (start !== -1) pieces.push(body.subarray(start));
  return pieces;
}

function lineEndBefore(body: Buffer, at: number): number {
  if (body[at - 1] !== 0x0a) return at;
  return body[at - 2] === 0x0d ? at - 2 : at - 1;
}
