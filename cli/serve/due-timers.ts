import type { RunningWorld } from '#sim/kernel';

/**
 * Where time stands still until somebody moves it, what is due at this very instant happens all the same: a batch that
 * shall be issued "now" is, and its mails leave.
 */
export function fireDueTimers(world: RunningWorld): AsyncDisposable {
  let turn: Promise<void> = Promise.resolve();
  let isWaiting = false;
  const look = (): void => {
    if (isWaiting || !isSomethingDue(world)) return;
    isWaiting = true;
    turn = turn.then(fire).catch(() => undefined);
  };
  const fire = async (): Promise<void> => {
    isWaiting = false;
    await world.advance(0);
  };
  const watching = world.watch(look);
  // A world of a file may have been ended in the middle.
  look();
  return {
    async [Symbol.asyncDispose]() {
      watching[Symbol.dispose]();
      await turn;
    },
  };
}

function isSomethingDue(world: RunningWorld): boolean {
  return world.store.get('SELECT 1 FROM timer WHERE due_at <= ? LIMIT 1', world.clock.now()) !== undefined;
}
