import { modules } from '#scenarios/runner';
import { createWorld, restoreWorld, snapshotWorld } from '#sim/kernel';
import { origin, playJourneys, stage } from './journey.ts';
import { coreMs, type Spread, spread } from './measure.ts';

const rounds = 200;

/** Milliseconds of one core for a snapshot of a world in which one journey was made, its restoring, and a first read. */
export async function measureSnapshot(): Promise<Spread> {
  using world = createWorld(origin, modules);
  await playJourneys(await stage(world, 1));
  const lengthThen = world.log.length;
  const figures: number[] = [];
  for (let round = 0; round < 2 * rounds; round++) {
    const ms = await coreMs(() => {
      using restored = restoreWorld(snapshotWorld(world), modules);
      if (restored.log.length !== lengthThen) throw new TypeError('the restored world is another one');
    });
    // The first half warms the compiler up.
    if (round >= rounds) figures.push(ms);
  }
  return spread(figures);
}
