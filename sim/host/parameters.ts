import type { World } from '../kernel/index.ts';

export const hostDefaults = {
  /** Assumption: of one account, besides what the wallet received itself. */
  badgesMax: 500,
  /** Assumption: what a page holds when the client asks for no number, and at most. */
  pageSizeMax: 100,
};

export function hostParameters(world: World): typeof hostDefaults {
  return world.parameters('host', hostDefaults);
}
