import { createDirectHandset } from '#drivers/direct';
import type { Handset } from '#drivers/handset';
import { offer } from '#mocks/app-store';
import type { Fetch, RunningWorld } from '#sim/kernel';
import { createDirectMailApp } from './direct-mail-app.ts';
import type { Lane, LaneStage } from './lane.ts';
import { serveInProcess } from './services.ts';

/** Everything in this process, nothing painted: the lane of those who name none. */
export const directLane: Lane = {
  name: 'direct',
  open: async (world) => directStage(world),
  async [Symbol.asyncDispose]() {},
};

/** Devices that are rows of the world. */
export function directStage(world: RunningWorld): LaneStage {
  return stageOver(world, serveInProcess(world));
}

/** The same, where everybody asks the services by `fetch`. */
export function stageOver(world: RunningWorld, fetch: Fetch): LaneStage {
  const handsets = new Map<string, Handset>();
  const handset = (id: string): Handset => {
    const known = handsets.get(id) ?? createDirectHandset(world, { fetch, storeOffers: offer }, id);
    handsets.set(id, known);
    return known;
  };
  return {
    fetch,
    handset,
    mailApp: (id) => createDirectMailApp(world, () => handset(id)),
    async [Symbol.asyncDispose]() {},
  };
}
