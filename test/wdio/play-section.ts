import { laneNamed } from '#scenarios/lanes';
import { planCells, playCell } from '#scenarios/runner';
import { readLibrary } from '../library/index.ts';

// Mocha's, which the runner of specs puts there.
declare function describe(title: string, tests: () => void): void;
declare function it(title: string, test: () => Promise<void>): void;
declare function after(done: () => Promise<void>): void;

/** One test for each cell of the library's scenarios of a section, played as a person would do it. */
export function playSection(section: string, isMeant: (id: string) => boolean = () => true): void {
  describe(`section ${section}`, () => {
    // The one that the runner started, for all its workers.
    const lane = laneNamed('emulated', { appium: process.env.TODOKU_APPIUM });
    after(async () => (await lane)[Symbol.asyncDispose]());
    const scenarios = readLibrary().filter(({ id }) => id.startsWith(`S-${section}.`) && isMeant(id));
    for (const cell of planCells(scenarios)) {
      it(`${cell.scenario.id} ${cell.scenario.title.ja} ${cell.name}`.trim(), async () => {
        const { verdict, events } = await playCell(cell, { lane: await lane });
        if (verdict === 'passed') return;
        const failed = events.findLast(({ type }) => type === 'check.failed' || type === 'run.failed');
        throw new Error(JSON.stringify(failed?.data));
      });
    }
  });
}
