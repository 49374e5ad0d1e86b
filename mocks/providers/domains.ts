import { realDomain } from '#sim/kernel';

/**
 * Which provider takes the mail of a domain that no mailbox says otherwise of. Real names; the simulated ones end in
 * `.test`. A name stands for its subdomains too.
 */
const providerOfDomains: { readonly [domain: string]: string } = {
  'gmail.com': 'gmail',
  'googlemail.com': 'gmail',
  'docomo.ne.jp': 'docomo',
  'ezweb.ne.jp': 'au',
  'au.com': 'au',
  'softbank.ne.jp': 'softbank',
  'i.softbank.jp': 'softbank',
  'vodafone.ne.jp': 'softbank',
  'disney.ne.jp': 'softbank',
  'ymobile.ne.jp': 'ymobile',
  'ymobile1.ne.jp': 'ymobile',
  'yahoo.co.jp': 'yahoo-jp',
  // assumption: the webmail addresses of Y!mobile's customers behave as the service that runs them.
  'yahoo.ne.jp': 'yahoo-jp',
  'ymail.ne.jp': 'yahoo-jp',
  'icloud.com': 'icloud',
  'me.com': 'icloud',
  'mac.com': 'icloud',
  // No source for the filters of Rakuten Mobile: its mailboxes take everything.
  'rakuten.jp': 'plain',
  // assumption: schools below university level have a gateway of their own in front of their mailboxes.
  'ed.jp': 'school-gateway',
  // assumption: universities are on Microsoft 365, as the sources of the facts page "mail" §3.1 are.
  'outlook.jp': 'm365',
  'outlook.com': 'm365',
  'hotmail.com': 'm365',
  'ac.jp': 'm365',
};

const providers: ReadonlySet<string> = new Set(Object.values(providerOfDomains));

/** Domains whose mail a carrier counts as mail of a mobile phone. */
export const carrierDomains: ReadonlySet<string> = new Set([
  'docomo.ne.jp',
  'ezweb.ne.jp',
  'au.com',
  'softbank.ne.jp',
  'i.softbank.jp',
  'vodafone.ne.jp',
  'disney.ne.jp',
  'ymobile.ne.jp',
  'ymobile1.ne.jp',
  'rakuten.jp',
]);

/** The real domains whose mail a provider takes. */
export function domainsOf(provider: string): readonly string[] {
  return Object.keys(providerOfDomains).filter((domain) => providerOfDomains[domain] === provider);
}

/** The provider of an address that has no mailbox; undefined when nobody takes mail for its domain. */
export function providerOfAddress(address: string): string | undefined {
  let domain = realDomain(address.slice(address.lastIndexOf('@') + 1));
  // The short form for who tries something out: `a@docomo.sim`.
  const named = /(?:^|\.)([a-z0-9-]+)\.sim$/.exec(domain)?.[1];
  if (named !== undefined && providers.has(named)) return named;
  for (;;) {
    const provider = Object.hasOwn(providerOfDomains, domain) ? providerOfDomains[domain] : undefined;
    if (provider !== undefined) return provider;
    const dot = domain.indexOf('.');
    if (dot === -1) return undefined;
    domain = domain.slice(dot + 1);
  }
}
