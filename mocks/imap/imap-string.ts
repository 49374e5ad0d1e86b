/** Responses are text of one character a byte until they are sent; a whole message stays as its bytes. */
export type Piece = string | Buffer;

/** A string as a server writes it: quoted where that can be, else a literal. Takes one character a byte. */
export function imapString(text: string): string {
  // https://www.rfc-editor.org/rfc/rfc9051#section-4.3
  return /^[\x20-\x7e]*$/.test(text) && text.length <= 1_000
    ? `"${text.replace(/[\\"]/g, '\\$&')}"`
    : `{${text.length}}\r\n${text}`;
}

/** The same, or NIL for what is not there. */
export function nstring(text: string | undefined): string {
  return text === undefined ? 'NIL' : imapString(text);
}

/** A word where it can be one: names of header fields in the answer to FETCH. */
export function astring(text: string): string {
  return /^[^\0-\x20\x7f-\xff(){%*"\\]+$/.test(text) ? text : imapString(text);
}

/** Bytes as a literal. With NUL in it a literal8, where the client asked for one: RFC 3516. */
export function literal(bytes: Buffer, mayBeBinary = false): Piece[] {
  return [`${mayBeBinary && bytes.includes(0) ? '~' : ''}{${bytes.length}}\r\n`, bytes];
}

/** Unicode text as one character a byte of its UTF-8. */
export function utf8Bytes(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

export function joined(pieces: readonly Piece[]): Buffer {
  return Buffer.concat(pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece)));
}
