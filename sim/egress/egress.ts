import { lookup } from 'node:dns/promises';
import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectSecure } from 'node:tls';
import { ServiceError } from '../errors/index.ts';
import { createRoutes, type Resolve, type Route } from './route.ts';

export interface EgressLimits {
  /** How long the name service may take, how long one connection may take to stand, and how long it may then be silent. */
  readonly silenceMs: number;
  /** How long a connection may live. */
  readonly lifetimeMs: number;
  /** How much one HTTP answer may hold. */
  readonly bytesMax: number;
  /** How much of it may be header. */
  readonly headerBytesMax: number;
}

/** A name may have more; nobody waits for all of them. */
const addressesMax = 4;

/** A page of 250 mails with attachments fits; nothing waits longer than a person would. */
const defaultEgressLimits: EgressLimits = {
  silenceMs: 15_000,
  lifetimeMs: 60_000,
  bytesMax: 64 * 1024 * 1024,
  headerBytesMax: 16 * 1024,
};

export interface EgressOptions {
  /** Names or addresses, as the operator wrote them; none: nothing leaves. */
  readonly hosts: readonly string[];
  readonly limits?: Partial<EgressLimits>;
  /** The name service; the machine's when absent. */
  readonly resolve?: Resolve;
}

export interface Target {
  readonly host: string;
  readonly port: number;
  /** TLS, its certificate checked for the name that was given. */
  readonly isSecure?: boolean;
}

/** The one way out of this machine: whoever connects somewhere is given one. */
export interface Egress {
  readonly limits: EgressLimits;
  /**
   * A connection that stands. Throws ServiceError `egress-not-named`, `egress-address-refused`, `egress-failed`.
   */
  connect(target: Target): Promise<Socket>;
}

/** Reaches the named hosts alone; see {@link Routes} for what is refused. */
export function createEgress({ hosts, limits: given, resolve = askMachine }: EgressOptions): Egress {
  const limits = { ...defaultEgressLimits, ...given };
  const routes = createRoutes(hosts, (host) => within(limits.silenceMs, resolve(host)));
  return {
    limits,
    async connect(target) {
      const route = await routes.to(target.host);
      let failure: NodeJS.ErrnoException | undefined;
      for (const address of route.addresses.slice(0, addressesMax)) {
        try {
          return await open(route, address, target, limits);
        } catch (error) {
          failure = error as NodeJS.ErrnoException;
        }
      }
      const reason = failure?.code ?? failure?.message ?? '?';
      const host = `${route.host}:${target.port}`;
      throw new ServiceError('egress-failed', { host, reason }, { cause: failure });
    },
  };
}

function open(
  { host }: Route,
  address: string,
  { port, isSecure = false }: Target,
  { silenceMs, lifetimeMs }: EgressLimits,
): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const standing = isSecure ? 'secureConnect' : 'connect';
    // An address is no name that a certificate is asked for: https://www.rfc-editor.org/rfc/rfc6066#section-3
    const servername = isIP(host) === 0 ? host : '';
    // The address, not the name: it is not looked up again.
    const socket = isSecure ? connectSecure({ host: address, port, servername }) : connectPlain(port, address);
    const end = setTimeout(() => socket.destroy(new Error('took too long')), lifetimeMs).unref();
    socket.setTimeout(silenceMs, () => socket.destroy(new Error('no answer')));
    socket.once('close', () => clearTimeout(end));
    socket.once('error', reject);
    socket.once(standing, () => {
      socket.off('error', reject);
      // Whoever uses the connection sees it close; an error that nobody listens for would end the process.
      socket.on('error', () => undefined);
      resolve(socket);
    });
  });
}

/** The machine's name service has no end of its own to how long it may take. */
function within<Result>(limitMs: number, promise: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const end = setTimeout(() => reject(new Error('the name service does not answer')), limitMs).unref();
    promise.then(resolve, reject).finally(() => clearTimeout(end));
  });
}

async function askMachine(host: string): Promise<readonly string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address);
}
