import { knownCharset } from '../mailbox/index.ts';

/** One encoded-word of a header: https://www.rfc-editor.org/rfc/rfc2047#section-2 */
export interface EncodedWord {
  /** As it is written. */
  readonly word: string;
  readonly charset: string;
  readonly content: Buffer;
  /** What it says by itself; undefined when its bytes are no text of its charset, or the charset is unknown. */
  readonly text: string | undefined;
}

const pattern = /=\?([^?\s]{1,40})\?([bq])\?([^?\s]*)\?=/gi;

/** No header that a person made has more. */
const wordsMax = 2_000;

export function encodedWordsIn(section: string): readonly EncodedWord[] {
  const words: EncodedWord[] = [];
  for (const [word, named = '', encoding = '', encoded = ''] of section.matchAll(pattern)) {
    // A language may follow: https://www.rfc-editor.org/rfc/rfc2231#section-5
    const charset = named.replace(/\*.*/, '');
    const content = encoding.toLowerCase() === 'b' ? Buffer.from(encoded, 'base64') : unquoted(encoded);
    words.push({ word, charset, content, text: strictText(content, charset) });
    if (words.length === wordsMax) break;
  }
  return words;
}

/** The text of bytes that are right in their charset; undefined for all others. */
export function strictText(content: Buffer, charset: string): string | undefined {
  try {
    return new TextDecoder(knownCharset(charset) || 'us-ascii', { fatal: true }).decode(content);
  } catch {
    return undefined;
  }
}

export function isCharset(charset: string): boolean {
  try {
    new TextDecoder(knownCharset(charset));
    return true;
  } catch {
    return false;
  }
}

/** https://www.rfc-editor.org/rfc/rfc2047#section-4.2 */
function unquoted(encoded: string): Buffer {
  const text = encoded
    .replaceAll('_', ' ')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(text, 'latin1');
}
