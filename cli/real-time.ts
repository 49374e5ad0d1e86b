import { type RunningWorld, systemNow } from '#sim/kernel';

/** How stale the world's clock may be. */
const tickMs = 1_000;

/** Lets a world's time pass at the pace of the machine's, from where it is; every timer due on the way fires. */
export function followMachine(world: RunningWorld): AsyncDisposable {
  const aheadMs = world.clock.now() - systemNow();
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  let turn: Promise<void> = Promise.resolve();
  const tick = async (): Promise<void> => {
    // The machine's clock may be set back; the world's never is.
    await world.advanceTo(Math.max(world.clock.now(), systemNow() + aheadMs));
    if (!isOver) timer = setTimeout(next, tickMs);
  };
  const next = (): void => {
    turn = tick();
  };
  next();
  return {
    async [Symbol.asyncDispose]() {
      isOver = true;
      clearTimeout(timer);
      await turn;
    },
  };
}
