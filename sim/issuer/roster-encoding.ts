import { isUtf8 } from 'node:buffer';
import { ServiceError } from '../errors/index.ts';

export type RosterEncoding = 'utf-8' | 'utf-8-bom' | 'shift_jis';

export interface DecodedRoster {
  readonly text: string;
  readonly encoding: RosterEncoding;
  /** The bytes would also read as the other encoding. */
  readonly isAmbiguous: boolean;
}

/** Where a character of the text stands: its line, and the cell of the line that it is in, both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/**
 * The text of a roster file: UTF-8 with or without byte order mark, or Shift_JIS as Excel writes it (windows-31j).
 * Throws ServiceError `roster-empty`, `roster-utf16`, `roster-encoding`, `roster-nul`, each with line and column.
 */
export function decodeRoster(bytes: Uint8Array): DecodedRoster {
  if (bytes.length === 0) throw new ServiceError('roster-empty', { line: 1, column: 1 });
  if (isUtf16(bytes)) throw new ServiceError('roster-utf16', { line: 1, column: 1 });
  const decoded = decode(bytes);
  const nul = decoded.text.indexOf('\0');
  if (nul >= 0) throw new ServiceError('roster-nul', { ...placeOf(decoded.text, nul) });
  if (decoded.text.trim() === '') throw new ServiceError('roster-empty', { line: 1, column: 1 });
  return decoded;
}

function decode(bytes: Uint8Array): DecodedRoster {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const shiftJis = hasMark ? undefined : decodeFatal('shift_jis', bytes);
  if (isUtf8(bytes)) {
    const text = new TextDecoder('utf-8').decode(bytes);
    // Japanese text in UTF-8 has characters of three bytes, and no one would want it read otherwise.
    const isAmbiguous = shiftJis !== undefined && /[^\0-\x7f]/.test(text) && !/[\u0800-\uffff]/.test(text);
    if (isAmbiguous && isHalfWidthKana(shiftJis)) return { text: shiftJis, encoding: 'shift_jis', isAmbiguous };
    return { text, encoding: hasMark ? 'utf-8-bom' : 'utf-8', isAmbiguous };
  }
  if (shiftJis !== undefined) return { text: shiftJis, encoding: 'shift_jis', isAmbiguous: false };
  throw new ServiceError('roster-encoding', { ...firstBroken(bytes, hasMark) });
}

function decodeFatal(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** UTF-16 says so with a mark, or shows it: every other byte of ASCII text is zero. */
function isUtf16(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  const sample = bytes.subarray(0, 1_024);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const enough = sample.length / 8;
  return sample.length >= 4 && ((zeros[0] ?? 0) > enough || (zeros[1] ?? 0) > enough);
}

/**
 * Two-byte UTF-8 and half-width kana of Shift_JIS are the same bytes (`C3 BD` is ý or ﾃｽ). It is kana when nothing else
 * but ASCII stands in the file, kana come at least two in a row and touch no Latin letter, as é does in José.
 */
function isHalfWidthKana(shiftJis: string): boolean {
  return (
    /^[\x20-\x7e\s\uff61-\uff9f]*$/.test(shiftJis) && !/[A-Za-z][\uff61-\uff9f]|[\uff61-\uff9f][A-Za-z]/.test(shiftJis)
  );
}

function firstBroken(bytes: Uint8Array, hasMark: boolean): Place {
  const places = (hasMark ? ['utf-8'] : ['utf-8', 'shift_jis']).map((encoding) => {
    const text = new TextDecoder(encoding).decode(bytes);
    return { text, at: text.indexOf('\ufffd') };
  });
  // The encoding that carries further is the one that was meant.
  const [furthest] = places.filter(({ at }) => at >= 0).sort((a, b) => b.at - a.at);
  return furthest === undefined ? { line: 1, column: 1 } : placeOf(furthest.text, furthest.at);
}

export function placeOf(text: string, index: number): Place {
  const before = text.slice(0, index).split(/\r\n|\n|\r/);
  return { line: before.length, column: (before.at(-1) ?? '').split(/[,\t]/).length };
}
