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

/**
 * The width that all-digit numbers of a roster have in common; undefined when fewer than three in four share one. A
 * narrower number has most likely lost its leading zeros in a spreadsheet.
 */
export function commonWidth(studentNumbers: readonly string[]): number | undefined {
  const digits = studentNumbers.filter((text) => /^\d+$/.test(text));
  const counts = new Map<number, number>();
  for (const { length } of digits) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [width, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  return count >= 2 && count * 4 >= digits.length * 3 ? width : undefined;
}

export function lostZeros(place: CellPlace, studentNumber: string, width: number | undefined): RosterIssue | undefined {
  if (width === undefined || !/^\d+$/.test(studentNumber) || studentNumber.length >= width) return undefined;
  return rosterIssue(place, 'roster-number-short', {
    width: studentNumber.length,
    common: width,
    suggestion: studentNumber.padStart(width, '0'),
  });
}
