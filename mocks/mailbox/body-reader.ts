import { bodyStart, fieldOf, readHeader } from './header-reader.ts';

/** The readable bodies of a message. Attachments are passed over. */
export interface Bodies {
  readonly text: string;
  readonly html: string;
}

/** How deep parts may hold parts before the rest is passed over. */
const depthMax = 8;

/**
 * The bodies decoded at once, for filters and search, which answer inside one command. What a reader is shown comes
 * from postal-mime.
 */
export function readBodies(bytes: Buffer): Bodies {
  const bodies = { text: '', html: '' };
  collect(bytes, bodies, 0);
  return bodies;
}

function collect(part: Buffer, bodies: { text: string; html: string }, depth: number): void {
  const header = readHeader(part);
  const contentType = fieldOf(header, 'content-type');
  const mediaType = (contentType.split(';')[0] ?? '').trim().toLowerCase() || 'text/plain';
  const content = part.subarray(bodyStart(part));
  if (mediaType.startsWith('multipart/')) {
    const boundary = parameterOf(contentType, 'boundary');
    if (boundary === '' || depth === depthMax) return;
    for (const inner of partsOf(content, boundary)) collect(inner, bodies, depth + 1);
    return;
  }
  if (mediaType !== 'text/plain' && mediaType !== 'text/html') return;
  if (/^attachment/i.test(fieldOf(header, 'content-disposition'))) return;
  const bytes = transferDecoded(content, fieldOf(header, 'content-transfer-encoding').toLowerCase());
  const text = decoderOf(parameterOf(contentType, 'charset')).decode(bytes);
  if (mediaType === 'text/html') bodies.html += text;
  else bodies.text += text;
}

/** https://www.rfc-editor.org/rfc/rfc2046#section-5.1.1 */
function partsOf(content: Buffer, boundary: string): Buffer[] {
  const parts: Buffer[] = [];
  const delimiter = Buffer.from(`\r\n--${boundary}`, 'latin1');
  const bytes = Buffer.concat([Buffer.from('\r\n'), content]);
  let at = nextDelimiter(bytes, delimiter, 0);
  while (at !== -1) {
    const lineEnd = bytes.indexOf('\r\n', at + delimiter.length);
    const rest = bytes.toString('latin1', at + delimiter.length, at + delimiter.length + 2);
    if (rest === '--' || lineEnd === -1) break;
    const next = nextDelimiter(bytes, delimiter, lineEnd);
    parts.push(bytes.subarray(lineEnd + 2, next === -1 ? bytes.length : Math.max(next, lineEnd + 2)));
    at = next;
  }
  return parts;
}

/** Behind a delimiter its line ends: one boundary may begin as another does. */
function nextDelimiter(bytes: Buffer, delimiter: Buffer, from: number): number {
  let at = bytes.indexOf(delimiter, from);
  while (at !== -1) {
    const end = at + delimiter.length;
    if (/^(?:--|[ \t]*(?:\r\n|\r?$))/.test(bytes.toString('latin1', end, end + 8))) return at;
    at = bytes.indexOf(delimiter, end);
  }
  return -1;
}

function parameterOf(value: string, name: string): string {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]*))`, 'i').exec(value);
  return found?.[1] ?? found?.[2] ?? '';
}

/** The content without its Content-Transfer-Encoding, which is given in lower case; one that nobody knows is left as it is. */
export function transferDecoded(content: Buffer, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(content.toString('latin1'), 'base64');
  if (encoding !== 'quoted-printable') return content;
  const text = content
    .toString('latin1')
    // Blanks before the sign are text, those behind it came on the way: https://www.rfc-editor.org/rfc/rfc2045#section-6.7
    .replace(/=[ \t]*\r\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(text, 'latin1');
}

/** Names that Japanese senders use and the encoding standard does not know. */
const charsetNames: { readonly [charset: string]: string } = {
  cp932: 'shift_jis',
  cp50220: 'iso-2022-jp',
  cp50221: 'iso-2022-jp',
  'iso-2022-jp-ms': 'iso-2022-jp',
};

function decoderOf(charset: string) {
  const name = charset.toLowerCase();
  try {
    return new TextDecoder(charsetNames[name] ?? (name || 'utf-8'));
  } catch {
    return new TextDecoder('utf-8');
  }
}
