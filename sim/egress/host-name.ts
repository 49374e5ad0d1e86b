import { isIPv6 } from 'node:net';

/**
 * The one spelling of a host: lower case, without a trailing dot, numbers in whatever base as an address
 * (https://url.spec.whatwg.org/#host-parsing), names in other letters in punycode, so that a look-alike is another host.
 * Undefined for what is no host alone: with a port, userinfo or a path.
 */
export function canonicalHost(host: string): string | undefined {
  const bare = /^\[(.*)\]$/.exec(host)?.[1] ?? host;
  const written = isIPv6(bare) ? `[${bare}]` : host;
  if (!isIPv6(bare) && /[\s@/\\?#:[\]%]/.test(host)) return undefined;
  if (!URL.canParse(`http://${written}/`)) return undefined;
  const { hostname } = new URL(`http://${written}/`);
  return hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '') || undefined;
}

/** An address of this machine, or a name that never means anything else: https://www.rfc-editor.org/rfc/rfc6761#section-6.3 */
export function isLoopbackHost(canonical: string): boolean {
  return /^127\.\d+\.\d+\.\d+$/.test(canonical) || canonical === '::1' || /^(.+\.)?localhost$/.test(canonical);
}
