import type { HostPorts } from '../../host/index.ts';
import type { Fetch } from '../../kernel/index.ts';
import { holdingsOf } from '../../wallet/index.ts';
import type { ServiceContext } from '../service-context.ts';

/** What the host knows through others: what the wallet received, and the issuers of this world and outside. */
export function hostPorts({ world, fetch, outward }: ServiceContext): HostPorts {
  const own = new Set<string>(Object.values(world.origins));
  const reach: Fetch = (url, request) => (own.has(URL.parse(url)?.origin ?? '') ? fetch : outward)(url, request);
  return { held: (account) => holdingsOf(world, account), fetch: reach };
}
