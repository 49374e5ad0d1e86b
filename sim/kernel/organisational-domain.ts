import { realDomain } from './simulated-domain.ts';

/**
 * The domain that a whole organisation has, subdomains left out: bulk rules count by it. Below a country's short second
 * level (`ac.jp`, `co.uk`) it is the third label; assumption instead of the Public Suffix List.
 */
export function organisationalDomain(domain: string): string {
  const labels = realDomain(domain).split('.');
  const [second = '', top = ''] = labels.slice(-2);
  return labels.slice(top.length === 2 && second.length <= 3 ? -3 : -2).join('.');
}
