import { describe, expect, it } from 'vitest';
import { laneDifference, laneDifferenceWords } from '#reports/projections';
import { laneNamed } from '#scenarios/lanes';
import { planCells, playCell } from '#scenarios/runner';
import { nameOf, readLibrary } from '../library/index.ts';

const stated = planCells(readLibrary().filter((scenario) => scenario.stated === 'manual'));

describe('what the manual states', () => {
  it('plays out over real sockets as it does in process', { timeout: 180_000 }, async () => {
    await using wire = await laneNamed('wire');
    const differences: string[] = [];
    for (const cell of stated) {
      const direct = await playCell(cell);
      const run = await playCell(cell, { lane: wire });
      const found = laneDifference({ lane: 'direct', log: direct.events }, { lane: 'wire', log: run.events });
      if (found !== undefined) differences.push(`${nameOf(cell)}: ${laneDifferenceWords(found).en}`);
    }
    expect(stated.length).toBeGreaterThan(40);
    expect(differences).toEqual([]);
  });
});
