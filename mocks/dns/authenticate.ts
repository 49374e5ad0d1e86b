import type { World } from '#sim/kernel';
import type { Authentication, SpfCheck, SpfResult } from '../providers/index.ts';
import { isIpv6 } from './standard-records.ts';
import { nameExists, type RecordType, recordsOf } from './zone.ts';

/** What is judged: the bytes, and how they came. */
export interface ReceivedMail {
  readonly data: Buffer;
  readonly reversePath: string;
  /** The domain of the From field; empty when there is none. */
  readonly fromDomain: string;
  /** The address that the client connected from, and how it called itself. */
  readonly clientAddress: string;
  readonly helo: string;
}

/** SPF (RFC 7208) for both identities, DKIM (RFC 6376) and DMARC (RFC 9989), by the world's zone and nothing else. */
export async function authenticate(world: World, mail: ReceivedMail): Promise<Authentication> {
  // Loaded when the first message is judged: it is the most costly import of all.
  const [{ dkimVerify }, { dmarc }] = await Promise.all([
    import('mailauth/lib/dkim/verify.js'),
    import('mailauth/lib/dmarc/index.js'),
  ]);
  const resolver = zoneResolver(world);
  const envelopeDomain = mail.reversePath === '' ? mail.helo : domainOf(mail.reversePath);
  const envelope = await spfOf(resolver, mail, envelopeDomain);
  const headerFrom =
    mail.fromDomain === envelopeDomain.toLowerCase() ? envelope : await spfOf(resolver, mail, mail.fromDomain);
  const signatures = await dkimVerify(mail.data, { resolver, curTime: new Date(world.clock.now()) });
  const passing = signatures.results.filter(({ status }) => status.result === 'pass');
  // A message without a signature has one result that says so.
  const first = passing[0] ?? signatures.results.find(({ status }) => status.result !== 'none');
  const policy = await dmarc({
    headerFrom: signatures.headerFrom,
    fromFields: signatures.fromFields,
    spfDomains: envelope.result === 'pass' ? [envelope.domain] : [],
    dkimDomains: passing.map(({ signingDomain }) => ({ domain: signingDomain })),
    resolver,
  } as Parameters<typeof dmarc>[0]);
  return {
    client: isIpv6(mail.clientAddress) ? 'ipv6' : 'ipv4',
    spf: { envelope, headerFrom },
    dkim: {
      result: passing.length > 0 ? 'pass' : first === undefined ? 'none' : 'fail',
      domain: first?.signingDomain ?? '',
    },
    dmarc: {
      result: policy === false ? 'none' : dmarcResult(policy.status.result),
      policy: policy === false ? 'none' : policyOf(policy.policy),
    },
  };
}

type Resolver = (name: string, type: string) => Promise<string[][] | string[]>;

async function spfOf(resolver: Resolver, mail: ReceivedMail, domain: string): Promise<SpfCheck> {
  if (domain === '') return { domain, result: 'none' };
  const { spf } = await import('mailauth/lib/spf/index.js');
  const found = await spf({
    // Local parts that RFC 5321 forbids must not disturb what is asked about the domain.
    sender: `postmaster@${domain}`,
    ip: mail.clientAddress,
    helo: mail.helo,
    mta: 'receiver.invalid',
    resolver,
  });
  return { domain: domain.toLowerCase(), result: found.status.result as SpfResult };
}

/** Answers as `dns.resolve` does, out of the rows of the world. */
function zoneResolver(world: World): Resolver {
  return async (name, type) => {
    if (recordsOf(world, name, 'FAIL').length > 0) throw dnsError('ETIMEOUT', name);
    const values = recordsOf(world, name, type as RecordType);
    if (values.length === 0) throw dnsError(nameExists(world, name) ? 'ENODATA' : 'ENOTFOUND', name);
    if (type === 'TXT') return values.map((value) => [value]);
    if (type === 'MX') {
      return values.map((value) => {
        const [priority = '', exchange = ''] = value.split(' ');
        return { priority: Number(priority), exchange };
      }) as unknown as string[];
    }
    return [...values];
  };
}

function dnsError(code: string, name: string): Error {
  return Object.assign(new Error(`${code} ${name}`), { code });
}

function dmarcResult(result: string): Authentication['dmarc']['result'] {
  return result === 'pass' || result === 'fail' ? result : 'none';
}

function policyOf(policy: string | undefined): Authentication['dmarc']['policy'] {
  return policy === 'reject' || policy === 'quarantine' ? policy : 'none';
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
