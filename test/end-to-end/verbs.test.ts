import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseScenario } from '#scenarios/language';
import { planCells, playCell } from '#scenarios/runner';
import { verbs } from '#scenarios/steps';
import { readLibrary } from '../library/index.ts';

const folder = join(import.meta.dirname, 'scenarios');
const extra = globSync('*.yaml', { cwd: folder })
  .toSorted()
  .map((file) => parseScenario(readFileSync(join(folder, file), 'utf8'), file, verbs));

describe('the verbs that the library does not need yet', () => {
  it.each(planCells(extra).map((cell) => [cell.scenario.id, cell] as const))(
    '%s ends as it should',
    async (_id, cell) => {
      const { events } = await playCell(cell);
      expect(events.filter(({ type }) => type === 'check.failed' || type === 'run.failed')).toEqual([]);
    },
  );

  it('leave none that nothing plays', () => {
    const played = new Set([...readLibrary(), ...extra].flatMap((scenario) => scenario.steps.map(({ verb }) => verb)));
    expect(verbs.map(({ verb }) => verb).filter((verb) => !played.has(verb))).toEqual([]);
  });
});
