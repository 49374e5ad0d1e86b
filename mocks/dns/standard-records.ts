import { ServiceError } from '#sim/errors';
import type { dnsDefaults } from './parameters.ts';
import { type RecordType, reverseName, type ZoneRecord } from './zone.ts';

/** A record of the sender that can be broken. */
export type BreakableRecord = 'spf' | 'dkim' | 'dmarc' | 'domain' | 'ptr';

export interface SigningKey {
  /** `todoku._domainkey.openbadge.net`. */
  readonly name: string;
  readonly txt: string;
}

export type DnsParameters = typeof dnsDefaults;

/** The domain that sends: the manual, 2-1. */
export const senderDomain = 'openbadge.net';

/** A key that nobody signs with. */
const anotherKey =
  'v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQCwbNTQSIpJU7iIWUSPISF1nwey5GTzfjr9TJuFqMRP23nLcpWWHxoO6P+' +
  '4H3UvEhkIQtBbZuAqnNNEOLZbXfPdN+e+UTsP2P7zZ+9G2/WtBnz7H5lNjOnVvd9dbHqsR/gMYZzxEOMq+4Z4RvHlhPqS/FSza34qdw2VvE/Y2wWeMwIDAQAB';

/** What stands in the zone at the places of one breakable record: every (name, type) is replaced, an empty list removes. */
export interface Placement {
  readonly name: string;
  readonly type: RecordType;
  readonly values: readonly string[];
}

/** Throws ServiceError `dns-state-unknown`. */
export function placementsOf(
  record: BreakableRecord,
  state: string,
  given: { readonly parameters: DnsParameters; readonly signingKey: SigningKey },
): readonly Placement[] {
  const states = statesOf(given)[record];
  const values = Object.hasOwn(states, state) ? states[state] : undefined;
  if (values === undefined) {
    throw new ServiceError('dns-state-unknown', { record, known: Object.keys(states).join(', ') });
  }
  if (record === 'domain') {
    return [
      { name: senderDomain, type: 'A', values: values.slice(0, 1) },
      { name: senderDomain, type: 'MX', values: values.slice(1) },
      { name: senderDomain, type: 'GONE', values: state === 'gone' ? ['nobody holds it'] : [] },
    ];
  }
  if (record === 'ptr') return [{ name: reverseName(given.parameters.sendingAddress), type: 'PTR', values }];
  const name = {
    // SPF is looked up at the domain itself: a name server that is silent there is asked by every other check too.
    spf: senderDomain,
    dkim: given.signingKey.name,
    dmarc: `_dmarc.${senderDomain}`,
  }[record];
  return [
    { name, type: 'TXT', values },
    { name, type: 'FAIL', values: state === 'unreachable' ? ['timeout'] : [] },
  ];
}

function statesOf({
  parameters,
  signingKey,
}: {
  readonly parameters: DnsParameters;
  readonly signingKey: SigningKey;
}): Readonly<Record<BreakableRecord, { readonly [state: string]: readonly string[] }>> {
  return {
    spf: {
      right: [spfOf(parameters.sendingAddress)],
      missing: [],
      wrong: ['v=spf1 ip4:203.0.113.9 -all'],
      broken: ['v=spf1 ip4:not-an-address -all'],
      unreachable: [],
    },
    dkim: {
      right: [signingKey.txt],
      missing: [],
      wrong: [anotherKey],
      // https://www.rfc-editor.org/rfc/rfc6376#section-3.6.1 : an empty p= revokes the key.
      revoked: ['v=DKIM1; k=rsa; p='],
      unreachable: [],
    },
    dmarc: {
      reject: ['v=DMARC1; p=reject'],
      quarantine: ['v=DMARC1; p=quarantine'],
      none: ['v=DMARC1; p=none'],
      missing: [],
    },
    domain: { right: ['192.0.2.10', `10 ${parameters.sendingHost}`], missing: [], gone: [] },
    ptr: { right: [parameters.sendingHost], missing: [] },
  };
}

/** Where each provider's own mail comes from: addresses of RFC 5737, so that mail of a carrier can be right or forged. */
export const providerAddresses: { readonly [domain: string]: string } = {
  'gmail.com': '198.51.100.1',
  'docomo.ne.jp': '198.51.100.2',
  'ezweb.ne.jp': '198.51.100.3',
  'au.com': '198.51.100.3',
  'softbank.ne.jp': '198.51.100.4',
  'i.softbank.jp': '198.51.100.4',
  'ymobile.ne.jp': '198.51.100.5',
  'yahoo.co.jp': '198.51.100.6',
  'icloud.com': '198.51.100.7',
  'outlook.com': '198.51.100.8',
  'mihon-u.ac.jp': '198.51.100.8',
};

/** The host that mail of a domain leaves from, when nothing else is known of it: the documentation's own network. */
export const otherAddress = '198.51.100.99';
const otherHost = 'host.example';

export function providerRecords(): ZoneRecord[] {
  const providers = Object.entries(providerAddresses).flatMap(([name, address]): ZoneRecord[] => [
    ...hostRecords(name, address),
    { name, type: 'MX', value: `10 ${name}` },
    { name, type: 'TXT', value: spfOf(address) },
  ]);
  return [...providers, ...hostRecords(otherHost, otherAddress)];
}

/** A host's address, and the name of the address. */
export function hostRecords(name: string, address: string): ZoneRecord[] {
  return [
    { name, type: isIpv6(address) ? 'AAAA' : 'A', value: address },
    { name: reverseName(address), type: 'PTR', value: name },
  ];
}

/** The record that lets one address send. */
export function spfOf(address: string): string {
  return `v=spf1 ${isIpv6(address) ? 'ip6' : 'ip4'}:${address} -all`;
}

export function isIpv6(address: string): boolean {
  return address.includes(':');
}
