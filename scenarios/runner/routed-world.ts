import type { MailRoute } from '#mocks/external-capture';
import { bytesOf, findCaptures, replaceBytes } from '#mocks/mailbox';
import type { RunningWorld } from '#sim/kernel';

/**
 * A world whose delivered mail takes a way outside before anybody reads it: whoever moves the world gets it back when
 * every mail that came in on the way has been carried, and lies there with the bytes that came back. Virtual time
 * stands still meanwhile. The journal holds those bytes, so that a replay needs no server.
 */
export function routedWorld(world: RunningWorld, route: MailRoute): RunningWorld {
  const carrier = createCarrier(world, route);
  const thenCarry = async <Result>(moving: Promise<Result>): Promise<Result> => {
    const result = await moving;
    await carrier.carryAll();
    return result;
  };
  return {
    seed: world.seed,
    origins: world.origins,
    clock: world.clock,
    timers: world.timers,
    random: world.random,
    ids: world.ids,
    keys: world.keys,
    log: world.log,
    blobs: world.blobs,
    store: world.store,
    origin: world.origin,
    modules: world.modules,
    journal: world.journal,
    parameters: (module, defaults) => world.parameters(module, defaults),
    perform: (command, payload) => thenCarry(world.perform(command, payload)),
    replay: (entry) => world.replay(entry),
    advanceTo: (to) => thenCarry(world.advanceTo(to)),
    advance: (durationMs) => thenCarry(world.advance(durationMs)),
    advanceUntil: (holds, withinMs) =>
      thenCarry(
        world.advanceUntil(async () => {
          await carrier.carryAll();
          return holds();
        }, withinMs),
      ),
    look: (at) => world.look(at),
    watch: (listener) => world.watch(listener),
    attend: (errand) => world.attend(errand),
    forget: () => world.forget(),
    serialize: () => world.serialize(),
    [Symbol.dispose]: () => world[Symbol.dispose](),
  };
}

/** Carries each delivered mail once, one after the other. */
function createCarrier(world: RunningWorld, route: MailRoute): { carryAll(): Promise<void> } {
  const carried = new Set<string>();
  let version = -1;
  let turn: Promise<void> = Promise.resolve();
  const carryNew = async (): Promise<void> => {
    const now = world.store.table('mailbox_message').version;
    if (now === version) return;
    version = now;
    const found = findCaptures(world, { after: 0 }, Number.POSITIVE_INFINITY)
      // What a provider writes itself never left it; what nobody is shown needs no way.
      .filter(({ captured, folder, reversePath }) => folder !== null && reversePath !== '' && !carried.has(captured))
      .reverse();
    for (const { captured, reversePath, forwardPath } of found) {
      carried.add(captured);
      const data = await route.carry({ reversePath, forwardPath, data: bytesOf(world, captured) });
      await world.perform(replaceBytes, { captured, data });
    }
  };
  return {
    carryAll() {
      const next = turn.then(carryNew);
      turn = next.catch(() => undefined);
      return next;
    },
  };
}
