import { ServiceError } from '../errors/index.ts';
import { encodedWords } from './encoded-word.ts';

/** One header field as it goes out: `value` may hold folds (CRLF and a space). */
export interface HeaderField {
  readonly name: string;
  readonly value: string;
}

/** A field may be read up to this column without a fold: https://www.rfc-editor.org/rfc/rfc5322#section-2.1.1 */
const lineLength = 78;
/** Lines with an encoded-word: https://www.rfc-editor.org/rfc/rfc2047#section-2 */
const encodedLineLength = 76;

/** No value of a header or an envelope may start a line of its own. Throws ServiceError `header-injection`. */
export function refuseLineBreaks(field: string, value: string): void {
  if (/[\r\n\0]/.test(value)) throw new ServiceError('header-injection', { field });
}

/** A field of free text: as it is when that is safe, else in encoded-words. Throws ServiceError `header-injection`. */
export function unstructuredField(name: string, text: string): HeaderField {
  refuseLineBreaks(name, text);
  const isPlain = /^[\x21-\x7e]{1,60}( [\x21-\x7e]{1,60})*$/.test(text) && !text.includes('=?');
  const value = isPlain ? fold(name, text.split(' ')) : foldEncoded(name, text);
  return { name, value };
}

/** A field of one address with its display name. `addrSpec` is checked by who makes it. Throws ServiceError `header-injection`. */
export function mailboxField(name: string, displayName: string, addrSpec: string): HeaderField {
  refuseLineBreaks(name, displayName);
  refuseLineBreaks(name, addrSpec);
  if (displayName.trim() === '') return { name, value: addrSpec };
  // An atom-only phrase needs no quotes (RFC 5322 §3.2.5); everything else is encoded, which is right in a phrase too.
  const isPlain = /^[A-Za-z0-9-]{1,60}( [A-Za-z0-9-]{1,60})*$/.test(displayName);
  const words = isPlain ? fold(name, displayName.split(' ')) : foldEncoded(name, displayName);
  const column = lastLineLength(name, words);
  const limit = isPlain ? lineLength : encodedLineLength;
  const separator = column + addrSpec.length + 3 > limit ? '\r\n ' : ' ';
  return { name, value: `${words}${separator}<${addrSpec}>` };
}

/** A field whose value is ASCII and short, written as given. Throws ServiceError `header-injection`. */
export function structuredField(name: string, value: string): HeaderField {
  refuseLineBreaks(name, value);
  return { name, value };
}

/** https://www.rfc-editor.org/rfc/rfc5322#section-2.2.3 */
export function fold(name: string, words: readonly string[]): string {
  let value = '';
  let column = name.length + 1;
  for (const word of words) {
    if (value !== '' && column + 1 + word.length > lineLength) {
      value += '\r\n';
      column = 0;
    }
    value += value === '' ? word : ` ${word}`;
    column += 1 + word.length;
  }
  return value;
}

function foldEncoded(name: string, text: string): string {
  return encodedWords(text, encodedLineLength - name.length - 2).join('\r\n ');
}

function lastLineLength(name: string, value: string): number {
  const at = value.lastIndexOf('\r\n');
  return at === -1 ? name.length + 2 + value.length : value.length - at - 2;
}
