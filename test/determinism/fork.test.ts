import { describe, expect, it } from 'vitest';
import { type Scenario, type Step, substitute } from '#scenarios/language';
import { type ResolvedCast, resolveCast } from '#scenarios/library/cast';
import { modules, originOf, planCells, setStage, stageOf } from '#scenarios/runner';
import { type Play, stepOf } from '#scenarios/steps';
import {
  createWorld,
  type Json,
  loadWorld,
  type RunningWorld,
  restoreWorld,
  saveWorld,
  snapshotWorld,
} from '#sim/kernel';
import { readLibrary } from '../library/index.ts';

const library = readLibrary();

const lines = (world: RunningWorld): string => JSON.stringify(world.log.after(0), undefined, 1);

async function play(stage: Play, some: readonly Step[], row: Scenario['matrix'][number]): Promise<void> {
  for (const { verb, value } of some) {
    const definition = stepOf(verb);
    const given = substitute(value, row);
    const keptName = /^\$(\w+)$/;
    const filled = JSON.parse(JSON.stringify(given), (_key, leaf: Json) => {
      const name = typeof leaf === 'string' ? keptName.exec(leaf)?.[1] : undefined;
      return name === undefined ? leaf : stage.kept(name);
    });
    await definition?.run(stage, filled);
    await stage.world.advance(10_000);
  }
}

describe.each(library.map((scenario) => [scenario.id, scenario] as const))('the world of %s', (_id, scenario) => {
  const [cell] = planCells([scenario]);
  if (cell === undefined) throw new TypeError('a scenario has at least one cell');
  const half = Math.ceil(scenario.steps.length / 2);
  const [early, late] = [scenario.steps.slice(0, half), scenario.steps.slice(half)];
  const cast: ResolvedCast = resolveCast(scenario, cell.row);

  it('goes on to the same events from a snapshot in the middle, and again from its journal', async () => {
    const world = createWorld(originOf(cell), modules);
    const stage = await setStage(world, cast);
    await play(stage, early, cell.row);
    const snapshot = snapshotWorld(world);
    await play(stage, late, cell.row);

    const fork = restoreWorld(snapshot, modules);
    await play(stageOf(fork, cast), late, cell.row);
    expect(lines(fork)).toBe(lines(world));

    const loaded = await loadWorld(JSON.parse(JSON.stringify(saveWorld(world))), modules);
    expect(lines(loaded)).toBe(lines(world));
    expect(Buffer.from(loaded.serialize()).equals(Buffer.from(world.serialize()))).toBe(true);
  });

  it('saves no password and no live link', async () => {
    const world = createWorld(originOf(cell), modules);
    await play(await setStage(world, cast), scenario.steps, cell.row);
    const saved = JSON.stringify(saveWorld(world));
    expect(saved).not.toMatch(/Mihon2026!|Gakusei2026!/);
    expect(saved).not.toMatch(/\/(receive|activate|reset|addresses)\/[\w-]{20,}/);
  });
});
