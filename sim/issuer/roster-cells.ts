import { CsvError, parse } from 'csv-parse/sync';
import { ServiceError } from '../errors/index.ts';
import { type Place, placeOf } from './roster-encoding.ts';

export interface RosterRecord {
  /** The line of the file that the record begins on. */
  readonly line: number;
  readonly cells: readonly string[];
}

export const rosterLimits = { rows: 100_000, recordCharacters: 20_000, cellCharacters: 200 } as const;

/** Spreadsheets write blank rows by the thousand: as many may stand between the others. */
const recordsMax = 2 * rosterLimits.rows;

/**
 * Hands on the records of a CSV text (RFC 4180, commas or tabs, any line ends) one by one, blank ones left out, so that a
 * large file never stands in memory as a table. Throws ServiceError `roster-quote-open`, `roster-quote-stray`,
 * `roster-record-too-long`, `roster-too-many-rows`, each with line and column, and what `take` throws.
 */
export function eachRecord(text: string, take: (record: RosterRecord) => void): void {
  let line = 1;
  let read = 0;
  let taken = 0;
  let beyond: number | undefined;
  const takeCells = (cells: string[]): void => {
    read += 1;
    if (cells.some((cell) => cell.trim() !== '')) {
      taken += 1;
      // The header is a record too.
      if (taken <= rosterLimits.rows + 1) take({ line, cells });
      else beyond ??= line;
    }
    line += linesOf(cells);
  };
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: rosterLimits.recordCharacters,
      to: recordsMax + 1,
      on_record: (cells: string[]) => {
        takeCells(cells);
        // What is returned would be collected.
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { column } = error as unknown as { column: number };
    throw refusal(error, text, { line, column: column + 1 });
  }
  if (read > recordsMax) beyond ??= line;
  if (beyond !== undefined) {
    throw new ServiceError('roster-too-many-rows', { line: beyond, column: 1, limit: rosterLimits.rows });
  }
}

function delimiterOf(text: string): string {
  const firstLine = text.slice(0, text.search(/[\r\n]|$/));
  return firstLine.includes('\t') && !firstLine.includes(',') ? '\t' : ',';
}

/** How many lines of the file a record takes: the parser's own count takes CR LF inside quotes for two. */
function linesOf(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 1);
}

function refusal(error: CsvError, text: string, place: Place): ServiceError {
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      // The parser names the end of the file; the reader needs the quote that was opened.
      return new ServiceError('roster-quote-open', { ...placeOf(text, lastOpenQuote(text)) });
    case 'CSV_MAX_RECORD_SIZE':
      return new ServiceError('roster-record-too-long', { ...place, limit: rosterLimits.recordCharacters });
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'INVALID_OPENING_QUOTE':
      return new ServiceError('roster-quote-stray', { ...place });
    default:
      throw error;
  }
}

/** Quotes come in pairs, doubled ones too: the open one is the last of an odd number. */
function lastOpenQuote(text: string): number {
  let open = 0;
  let isOpen = false;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    isOpen = !isOpen;
    if (isOpen && text[at - 1] !== '"') open = at;
  }
  return open;
}
