import type { World } from '#sim/kernel';
import { dnsDefaults } from './parameters.ts';
import { otherAddress, senderDomain } from './standard-records.ts';
import { putRecords, recordsOf } from './zone.ts';

/**
 * The address that mail of a domain rightly comes from. A domain that the zone does not know is given records that say
 * so first. Only inside a command.
 */
export function introduceSender(world: World, domain: string): string {
  if (domain.toLowerCase() === senderDomain) return world.parameters('dns', dnsDefaults).sendingAddress;
  const [known] = recordsOf(world, domain, 'A');
  if (known !== undefined) return known;
  putRecords(world, domain, 'A', [otherAddress]);
  putRecords(world, domain, 'MX', [`10 ${domain}`]);
  putRecords(world, domain, 'TXT', [`v=spf1 ip4:${otherAddress} -all`]);
  return otherAddress;
}
