import type { CommandCursor } from './command-cursor.ts';
import { parseImapDay } from './imap-date.ts';
import type { ImapLimits } from './limits.ts';
import { bad, no } from './refusal.ts';

/** What SEARCH asks of a message: https://www.rfc-editor.org/rfc/rfc9051#section-6.4.4 */
export type SearchKey =
  | { readonly type: 'all' }
  | { readonly type: 'flag'; readonly flag: string; readonly isSet: boolean }
  /** Text somewhere in a field; every message that has the field when it is empty. */
  | { readonly type: 'field'; readonly name: string; readonly text: string }
  | { readonly type: 'body' | 'text'; readonly text: string }
  | { readonly type: 'received' | 'sent'; readonly is: 'before' | 'on' | 'since'; readonly day: number }
  | { readonly type: 'size'; readonly is: 'larger' | 'smaller'; readonly bytes: number }
  | { readonly type: 'messages'; readonly set: string; readonly isByUid: boolean }
  | { readonly type: 'none' }
  | { readonly type: 'not'; readonly key: SearchKey }
  | { readonly type: 'or' | 'and'; readonly keys: readonly SearchKey[] };

/** Charsets that a search may be written in, by the decoder's name for them. */
const charsets: { readonly [charset: string]: string } = {
  'US-ASCII': 'utf-8',
  'UTF-8': 'utf-8',
  'ISO-2022-JP': 'iso-2022-jp',
  SHIFT_JIS: 'shift_jis',
  'EUC-JP': 'euc-jp',
};

interface Reading {
  readonly cursor: CommandCursor;
  readonly limits: ImapLimits;
  readonly decode: (bytes: Buffer) => string;
  readonly count: { keys: number };
}

/** `[CHARSET x] key key …`, all of which must hold. Throws ImapRefusal, with BADCHARSET for a charset that nobody knows. */
export function readSearch(cursor: CommandCursor, limits: ImapLimits): SearchKey {
  let charset = 'utf-8';
  if (cursor.takes('CHARSET ')) {
    const name = charsets[cursor.astring().toString('latin1').toUpperCase()];
    if (name === undefined) throw no(`BADCHARSET (${Object.keys(charsets).join(' ')})`, 'that charset is not known');
    charset = name;
    cursor.space();
  }
  const decoder = new TextDecoder(charset);
  const reading = { cursor, limits, decode: (bytes: Buffer) => decoder.decode(bytes), count: { keys: 0 } };
  const keys = [readKey(reading, 0)];
  while (cursor.takes(' ')) keys.push(readKey(reading, 0));
  return { type: 'and', keys };
}

function readKey(reading: Reading, depth: number): SearchKey {
  const { cursor, limits, count } = reading;
  count.keys += 1;
  if (count.keys > limits.items || depth > limits.depth) throw bad('the search is too large');
  if (cursor.sees('(')) {
    return { type: 'and', keys: cursor.list(() => readKey(reading, depth + 1), { itemsMax: limits.items }) };
  }
  if (['*', '$', ...'123456789'].some((first) => cursor.sees(first))) {
    return { type: 'messages', set: cursor.sequenceSet(), isByUid: false };
  }
  const word = cursor.word();
  const simple = Object.hasOwn(simpleKeys, word) ? simpleKeys[word] : undefined;
  if (simple !== undefined) return simple;
  cursor.space();
  if (word === 'NOT') return { type: 'not', key: readKey(reading, depth + 1) };
  if (word === 'OR') {
    const first = readKey(reading, depth + 1);
    cursor.space();
    return { type: 'or', keys: [first, readKey(reading, depth + 1)] };
  }
  const key = readWithValue(reading, word);
  if (key === undefined) throw bad('no such search key');
  return key;
}

const simpleKeys: { readonly [word: string]: SearchKey } = {
  ALL: { type: 'all' },
  // No message is \Recent here: all are old, and none is new.
  OLD: { type: 'all' },
  NEW: { type: 'none' },
  RECENT: { type: 'none' },
  ...Object.fromEntries(
    ['ANSWERED', 'DELETED', 'DRAFT', 'FLAGGED', 'SEEN'].flatMap((word) => {
      const flag = `\\${word.charAt(0)}${word.slice(1).toLowerCase()}`;
      return [
        [word, { type: 'flag', flag, isSet: true }],
        [`UN${word}`, { type: 'flag', flag, isSet: false }],
      ];
    }),
  ),
};

function readWithValue({ cursor, decode }: Reading, word: string): SearchKey | undefined {
  const text = (): string => decode(cursor.astring());
  const [, sent, is] = /^(SENT)?(BEFORE|ON|SINCE)$/.exec(word) ?? [];
  if (is !== undefined) {
    const day = parseImapDay(cursor.astring().toString('latin1'));
    if (day === undefined) throw bad('that is no date');
    return {
      type: sent === undefined ? 'received' : 'sent',
      is: is.toLowerCase() as 'before' | 'on' | 'since',
      day,
    };
  }
  switch (word) {
    case 'BCC':
    case 'CC':
    case 'FROM':
    case 'SUBJECT':
    case 'TO':
      return { type: 'field', name: word.toLowerCase(), text: text() };
    case 'HEADER': {
      const name = cursor.astring().toString('latin1').toLowerCase();
      cursor.space();
      return { type: 'field', name, text: text() };
    }
    case 'BODY':
    case 'TEXT':
      return { type: word === 'BODY' ? 'body' : 'text', text: text() };
    case 'KEYWORD':
    case 'UNKEYWORD':
      return { type: 'flag', flag: cursor.atom(), isSet: word === 'KEYWORD' };
    case 'LARGER':
    case 'SMALLER':
      return { type: 'size', is: word === 'LARGER' ? 'larger' : 'smaller', bytes: cursor.number() };
    case 'UID':
      return { type: 'messages', set: cursor.sequenceSet(), isByUid: true };
    default:
      return undefined;
  }
}
