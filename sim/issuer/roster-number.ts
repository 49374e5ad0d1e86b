import { type RosterIssue, rosterIssue } from './roster-issue.ts';
import { type CellPlace, isIssue, type ReadCell, readText } from './roster-text.ts';

/**
 * A student number: letters, digits, hyphens. Full-width ones become half-width and say so; `="0012"`, the way to keep
 * zeros in Excel, is unwrapped.
 */
export function readStudentNumber(place: CellPlace, cell: string): ReadCell {
  const unwrapped = /^\s*="([^"]*)"\s*$/.exec(cell)?.[1];
  const read = readText(place, unwrapped ?? cell);
  if (isIssue(read)) return read;
  const text = read.text.normalize('NFKC').replace(/[‐‑–—−]/g, '-');
  if (text === '') return rosterIssue(place, 'roster-cell-empty', {});
  if (/^\d(\.\d+)?E\+?\d+$/i.test(text) && /[.+]/.test(text)) {
    return rosterIssue(place, 'roster-number-scientific', {});
  }
  if (!/^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/.test(text)) return rosterIssue(place, 'roster-number-form', {});
  const isChanged = text !== cell.trim();
  return { text, warnings: isChanged ? [rosterIssue(place, 'roster-cell-normalised', {})] : [] };
}

/** Two spellings of one number. */
export function studentNumberKey(studentNumber: string): string {
  return studentNumber.toUpperCase();
}

/** The widths of the all-digit numbers of a roster. */
export class NumberWidths {
  readonly #counts = new Map<number, number>();
  #digits = 0;

  add(studentNumber: string): void {
    if (!/^\d+$/.test(studentNumber)) return;
    this.#digits += 1;
    this.#counts.set(studentNumber.length, (this.#counts.get(studentNumber.length) ?? 0) + 1);
  }

  /**
   * The width that they have in common; undefined when fewer than three in four share one. A narrower number has most
   * likely lost its leading zeros in a spreadsheet.
   */
  common(): number | undefined {
    const [width, count] = [...this.#counts].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
    return count >= 2 && count * 4 >= this.#digits * 3 ? width : undefined;
  }
}

export function lostZeros(place: CellPlace, studentNumber: string, width: number | undefined): RosterIssue | undefined {
  if (width === undefined || !/^\d+$/.test(studentNumber) || studentNumber.length >= width) return undefined;
  return rosterIssue(place, 'roster-number-short', {
    width: studentNumber.length,
    common: width,
    suggestion: studentNumber.padStart(width, '0'),
  });
}
