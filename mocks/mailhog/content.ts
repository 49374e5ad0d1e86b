import { boundaryOf } from './media-type.ts';

/** A message or a part as MailHog 1.0.1 cuts it up. Strings hold bytes (latin1): nothing is decoded. */
export interface Content {
  readonly headers: Map<string, string[]>;
  readonly body: string;
  readonly size: number;
  readonly mime: readonly Content[] | null;
}

/** How deep parts may hold parts; MailHog goes on until its stack ends. */
const depthMax = 64;
/** How many parts a message may have on one level, text that merely looks like a delimiter counted; the rest is left out. */
const partsMax = 10_000;

/**
 * https://github.com/mailhog/data/blob/master/message.go : ContentFromString, ParseMIMEBody. Parts have parts in turn: only what
 * the exact key Content-Type calls `multipart/…` has any.
 */
export function contentWithParts(data: string, depth = 0): Content {
  const content = cut(data);
  return { ...content, mime: partsOf(content, depth) };
}

function partsOf({ headers, body }: Omit<Content, 'mime'>, depth: number): readonly Content[] | null {
  const contentType = headers.get('Content-Type')?.[0];
  if (!contentType?.startsWith('multipart/') || depth === depthMax) return null;
  const boundary = boundaryOf(contentType);
  if (boundary === '') return [];
  // The preamble and what stands behind the last delimiter are parts like all others.
  return body
    .split(`--${boundary}`, partsMax)
    .filter((piece) => piece !== '')
    .map((piece) => contentWithParts(trimmed(piece), depth + 1));
}

/** Without CR and LF at both ends. A loop: a pattern would look at each run of line ends once for each of its bytes. */
function trimmed(piece: string): string {
  let start = 0;
  let end = piece.length;
  while (start < end && isLineEnd(piece.charCodeAt(start))) start += 1;
  while (end > start && isLineEnd(piece.charCodeAt(end - 1))) end -= 1;
  return piece.slice(start, end);
}

function isLineEnd(code: number): boolean {
  return code === 0x0d || code === 0x0a;
}

function cut(data: string): Omit<Content, 'mime'> {
  const headers = new Map<string, string[]>();
  const end = data.indexOf('\r\n\r\n');
  if (end === -1) return { headers, body: data, size: data.length };
  let last = '';
  for (const line of data.slice(0, end).split('\r\n')) {
    const values = headers.get(last);
    const separator = line.indexOf(': ');
    if (last !== '' && values !== undefined && (line.startsWith(' ') || line.startsWith('\t'))) {
      values.push((values.pop() ?? '') + line);
    } else if (separator !== -1) {
      last = line.slice(0, separator);
      headers.set(last, [line.slice(separator + 2)]);
    }
  }
  return { headers, body: data.slice(end + 4), size: data.length };
}
