import { isIP } from 'node:net';
import { ServiceError } from '../errors/index.ts';
import { isLoopbackAddress, isPublicAddress } from './address-range.ts';
import { canonicalHost, isLoopbackHost } from './host-name.ts';

/** Asks the name service: every address of a host. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** A host that may be reached, and where it was found. */
export interface Route {
  readonly host: string;
  /** In the order of the answer; the same for as long as the egress lives. */
  readonly addresses: readonly string[];
}

/** Decides about hosts. */
export interface Routes {
  /** Throws ServiceError `egress-not-named`, `egress-address-refused`, `egress-failed`. */
  to(host: string): Promise<Route>;
}

/**
 * Routes to the hosts that the operator named, and to no other. A name is asked for once: an answer that changes later
 * changes nothing, and one address of the answer that is not public refuses all of it. Loopback is reached by who names
 * it as such.
 */
export function createRoutes(named: readonly string[], resolve: Resolve): Routes {
  const allowed = new Set(named.map(canonicalHost).filter((host) => host !== undefined));
  const pinned = new Map<string, Promise<Route>>();
  return {
    to(given) {
      const host = canonicalHost(given);
      if (host === undefined || !allowed.has(host)) {
        return Promise.reject(new ServiceError('egress-not-named', { host: host ?? '?' }));
      }
      const known = pinned.get(host);
      if (known !== undefined) return known;
      const found = find(host, resolve);
      pinned.set(host, found);
      // What could not be found may be asked for again; what was refused stays refused.
      found.catch((error: unknown) => {
        if (error instanceof ServiceError && error.code === 'egress-failed') pinned.delete(host);
      });
      return found;
    },
  };
}

async function find(host: string, resolve: Resolve): Promise<Route> {
  const addresses = isIP(host) === 0 ? await resolved(host, resolve) : [host];
  const isFit = isLoopbackHost(host) ? isLoopbackAddress : isPublicAddress;
  if (!addresses.every(isFit)) throw new ServiceError('egress-address-refused', { host });
  return { host, addresses };
}

async function resolved(host: string, resolve: Resolve): Promise<readonly string[]> {
  const failed = (reason: string, cause?: unknown): ServiceError =>
    new ServiceError('egress-failed', { host, reason }, { cause });
  const addresses = await resolve(host).catch((error: NodeJS.ErrnoException) => {
    throw failed(error.code ?? error.message, error);
  });
  if (addresses.length === 0) throw failed('ENOTFOUND');
  return addresses;
}
