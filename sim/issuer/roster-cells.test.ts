import { describe, expect, it } from 'vitest';
import { eachRecord, type RosterRecord, rosterLimits } from './roster-cells.ts';

function parseCells(text: string): RosterRecord[] {
  const records: RosterRecord[] = [];
  eachRecord(text, (record) => records.push(record));
  return records;
}

describe('the cells of a roster', () => {
  it('come with the line that their row begins on, whatever ends the lines and however many one cell has', () => {
    expect(parseCells('a,b\r\n"x\r\ny",2\n\n , \r4,"5 ""q"""')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x\r\ny', '2'] },
      { line: 6, cells: ['4', '5 "q"'] },
    ]);
  });

  it('may be divided by tabs', () => {
    expect(parseCells('a\tb\n1\t2,3')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', '2,3'] },
    ]);
  });

  it('name the quote that was never closed', () => {
    expect(() => parseCells('a,"b ""c"" d"\n1,"2\n3,4\n5,6')).toThrow(
      expect.objectContaining({ code: 'roster-quote-open', parameters: { line: 2, column: 2 } }),
    );
  });

  it('name the quote that stands in the middle of a cell', () => {
    for (const text of ['a,b\n1,"2"x', 'a,b\n1,2"x"']) {
      expect(() => parseCells(text), text).toThrow(
        expect.objectContaining({ code: 'roster-quote-stray', parameters: { line: 2, column: 2 } }),
      );
    }
  });

  it('have limits: a row, and the rows of a file', () => {
    expect(() => parseCells(`a\n"${'x'.repeat(rosterLimits.recordCharacters + 10)}"`)).toThrow(
      expect.objectContaining({ code: 'roster-record-too-long', parameters: expect.objectContaining({ line: 2 }) }),
    );
    const full = 'x\n'.repeat(rosterLimits.rows + 1);
    expect(parseCells(full)).toHaveLength(rosterLimits.rows + 1);
    expect(() => parseCells('\n'.repeat(2 * rosterLimits.rows + 5))).toThrow(
      expect.objectContaining({ code: 'roster-too-many-rows' }),
    );
    expect(() => parseCells(`${full}\nx\n`)).toThrow(
      expect.objectContaining({
        code: 'roster-too-many-rows',
        parameters: { line: rosterLimits.rows + 3, column: 1, limit: rosterLimits.rows },
      }),
    );
  });
});
