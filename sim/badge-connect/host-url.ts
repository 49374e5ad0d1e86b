import { isLoopbackHost } from '../egress/index.ts';
import { ServiceError } from '../errors/index.ts';

const lengthMax = 2_048;

/** Where the operations of the API stand below a host: https://www.imsglobal.org/spec/ob/v3p0/#api-endpoints */
const apiPath = '/ims/ob/v3p0';

/**
 * The base URL of the API of a host that a person named: `badges.example.org`, `https://badges.example.org`, with or
 * without the path of the API. Throws ServiceError `badge-host-invalid`.
 */
export function apiBaseOf(host: string): string {
  const written = host.trim();
  const url = safeUrlOf(/^[a-z][a-z0-9+.-]*:\/\//i.test(written) ? written : `https://${written}`);
  if (url === undefined || url.search !== '') throw new ServiceError('badge-host-invalid');
  const path = url.pathname.replace(/\/+$/, '');
  return url.origin + (path.endsWith(apiPath) ? path : path + apiPath);
}

/**
 * A URL that a host tells, when it may be asked: on the host's own name, so that nobody's client secret, code or token
 * goes elsewhere: https://www.imsglobal.org/spec/ob/v3p0/#dynamic-registration
 */
export function urlOnHost(told: unknown, base: string): string | undefined {
  const url = typeof told === 'string' ? safeUrlOf(told) : undefined;
  const own = new URL(base);
  return url?.hostname === own.hostname && url.protocol === own.protocol ? url.href : undefined;
}

/** A URL over TLS, or on loopback; without userinfo, and without a fragment, which no request carries. */
function safeUrlOf(text: string): URL | undefined {
  if (text.length > lengthMax || text.includes('#') || text.includes('\\') || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || url.hostname === '') return undefined;
  const isSafe =
    url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname.replace(/^\[|\]$/g, '')));
  return isSafe ? url : undefined;
}
