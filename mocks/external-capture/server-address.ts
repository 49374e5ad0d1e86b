import { ServiceError } from '#sim/errors';

/** Where a capture server is: its API's base, and the host for its SMTP side. */
export interface ServerAddress {
  /** `http://127.0.0.1:8025`, with a path when it lies below one, and no slash at its end. */
  readonly base: string;
  readonly isSecure: boolean;
  readonly host: string;
  readonly port: number;
  readonly path: string;
}

/** Throws ServiceError `server-url-invalid` for what is no URL of a server: another scheme, userinfo, a query. */
export function serverAddress(url: string): ServerAddress {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (
    parsed === undefined ||
    !['http:', 'https:'].includes(parsed.protocol) ||
    `${parsed.username}${parsed.password}${parsed.search}${parsed.hash}` !== ''
  ) {
    throw new ServiceError('server-url-invalid');
  }
  const isSecure = parsed.protocol === 'https:';
  const path = parsed.pathname.replace(/\/+$/, '');
  return {
    base: parsed.origin + path,
    isSecure,
    host: parsed.hostname.replace(/^\[|\]$/g, ''),
    port: parsed.port === '' ? (isSecure ? 443 : 80) : Number(parsed.port),
    path,
  };
}
