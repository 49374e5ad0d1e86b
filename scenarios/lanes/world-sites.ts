import type { RequestListener } from 'node:http';
import { scannerSites } from '#mocks/mailbox';
import { createServices, type PageApp } from '#sim/api';
import type { Fetch, RunningWorld } from '#sim/kernel';

/** The services of a world and the sites of link scanners, by origin. Where services ask each other, they ask by `fetch`. */
export function worldSites(
  world: RunningWorld,
  fetch?: Fetch,
  walletApp?: PageApp,
): Readonly<Record<string, RequestListener>> {
  const { applications } = createServices(world, {
    sites: scannerSites,
    walletApp,
    ...(fetch !== undefined && { between: fetch }),
  });
  const { issuer, wallet, verifier } = world.origins;
  return {
    ...scannerSites,
    [issuer]: applications.issuer,
    [wallet]: applications.wallet,
    [verifier]: applications.verifier,
  };
}
