/** Simulated mail domains are the real ones below `.test`: `docomo.ne.jp.test`. */
export const simulatedDomainSuffix = '.test';

/** The real domain behind a simulated one, in lower case; others are as they are. */
export function realDomain(domain: string): string {
  const lower = domain.toLowerCase();
  return lower.endsWith(simulatedDomainSuffix) ? lower.slice(0, -simulatedDomainSuffix.length) : lower;
}
