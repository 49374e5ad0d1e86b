/** How many parts a message has, and how deep they lie; 1 and 0 for a message in one piece. */
export interface Structure {
  readonly parts: number;
  readonly depth: number;
}

/** Where a Content-Type is looked for; who writes a longer header has lost the right to parts. */
const headerBytesMax = 64 * 1024;

interface Bounds {
  readonly parts: number;
  readonly depth: number;
}

/**
 * Counts parts without decoding any: https://www.rfc-editor.org/rfc/rfc2046#section-5.1.1
 * Stops as soon as one of the bounds is passed: what is left does not matter then.
 */
export function structureOf(data: Buffer, bounds: Bounds): Structure {
  const found = { parts: 1, depth: 0 };
  look(data, 0, found, bounds);
  return found;
}

function look(part: Buffer, depth: number, found: { parts: number; depth: number }, bounds: Bounds): void {
  found.depth = Math.max(found.depth, depth);
  const boundary = boundaryOf(part);
  if (boundary === undefined) return;
  const delimiter = Buffer.from(`\n--${boundary}`, 'latin1');
  let at = nextDelimiter(part, delimiter, 0);
  while (at !== -1 && found.parts <= bounds.parts && found.depth <= bounds.depth) {
    const start = at + delimiter.length;
    if (part.toString('latin1', start, start + 2) === '--') return;
    const next = nextDelimiter(part, delimiter, start);
    found.parts += 1;
    look(part.subarray(start, next === -1 ? part.length : next), depth + 1, found, bounds);
    at = next;
  }
}

/** Behind a delimiter its line ends: one boundary may begin as another does. */
function nextDelimiter(part: Buffer, delimiter: Buffer, from: number): number {
  let at = part.indexOf(delimiter, from);
  while (at !== -1) {
    const end = at + delimiter.length;
    if (/^(?:--|[ \t]*\r?(?:\n|$))/.test(part.toString('latin1', end, end + 8))) return at;
    at = part.indexOf(delimiter, end);
  }
  return -1;
}

/** What stands at the very top of a part cannot be its header's end: that would be a part without a header. */
function boundaryOf(part: Buffer): string | undefined {
  const end = part.indexOf('\r\n\r\n');
  const header = part
    .toString('latin1', 0, Math.min(end === -1 ? part.length : end, headerBytesMax))
    .replace(/\r\n(?=[ \t])/g, '');
  const contentType = /(?:^|\n)content-type[ \t]*:[ \t]*multipart\/([^\r\n]*)/i.exec(header)?.[1];
  if (contentType === undefined) return undefined;
  const [, quoted, plain] = /;[ \t]*boundary[ \t]*=[ \t]*(?:"([^"]*)"|([^;\s]*))/i.exec(contentType) ?? [];
  return (quoted ?? plain) || undefined;
}
