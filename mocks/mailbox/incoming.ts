import type { Transmission } from '#sim/events';
import type { World } from '#sim/kernel';
import {
  authenticate,
  dnsDefaults,
  hasRecord,
  hasReverseName,
  hasZone,
  otherAddress,
  ownMailAuthentication,
} from '../dns/index.ts';
import { type Authentication, domainOf, type Incoming, type ZoneView } from '../providers/index.ts';
import { type Bodies, readBodies } from './body-reader.ts';
import { addressesOf, fromOf, type Header } from './header-reader.ts';
import { linksIn } from './links.ts';

/** A message as its provider looks at it; bodies are decoded when a rule asks, and once. */
export function incoming(world: World, transmission: Transmission, header: Header): Incoming {
  const { reversePath, forwardPath, data } = transmission;
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
    fields: (name) => header.filter((field) => field.name === name).map(({ value }) => value),
    sizeBytes: data.length,
    ...connectionOf(world, transmission),
    ...(!hasZone(world) && { authentication: 'unknown' as const }),
    bodies: readable,
    links() {
      const { text, html } = readable();
      return linksIn(text, html);
    },
    longestLine: () => longestLine(data),
  };
}

/** What a receiving host can tell of the client before it sees the message. */
export function connectionOf(
  world: World,
  transmission: Pick<Transmission, 'kind' | 'clientAddress'>,
): { readonly zone?: ZoneView; readonly isEncrypted?: boolean } {
  const { sendsOverTls } = world.parameters('dns', dnsDefaults);
  // Of a client from outside nobody knows how it would reach the real host.
  const encryption = isFromOutside(transmission) ? {} : { isEncrypted: sendsOverTls };
  if (!hasZone(world)) return encryption;
  return {
    ...encryption,
    zone: {
      hasRecord: (name, types) => hasRecord(world, name, types),
      clientHasName: () => hasReverseName(world, clientOf(world, transmission)),
    },
  };
}

function isFromOutside({ kind, clientAddress }: Pick<Transmission, 'kind' | 'clientAddress'>): boolean {
  return kind === 'outside' || clientAddress !== undefined;
}

function clientOf(world: World, transmission: Pick<Transmission, 'kind' | 'clientAddress'>): string {
  const { sendingAddress } = world.parameters('dns', dnsDefaults);
  return transmission.clientAddress ?? (isFromOutside(transmission) ? otherAddress : sendingAddress);
}

/** What SPF, DKIM and DMARC say of a transmission, by the zone of the world. */
export async function authenticationOf(
  world: World,
  transmission: Transmission,
  header: Header,
): Promise<Authentication> {
  const { sendingHost } = world.parameters('dns', dnsDefaults);
  const { data, reversePath } = transmission;
  const { address } = fromOf(header);
  const fromDomain = address === '' ? '' : domainOf(address);
  const known = isFromOutside(transmission) ? undefined : ownMailAuthentication(world, { reversePath, fromDomain });
  if (known !== undefined) return known;
  const clientAddress = clientOf(world, transmission);
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
