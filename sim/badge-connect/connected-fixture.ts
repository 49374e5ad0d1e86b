import { createWorld, defaultLimits, parseInstant, type RunningWorld } from '../kernel/index.ts';
import { createFakeHost, type FakeHost } from './fake-host-fixture.ts';
import { badgeConnectModule, finishConnection, type Over, startConnection } from './index.ts';

const startsAt = parseInstant('2026-04-01T09:00:00+09:00') ?? 0;

export const subject = 'account/acct_0001';

/** For tests: a world whose only neighbour is a fake host. */
export interface ConnectWorld {
  readonly world: RunningWorld;
  readonly host: FakeHost;
  readonly ports: { readonly outward: FakeHost['fetch'] };
}

export function connectWorld(host = createFakeHost()): ConnectWorld {
  const world = createWorld({ seed: 7, startsAt, limits: defaultLimits, parameters: {} }, [badgeConnectModule]);
  return { world, host, ports: { outward: host.fetch } };
}

/** A connection that stands. */
export async function connected(
  { world, host, ports }: ConnectWorld,
  { scope, as = subject }: { readonly scope?: string; readonly as?: Over['subject'] } = {},
): Promise<Over> {
  const { authorizationUrl } = await startConnection(world, ports, { subject: as, host: host.origin });
  const { connection } = await finishConnection(world, ports, {
    subject: as,
    answer: host.allow(authorizationUrl, scope),
  });
  return { subject: as, connection };
}
