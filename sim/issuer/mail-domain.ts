import { realDomain, simulatedDomainSuffix } from '../kernel/index.ts';
import { didYouMean } from './spelling.ts';

/** Domains whose hosts gave out local parts that RFC 5321 forbids (until 2009-04) and still serve them. */
const carriersWithFreeLocalParts = new Set(['docomo.ne.jp', 'ezweb.ne.jp', 'au.com']);

/** Domains that many students' addresses are at. A slip is looked for only near these. */
const commonDomains = [
  'docomo.ne.jp',
  'ezweb.ne.jp',
  'au.com',
  'softbank.ne.jp',
  'i.softbank.jp',
  'ymobile.ne.jp',
  'y-mobile.ne.jp',
  'uqmobile.jp',
  'rakuten.jp',
  'gmail.com',
  'icloud.com',
  'yahoo.co.jp',
  'ymail.ne.jp',
  'outlook.jp',
  'outlook.com',
  'hotmail.com',
  'hotmail.co.jp',
];

/** Real domains that a slip of a common one would also give. */
const otherDomains = new Set([
  'mail.com',
  'email.com',
  'ymail.com',
  'yahoo.com',
  'me.com',
  'mac.com',
  'live.jp',
  'live.com',
  'msn.com',
  'aol.com',
  'googlemail.com',
]);

/** First labels that belong to one provider: `gmail.jp` and `docomo.com` are slips, whatever comes after. */
const ownLabels: ReadonlyMap<string, string> = new Map([
  ['docomo', 'docomo.ne.jp'],
  ['ezweb', 'ezweb.ne.jp'],
  ['gmail', 'gmail.com'],
  ['icloud', 'icloud.com'],
]);

export function simulatedDomain(domain: string): string {
  return realDomain(domain) + simulatedDomainSuffix;
}

export function hasFreeLocalParts(domain: string): boolean {
  return carriersWithFreeLocalParts.has(realDomain(domain));
}

/** Answers by domain: the rows of a roster share a few, and comparing takes longer than all the rest of reading a row. */
const intended = new Map<string, string | undefined>();
const intendedMax = 1_000;

/** The common domain that this one is a slip of: `docmo.ne.jp` gives `docomo.ne.jp`. */
export function intendedDomain(domain: string): string | undefined {
  const real = realDomain(domain);
  if (!intended.has(real)) {
    if (intended.size >= intendedMax) intended.clear();
    intended.set(real, nearestDomain(real));
  }
  return intended.get(real);
}

function nearestDomain(real: string): string | undefined {
  if (commonDomains.includes(real) || otherDomains.has(real)) return undefined;
  // Short names have too many real neighbours.
  const near = didYouMean(real, commonDomains, (candidate) =>
    candidate.length < 8 ? 0 : candidate.length < 10 ? 1 : 2,
  );
  return near ?? ownLabels.get(real.split('.')[0] ?? '');
}
