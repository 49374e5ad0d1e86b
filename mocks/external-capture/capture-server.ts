import { createEgress, type Egress } from '#sim/egress';
import { ServiceError } from '#sim/errors';
import type { CaptureSource } from './capture-source.ts';
import { mailhogSource } from './mailhog-source.ts';
import { mailpitSource } from './mailpit-source.ts';
import { serverAddress } from './server-address.ts';

/** A server outside of the world that captures mail, as an operator named it. */
export interface CaptureServer {
  readonly kind: 'mailhog' | 'mailpit';
  /** Of its API, without `/api`: `http://127.0.0.1:8025`. */
  readonly url: string;
}

const sources = { mailhog: mailhogSource, mailpit: mailpitSource } as const;

/**
 * Reads that server, and reaches nothing else. Throws ServiceError `server-url-invalid`; its methods throw
 * `capture-server-unfit`, `egress-address-refused`, `egress-failed` besides what they say themselves.
 */
export function captureSource(server: CaptureServer): CaptureSource {
  return sourceThrough(server, createEgress({ hosts: [serverAddress(server.url).host] }));
}

export function sourceThrough({ kind, url }: CaptureServer, egress: Egress): CaptureSource {
  return sources[kind](url, egress);
}

/** `mail.example:1025` or, by default, port 1025 of the host of the API. Throws ServiceError `server-url-invalid`. */
export function smtpAddress(
  { url }: CaptureServer,
  given: string | undefined,
): { readonly host: string; readonly port: number } {
  if (given === undefined) return { host: serverAddress(url).host, port: 1025 };
  const [, host = '', port = ''] = /^(\[[^\]]+\]|[^:[\]]+):(\d{1,5})$/.exec(given) ?? [];
  if (host === '' || Number(port) < 1 || Number(port) > 65_535) throw new ServiceError('server-url-invalid');
  return { host, port: Number(port) };
}
