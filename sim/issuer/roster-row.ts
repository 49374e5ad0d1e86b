import { addressKey } from '../mail/index.ts';
import { readAddress } from './roster-address.ts';
import type { RosterRecord } from './roster-cells.ts';
import type { RosterColumn, RosterHeader } from './roster-header.ts';
import { type RosterIssue, rosterIssue } from './roster-issue.ts';
import { lostZeros, readStudentNumber, studentNumberKey } from './roster-number.ts';
import { type CellPlace, isIssue, type ReadCell, readKana, readName, readText } from './roster-text.ts';

/** A student as the school lists them. */
export type RosterRow = {
  readonly studentNumber: string;
  readonly name: string;
  readonly nameKana: string | null;
  /** Simulated: `hanako@docomo.ne.jp.test`. */
  readonly address: string;
  readonly faculty: string | null;
  readonly department: string | null;
  readonly grade: string | null;
};

export interface ReadRow {
  readonly line: number;
  readonly row: RosterRow;
  /** The address has the domain that the file names. */
  readonly isMapped: boolean;
  readonly warnings: readonly RosterIssue[];
}

export interface RowOptions {
  readonly header: RosterHeader;
  readonly width: number;
  readonly typos: 'reject' | 'warn';
}

/** Reads one record; the first cell that is wrong refuses it. */
export function readRow(record: RosterRecord, { header, width, typos }: RowOptions): ReadRow | RosterIssue {
  // Empty cells at the end are how spreadsheets pad; anything else means that a comma slipped.
  const extra = record.cells.slice(width).some((cell) => cell.trim() !== '');
  if (record.cells.length < width || extra) {
    const place = { line: record.line, column: String(Math.min(record.cells.length, width) + 1) };
    return rosterIssue(place, 'roster-row-width', { expected: width, actual: record.cells.length });
  }
  const readers: Readonly<Record<RosterColumn, (place: CellPlace, cell: string) => ReadCell>> = {
    studentNumber: readStudentNumber,
    name: readName,
    nameKana: readKana,
    address: (place, cell) => readAddress(place, cell, typos),
    faculty: readText,
    department: readText,
    grade: readText,
  };
  const texts = new Map<RosterColumn, string>();
  const warnings: RosterIssue[] = [];
  for (const [column, { index, title }] of header) {
    const cell = readers[column]({ line: record.line, column: title }, record.cells[index] ?? '');
    if (isIssue(cell)) return cell;
    if (cell.text !== '') texts.set(column, cell.text);
    warnings.push(...cell.warnings);
  }
  const address = texts.get('address') ?? '';
  const given = record.cells[header.get('address')?.index ?? -1] ?? '';
  return {
    line: record.line,
    row: {
      studentNumber: texts.get('studentNumber') ?? '',
      name: texts.get('name') ?? '',
      nameKana: texts.get('nameKana') ?? null,
      address,
      faculty: texts.get('faculty') ?? null,
      department: texts.get('department') ?? null,
      grade: texts.get('grade') ?? null,
    },
    isMapped: !given.trim().toLowerCase().endsWith('.test'),
    warnings,
  };
}

/** What a row is when it is held against the rows before it. */
export class RowsSoFar {
  readonly #numbers = new Map<string, number>();
  readonly #addresses = new Map<string, { line: number; name: string }>();
  readonly #header: RosterHeader;
  readonly #width: number | undefined;

  /** `width` is the one that the roster's student numbers have in common. */
  constructor(header: RosterHeader, width: number | undefined) {
    this.#header = header;
    this.#width = width;
  }

  /** Takes the row in and returns its warnings, or refuses it. */
  take({ line, row }: ReadRow): readonly RosterIssue[] | RosterIssue {
    const place = (column: RosterColumn): CellPlace => ({ line, column: this.#header.get(column)?.title ?? column });
    const short = lostZeros(place('studentNumber'), row.studentNumber, this.#width);
    if (short !== undefined) return short;
    const number = studentNumberKey(row.studentNumber);
    const firstLine = this.#numbers.get(number);
    if (firstLine !== undefined) return rosterIssue(place('studentNumber'), 'roster-number-duplicate', { firstLine });
    const address = addressKey(row.address);
    const holder = this.#addresses.get(address);
    // One name at one address is one person with two numbers; two names may be a family that shares it.
    if (holder?.name === row.name) {
      return rosterIssue(place('address'), 'roster-student-duplicate', { firstLine: holder.line });
    }
    this.#numbers.set(number, line);
    if (holder === undefined) {
      this.#addresses.set(address, { line, name: row.name });
      return [];
    }
    return [rosterIssue(place('address'), 'roster-address-shared', { firstLine: holder.line })];
  }
}
