import { refusedByRelay } from '#mocks/relay';
import { openTransit, type Transit } from '#mocks/smtp';
import type { Fetch, World } from '#sim/kernel';
import { type Lane, modulesSendingBy, receivingSide, stageOver } from '../runner/index.ts';
import { createGateway } from './gateway.ts';
import { worldSites } from './world-sites.ts';

/**
 * Real sockets, no pixels: every mail that the services send crosses an SMTP connection, and every request an HTTP
 * connection. How long these take is the machine's matter: the world's clock does not move by it.
 */
export function wireLane(): Lane {
  /** By the rows of the world: it may stand in another one's clothes. */
  const transits = new Map<World['store'], Transit>();
  return {
    name: 'wire',
    modules: modulesSendingBy((world, transmission) => {
      const transit = transits.get(world.store);
      if (transit === undefined) throw new TypeError('the lane is not open for this world');
      return transit.carry(world, transmission);
    }),
    async open(world) {
      await using open = new AsyncDisposableStack();
      transits.set(world.store, open.use(await openTransit({ deliver: receivingSide, refusedByRelay })));
      open.defer(() => void transits.delete(world.store));
      const askGateway: Fetch = (url, request) => gateway.fetch(url, request);
      const gateway = open.use(await createGateway(worldSites(world, { between: askGateway })));
      const kept = open.move();
      return { ...stageOver(world, gateway.fetch), [Symbol.asyncDispose]: () => kept[Symbol.asyncDispose]() };
    },
    async [Symbol.asyncDispose]() {},
  };
}
