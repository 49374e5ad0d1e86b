import { dnsDefaults, otherAddress, recordsOf, setRecords } from '#mocks/dns';
import { domainOf } from '#mocks/providers';
import type { Json, RunningWorld } from '#sim/kernel';

/** How the records of a message's sender are: the states of `dnsDefaults`, right where nothing is said. */
export interface SenderState {
  readonly spf?: string | undefined;
  readonly dkim?: string | undefined;
  readonly dmarc?: string | undefined;
  /** Which host connects: the sender's `own`, some `other`, or an IPv4 address. */
  readonly host?: string | undefined;
}

/** The domain whose records every world has: the manual, 2-1. */
const serviceDomain = 'openbadge.net';

/** What a world's zone shall hold of the service itself: the parameters of its module. */
export function zoneParameters({ spf, dkim, dmarc }: SenderState): { readonly [name: string]: Json } {
  return {
    ...(spf !== undefined && { spf }),
    ...(dkim !== undefined && { dkim }),
    ...(dmarc !== undefined && { dmarc }),
  };
}

/** The host that a message comes from, as it shows itself to the one that receives. */
export interface SendingHost {
  readonly clientAddress: string;
  readonly helo: string;
}

/** Sees to it that the zone knows the sender as `state` says; returns the host that the message comes from. */
export async function prepareSender(
  world: RunningWorld,
  { fromAddress, reversePath }: { readonly fromAddress: string; readonly reversePath: string },
  state: SenderState,
): Promise<SendingHost> {
  const fromDomain = fromAddress === '' ? '' : domainOf(fromAddress);
  const envelopeDomain = reversePath === '' ? fromDomain : domainOf(reversePath);
  for (const domain of [fromDomain, envelopeDomain]) await publishSender(world, domain, state);
  return {
    clientAddress: clientAddressOf(world, envelopeDomain, state),
    helo: envelopeDomain === '' ? 'client.test' : `mail.${envelopeDomain}`,
  };
}

/**
 * Publishes records of a domain that the zone does not know, so that a mailing of one's own is judged as if its DNS
 * were as `state` says. Nobody can sign for it here: a signature in the file fails for want of its key.
 */
async function publishSender(world: RunningWorld, domain: string, state: SenderState): Promise<void> {
  if (domain === '' || domain === serviceDomain || recordsOf(world, domain, 'A').length > 0) return;
  const { sendingAddress, sendingHost } = world.parameters('dns', dnsDefaults);
  const { spf = 'right', dmarc = 'reject' } = state;
  const put = (name: string, type: 'A' | 'MX' | 'TXT' | 'FAIL', values: readonly string[]): Promise<void> =>
    world.perform(setRecords, { name, type, values });
  await put(domain, 'A', [sendingAddress]);
  await put(domain, 'MX', [`10 ${sendingHost}`]);
  await put(domain, 'TXT', spfTexts[spf]?.(sendingAddress) ?? []);
  await put(domain, 'FAIL', spf === 'unreachable' ? ['timeout'] : []);
  await put(`_dmarc.${domain}`, 'TXT', dmarc === 'missing' ? [] : [`v=DMARC1; p=${dmarc}`]);
}

const spfTexts: Readonly<Record<string, (address: string) => readonly string[]>> = {
  right: (address) => [`v=spf1 ip4:${address} -all`],
  wrong: () => ['v=spf1 ip4:203.0.113.9 -all'],
  broken: () => ['v=spf1 ip4:not-an-address -all'],
};

/** Where a message of a domain comes from: the address of its own host, of some other, or the one that is named. */
function clientAddressOf(world: RunningWorld, domain: string, { host = 'own' }: SenderState): string {
  if (host === 'other') return otherAddress;
  if (host !== 'own') return host;
  const { sendingAddress } = world.parameters('dns', dnsDefaults);
  return domain === serviceDomain ? sendingAddress : (recordsOf(world, domain, 'A')[0] ?? sendingAddress);
}
