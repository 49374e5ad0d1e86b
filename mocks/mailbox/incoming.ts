import type { Transmission } from '#sim/events';
import type { World } from '#sim/kernel';
import { authenticate, dnsDefaults, domainExists, hasZone, otherAddress, ownMailAuthentication } from '../dns/index.ts';
import { type Authentication, domainOf, type Incoming } from '../providers/index.ts';
import { type Bodies, readBodies } from './body-reader.ts';
import { addressesOf, fromOf, type Header } from './header-reader.ts';
import { linksIn } from './links.ts';

/** A message as its provider looks at it; bodies are decoded when a rule asks, and once. */
export function incoming(world: World, { reversePath, forwardPath, data }: Transmission, header: Header): Incoming {
  let bodies: Bodies | undefined;
  const readable = (): Bodies => {
    bodies ??= readBodies(data);
    return bodies;
  };
  return {
    reversePath,
    forwardPath,
    fromAddress: fromOf(header).address,
    recipients: [...addressesOf(header, 'to'), ...addressesOf(header, 'cc')],
    otherHeader: header
      .filter(({ name }) => !['from', 'to', 'cc', 'subject'].includes(name))
      .map(({ name, value }) => `${name}: ${value}`)
      .join('\n'),
    sizeBytes: data.length,
    ...(hasZone(world)
      ? { domainExists: (domain: string) => domainExists(world, domain) }
      : { authentication: 'unknown' as const }),
    bodies: readable,
    links() {
      const { text, html } = readable();
      return linksIn(text, html);
    },
    longestLine: () => longestLine(data),
  };
}

/** What SPF, DKIM and DMARC say of a transmission, by the zone of the world. */
export async function authenticationOf(
  world: World,
  transmission: Transmission,
  header: Header,
): Promise<Authentication> {
  const { sendingAddress, sendingHost } = world.parameters('dns', dnsDefaults);
  const { data, reversePath, kind } = transmission;
  const { address } = fromOf(header);
  const fromDomain = address === '' ? '' : domainOf(address);
  const isFromOutside = kind === 'outside' || transmission.clientAddress !== undefined;
  const known = isFromOutside ? undefined : ownMailAuthentication(world, { reversePath, fromDomain });
  if (known !== undefined) return known;
  const clientAddress = transmission.clientAddress ?? (isFromOutside ? otherAddress : sendingAddress);
  return authenticate(world, { data, reversePath, fromDomain, clientAddress, helo: transmission.helo ?? sendingHost });
}

function longestLine(data: Buffer): number {
  let longest = 0;
  let start = 0;
  for (let end = data.indexOf('\r\n'); end !== -1; end = data.indexOf('\r\n', start)) {
    longest = Math.max(longest, end - start);
    start = end + 2;
  }
  return Math.max(longest, data.length - start);
}
