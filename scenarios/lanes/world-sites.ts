import type { RequestListener } from 'node:http';
import { scannerSites } from '#mocks/mailbox';
import { createServices, type WorldServicesOptions } from '#sim/api';
import type { RunningWorld } from '#sim/kernel';

/** The services of a world and the sites of link scanners, by origin: what a gateway leads to. */
export function worldSites(
  world: RunningWorld,
  options: Pick<WorldServicesOptions, 'between' | 'walletApp'> = {},
): Readonly<Record<string, RequestListener>> {
  const { applications } = createServices(world, { ...options, sites: scannerSites });
  const { issuer, wallet, verifier } = world.origins;
  return {
    ...scannerSites,
    [issuer]: applications.issuer,
    [wallet]: applications.wallet,
    [verifier]: applications.verifier,
  };
}
