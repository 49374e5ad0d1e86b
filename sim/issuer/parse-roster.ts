import { ServiceError } from '../errors/index.ts';
import { realDomain } from '../kernel/index.ts';
import { eachRecord } from './roster-cells.ts';
import { decodeRoster, type RosterEncoding } from './roster-encoding.ts';
import { type ReadHeader, readHeader } from './roster-header.ts';
import { type RosterIssue, rosterIssue } from './roster-issue.ts';
import { NumberWidths } from './roster-number.ts';
import { type ReadRow, type RosterRow, RowsSoFar, readRow } from './roster-row.ts';

/** What is to be said of a roster file beside the rows that were taken. */
export interface ParsedRoster {
  readonly encoding: RosterEncoding;
  readonly accepted: number;
  /** Rows that are left out, by line. */
  readonly rejected: readonly RosterIssue[];
  /** What was changed or looks odd in the rows that are taken. */
  readonly warnings: readonly RosterIssue[];
  /** The real mail domains that were replaced, with how many addresses each. */
  readonly mapped: readonly MappedDomain[];
}

export type MappedDomain = { readonly from: string; readonly to: string; readonly addresses: number };

type Typos = 'reject' | 'warn';

/**
 * Reads a roster file and hands its good rows on, one by one and whatever the others are like; a file that cannot be
 * read as a table at all throws ServiceError `roster-…` with line and column, before any row.
 */
export function parseRoster(bytes: Uint8Array, typos: Typos, take: (row: RosterRow) => void): ParsedRoster {
  const { text, encoding, isAmbiguous } = decodeRoster(bytes);
  const { head, width } = survey(text, typos);
  const warnings: RosterIssue[] = [...head.warnings];
  if (isAmbiguous) warnings.push(rosterIssue({ line: 1, column: '1' }, 'roster-encoding-ambiguous', { encoding }));
  const rejected: RosterIssue[] = [];
  const rowsSoFar = new RowsSoFar(head.header, width);
  const mapped = new Map<string, number>();
  let accepted = 0;
  eachRow(text, typos, (row) => {
    const verdict = 'code' in row ? row : rowsSoFar.take(row);
    if ('code' in row || 'code' in verdict) {
      rejected.push(verdict as RosterIssue);
      return;
    }
    accepted += 1;
    warnings.push(...row.warnings, ...verdict);
    if (row.isMapped) countMapped(mapped, row.row.address);
    take(row.row);
  });
  return { encoding, accepted, rejected, warnings: warnings.sort(byLine), mapped: mappedDomains(mapped) };
}

/** What only the whole file tells: that it is a table, and the width that its student numbers have in common. */
function survey(text: string, typos: Typos): { readonly head: ReadHeader; readonly width: number | undefined } {
  const widths = new NumberWidths();
  let rows = 0;
  const { head, line } = eachRow(text, typos, (row) => {
    rows += 1;
    if (!('code' in row)) widths.add(row.row.studentNumber);
  });
  if (rows === 0) throw new ServiceError('roster-no-rows', { line: line + 1, column: 1 });
  return { head, width: widths.common() };
}

/** Reads every row by itself; returns the header and its line. A large file is rather read twice than kept as rows. */
function eachRow(
  text: string,
  typos: Typos,
  take: (row: ReadRow | RosterIssue) => void,
): { readonly head: ReadHeader; readonly line: number } {
  let first: { readonly head: ReadHeader; readonly line: number; readonly width: number } | undefined;
  eachRecord(text, (record) => {
    if (first === undefined) first = { head: readHeader(record), line: record.line, width: record.cells.length };
    else take(readRow(record, { header: first.head.header, width: first.width, typos }));
  });
  if (first === undefined) throw new ServiceError('roster-empty', { line: 1, column: 1 });
  return first;
}

function byLine(a: RosterIssue, b: RosterIssue): number {
  return a.line - b.line;
}

function countMapped(counts: Map<string, number>, address: string): void {
  const to = address.slice(address.lastIndexOf('@') + 1);
  counts.set(to, (counts.get(to) ?? 0) + 1);
}

function mappedDomains(counts: ReadonlyMap<string, number>): MappedDomain[] {
  return [...counts].sort().map(([to, addresses]) => ({ from: realDomain(to), to, addresses }));
}
