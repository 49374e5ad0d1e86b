import { addressParser, decodeWords } from 'postal-mime';

/** The header section of a message: everything before the first empty line, unfolded. */
export type Header = readonly { readonly name: string; readonly value: string }[];

export interface NamedAddress {
  readonly name: string;
  readonly address: string;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Where the body begins; the length of the bytes when there is none. */
export function bodyStart(bytes: Buffer): number {
  // A part may have no header at all: its first line is the empty one.
  if (bytes[0] === 0x0d && bytes[1] === 0x0a) return 2;
  const end = bytes.indexOf('\r\n\r\n');
  return end === -1 ? bytes.length : end + 4;
}

export function readHeader(bytes: Buffer): Header {
  const section = textOf(bytes.subarray(0, bodyStart(bytes)));
  return section
    .replace(/\r\n(?=[ \t])/g, '')
    .split('\r\n')
    .flatMap((line) => {
      const colon = line.indexOf(':');
      return colon < 1
        ? []
        : [{ name: line.slice(0, colon).trim().toLowerCase(), value: line.slice(colon + 1).trim() }];
    });
}

/** The first field of that name, as written; empty when there is none. */
export function fieldOf(header: Header, name: string): string {
  return header.find((field) => field.name === name)?.value ?? '';
}

/** The fields of that name as a reader sees them. */
export function decodedFields(header: Header, name: string): string[] {
  return header.filter((field) => field.name === name).map(({ value }) => decodeWords(value));
}

/** The decoded text of an unstructured field. */
export function subjectOf(header: Header): string {
  return decodeWords(fieldOf(header, 'subject'));
}

/** Read once a header: history, filters and the list of a folder all ask. */
const froms = new WeakMap<Header, NamedAddress>();

export function fromOf(header: Header): NamedAddress {
  let from = froms.get(header);
  if (from === undefined) {
    const [first] = addressParser(fieldOf(header, 'from'), { flatten: true });
    from = { name: first?.name ?? '', address: first?.address ?? '' };
    froms.set(header, from);
  }
  return from;
}

/** The addresses of a field such as To or Cc, those of groups too. */
export function addressesOf(header: Header, name: string): string[] {
  return header
    .filter((field) => field.name === name)
    .flatMap(({ value }) => addressParser(value, { flatten: true }))
    .flatMap(({ address }) => (address === undefined || address === '' ? [] : [address]));
}

/** Raw 8-bit headers, which some senders still write, are mostly UTF-8. */
function textOf(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}
