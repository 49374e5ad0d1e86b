import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { explain } from '#scenarios/language';
import { type Cell, type CellRun, planCells, playCell } from '#scenarios/runner';
import { verbs } from '#scenarios/steps';
import { runEventSchema } from '#sim/events';
import { linesOf, nameOf, readLibrary } from '../library/index.ts';

const library = readLibrary();
const cells = planCells(library);
const runs = new Map<Cell, Promise<CellRun>>();

/** Every test looks at the same run of a cell: what comes of playing twice is the business of test/determinism. */
function runOf(cell: Cell): Promise<CellRun> {
  const run = runs.get(cell) ?? playCell(cell);
  runs.set(cell, run);
  return run;
}

/** The cases that facts about the journey mark as stated by the manual. */
const statedByTheManual = [
  'S-1.1-01',
  'S-1.1-02',
  'S-1.1-03',
  'S-1.1-04',
  'S-1.1-05',
  'S-1.1-06',
  'S-2.1-01',
  'S-2.1-02',
  'S-2.2-01',
  'S-2.2-02',
  'S-2.2-04',
  'S-3.1-01',
  'S-3.4-01',
  'S-4.1-01',
  'S-5.1-01',
  'S-7.1-01',
  'S-7.1-02',
  'S-7.1-03',
];

describe('the library', () => {
  it('holds every case that the manual states', () => {
    expect(
      library
        .filter(({ stated }) => stated === 'manual')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(statedByTheManual);
  });

  it.each(cells.map((cell) => [nameOf(cell), cell] as const))('%s ends as it should', async (_name, cell) => {
    const run = await runOf(cell);
    const failures = run.events.filter(({ type }) => type === 'check.failed' || type === 'run.failed');
    expect(failures).toEqual([]);
    expect(run.verdict).toBe('passed');
    expect(run.events.at(-1)).toMatchObject({ type: 'run.finished', data: { steps: cell.scenario.steps.length } });
  });

  it('writes only events that the schema knows', async () => {
    const validate = new Ajv2020({ strict: false, validateSchema: false }).compile(runEventSchema());
    for (const cell of cells) {
      for (const event of (await runOf(cell)).events) {
        expect(validate(event), `${nameOf(cell)} ${event.type} ${JSON.stringify(validate.errors?.[0])}`).toBe(true);
      }
    }
  });

  it('writes no password and no live token (I6)', async () => {
    for (const cell of cells) {
      const lines = linesOf(await runOf(cell));
      expect(lines, nameOf(cell)).not.toMatch(/Mihon2026!|Gakusei2026!/);
      expect(lines, nameOf(cell)).not.toMatch(/\/(receive|activate|reset|addresses)\/[\w-]{20,}/);
    }
  });

  it.each(['ja', 'en'] as const)('explains itself in %s', async (language) => {
    const prose = library.map((scenario) => explain(scenario, verbs, language)).join('\n\n');
    await expect(prose).toMatchFileSnapshot(`explain.${language}.golden.txt`);
  });
});
