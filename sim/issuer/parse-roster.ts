import { ServiceError } from '../errors/index.ts';
import { realDomain } from '../kernel/index.ts';

import { parseCells } from './roster-cells.ts';
import { decodeRoster, type RosterEncoding } from './roster-encoding.ts';
import { readHeader } from './roster-header.ts';
import { type RosterIssue, rosterIssue } from './roster-issue.ts';
import { commonWidth } from './roster-number.ts';
import { type ReadRow, type RosterRow, RowsSoFar, readRow } from './roster-row.ts';

/** A roster file, read: what can be imported, and what is to be said of the rest. */
export interface ParsedRoster {
  readonly encoding: RosterEncoding;
  readonly rows: readonly RosterRow[];
  /** Rows that are left out, by line. */
  readonly rejected: readonly RosterIssue[];
  /** What was changed or looks odd in the rows that are taken. */
  readonly warnings: readonly RosterIssue[];
  /** The real mail domains that were replaced, with how many addresses each. */
  readonly mapped: readonly MappedDomain[];
}

export type MappedDomain = { readonly from: string; readonly to: string; readonly addresses: number };

/**
 * Reads a roster file. Good rows stand whatever the others are like; a file that cannot be read as a table at all
 * throws ServiceError `roster-…` with line and column.
 */
export function parseRoster(bytes: Uint8Array, typos: 'reject' | 'warn'): ParsedRoster {
  const { text, encoding, isAmbiguous } = decodeRoster(bytes);
  const [first, ...records] = parseCells(text);
  if (first === undefined) throw new ServiceError('roster-empty', { line: 1, column: 1 });
  const { header, warnings: headerWarnings } = readHeader(first);
  if (records.length === 0) throw new ServiceError('roster-no-rows', { line: first.line + 1, column: 1 });

  const warnings: RosterIssue[] = [...headerWarnings];
  if (isAmbiguous) warnings.push(rosterIssue({ line: 1, column: '1' }, 'roster-encoding-ambiguous', { encoding }));
  const rejected: RosterIssue[] = [];
  const read: ReadRow[] = [];
  for (const record of records) {
    const row = readRow(record, { header, width: first.cells.length, typos });
    if ('code' in row) rejected.push(row);
    else read.push(row);
  }
  const rowsSoFar = new RowsSoFar(header, commonWidth(read.map(({ row }) => row.studentNumber)));
  const accepted: ReadRow[] = [];
  for (const row of read) {
    const verdict = rowsSoFar.take(row);
    if ('code' in verdict) {
      rejected.push(verdict);
      continue;
    }
    accepted.push(row);
    warnings.push(...row.warnings, ...verdict);
  }
  return {
    encoding,
    rows: accepted.map(({ row }) => row),
    rejected: rejected.sort((a, b) => a.line - b.line),
    warnings: warnings.sort((a, b) => a.line - b.line),
    mapped: mappedDomains(accepted),
  };
}

function mappedDomains(rows: readonly ReadRow[]): MappedDomain[] {
  const counts = new Map<string, number>();
  for (const { row, isMapped } of rows) {
    const to = row.address.slice(row.address.lastIndexOf('@') + 1);
    if (isMapped) counts.set(to, (counts.get(to) ?? 0) + 1);
  }
  return [...counts].sort().map(([to, addresses]) => ({ from: realDomain(to), to, addresses }));
}
