import { describe, expect, it } from 'vitest';
import { fuzzRosterFiles } from './roster-files.ts';
import { fuzzScenarioFiles } from './scenario-files.ts';

describe('whatever is handed in', () => {
  it('as a scenario plays to a verdict, or is answered with a place', { timeout: 120_000 }, async () => {
    const { accepted, refused } = await fuzzScenarioFiles(300, 1);
    // Both sides were looked at, or the property says little.
    expect(Math.min(accepted, refused)).toBeGreaterThan(20);
  });

  it('as a roster is imported row by row, or is answered with a place', { timeout: 120_000 }, async () => {
    const { accepted, refused } = await fuzzRosterFiles(300, 1);
    expect(Math.min(accepted, refused)).toBeGreaterThan(20);
  });
});
