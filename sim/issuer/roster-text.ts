import { rosterLimits } from './roster-cells.ts';
import { type RosterIssue, rosterIssue } from './roster-issue.ts';

export interface CellPlace {
  readonly line: number;
  readonly column: string;
}

/** A cell as it is kept, or the reason why it cannot be. */
export type ReadCell = { readonly text: string; readonly warnings: readonly RosterIssue[] } | RosterIssue;

export function isIssue(cell: ReadCell): cell is RosterIssue {
  return 'code' in cell;
}

/** C0, C1, line and paragraph separators, and the marks that hide text or turn its direction. */
const control = /[\p{Cc}\p{Bidi_Control}\u2028\u2029\u200b\u2060\ufeff]/u;
/** The replacement character, and the private use areas where sites keep characters of their own (gaiji). */
const unreadable = /[\ufffd\p{Co}]/u;
/** What stands in place of a character that some system on the way could not write. */
const standIn = /[?？〓□■]/u;
/** UTF-8 read as Shift_JIS gives these again and again. */
const mojibake = /(?:[縺繧繝][\u0080-\uffff]?){2}/u;

function codePoint(text: string): string {
  return `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/**
 * What every cell must be: short, without control characters, readable, no formula. Spaces around it go; kana whose
 * voicing marks stand apart (as macOS writes them) are joined. Names are not normalised further: NFC would
 * turn U+FA19 into U+795E, which is not how the person writes it.
 */
export function readText(place: CellPlace, cell: string): ReadCell {
  if (cell.length > rosterLimits.cellCharacters && [...cell].length > rosterLimits.cellCharacters) {
    return rosterIssue(place, 'roster-cell-too-long', { limit: rosterLimits.cellCharacters });
  }
  for (const [code, pattern] of [
    ['roster-cell-control-character', control],
    ['roster-cell-unreadable', unreadable],
  ] as const) {
    if (pattern.test(cell)) {
      const characters = [...cell];
      const index = characters.findIndex((character) => pattern.test(character));
      return rosterIssue(place, code, { codePoint: codePoint(characters[index] ?? ''), position: index + 1 });
    }
  }
  const text = cell.trim().replace(/[ぁ-ヿ][\u3099\u309a]/g, (pair) => pair.normalize('NFC'));
  // Spreadsheets run cells that begin like this: https://owasp.org/www-community/attacks/CSV_Injection
  if (/^[=+\-@＝＋－＠]/.test(text)) return rosterIssue(place, 'roster-cell-formula', {});
  return { text, warnings: [] };
}

/** A person's name: any script, and a mark on what looks broken already. */
export function readName(place: CellPlace, cell: string): ReadCell {
  const read = readText(place, cell);
  if (isIssue(read)) return read;
  if (read.text === '') return rosterIssue(place, 'roster-cell-empty', {});
  const isSuspect = standIn.test(read.text) || mojibake.test(read.text);
  return isSuspect ? { text: read.text, warnings: [rosterIssue(place, 'roster-name-suspect', {})] } : read;
}

/** The reading of a name; half-width kana become full-width ones. */
export function readKana(place: CellPlace, cell: string): ReadCell {
  const read = readText(place, cell);
  if (isIssue(read)) return read;
  const text = read.text.replace(/[\uff61-\uff9f]+/g, (kana) => kana.normalize('NFKC'));
  return text === read.text ? read : { text, warnings: [rosterIssue(place, 'roster-cell-normalised', {})] };
}
