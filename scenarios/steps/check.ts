import type { Bilingual } from '#sim/errors';
import { parseDuration } from '#sim/kernel';
import type { Play } from './play.ts';
import { Unmet } from './unmet.ts';

export interface Observation {
  readonly holds: boolean;
  readonly actual: Bilingual;
}

/**
 * Looks whether something holds, moving virtual time timer by timer for at most `within` (`5m`) until it does.
 * Throws Unmet with what was there instead.
 */
export async function check(
  play: Play,
  surface: string,
  expected: Bilingual,
  observe: () => Observation | Promise<Observation>,
  within?: string,
): Promise<void> {
  let last: Observation = { holds: false, actual: { ja: '', en: '' } };
  const look = async (): Promise<boolean> => {
    last = await observe();
    return last.holds;
  };
  if (within === undefined) await look();
  else await play.world.advanceUntil(look, parseDuration(within) ?? 0);
  if (!last.holds) throw new Unmet(surface, expected, last.actual);
  await play.record('check.passed', { surface, expected });
}
