import type { RunningWorld } from '#sim/kernel';

/** A world that tells when it may have changed. Whoever is to be heard must be given this one. */
export interface WatchedWorld extends RunningWorld {
  /** Calls back after every command and every timer, until disposed of. */
  watch(listener: () => void): Disposable;
}

/** The same world, watched: nothing about it changes, and nothing is moved by watching. */
export function watchWorld(world: RunningWorld): WatchedWorld {
  const listeners = new Set<() => void>();
  const ring = (): void => {
    for (const listener of [...listeners]) listener();
  };
  const ringing = async <Result>(work: Promise<Result>): Promise<Result> => {
    try {
      return await work;
    } finally {
      ring();
    }
  };
  const advance = async (durationMs: number): Promise<void> => {
    const ringAndGoOn = (): boolean => {
      ring();
      return false;
    };
    await world.advanceUntil(ringAndGoOn, durationMs);
  };
  return {
    ...world,
    perform: (command, payload) => ringing(world.perform(command, payload)),
    replay: (entry) => ringing(world.replay(entry)),
    advance,
    advanceTo: (to) => advance(to - world.clock.now()),
    advanceUntil(holds, withinMs) {
      const ringAndAsk = (): boolean | Promise<boolean> => {
        ring();
        return holds();
      };
      return ringing(world.advanceUntil(ringAndAsk, withinMs));
    },
    watch(listener) {
      // A wrapper of its own, so that one function may watch twice.
      const own = (): void => listener();
      listeners.add(own);
      return { [Symbol.dispose]: () => void listeners.delete(own) };
    },
  };
}
