/** https://www.rfc-editor.org/rfc/rfc2047#section-2 : an encoded-word is at most 75 characters long. */
const wordLength = 75;
const overhead = '=?UTF-8?B??='.length;

/**
 * The text as B encoded-words, each of whole characters (RFC 2047 §5, last rules of the list), the first of at most
 * `firstLength` characters. Lone surrogates, which UTF-8 cannot carry, become U+FFFD.
 */
export function encodedWords(text: string, firstLength: number): string[] {
  const wellFormed = text.toWellFormed();
  const words: string[] = [];
  let room = bytesIn(Math.min(firstLength, wordLength));
  let start = 0;
  let size = 0;
  for (let at = 0; at < wellFormed.length; ) {
    const codePoint = wellFormed.codePointAt(at) ?? 0;
    const bytes = utf8Length(codePoint);
    if (size + bytes > room) {
      words.push(encodedWord(wellFormed.slice(start, at)));
      room = bytesIn(wordLength);
      start = at;
      size = 0;
    }
    at += codePoint > 0xffff ? 2 : 1;
    size += bytes;
  }
  words.push(encodedWord(wellFormed.slice(start)));
  return words;
}

/** Bytes of a code point in UTF-8: https://www.rfc-editor.org/rfc/rfc3629#section-3 */
function utf8Length(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

function bytesIn(length: number): number {
  return Math.floor((length - overhead) / 4) * 3;
}

function encodedWord(chunk: string): string {
  return `=?UTF-8?B?${Buffer.from(chunk, 'utf8').toString('base64')}?=`;
}
