import { scannerSites } from '#mocks/mailbox';
import { createServices, services } from '#sim/api';
import { createWalletApp, walletPageApp } from '#sim/app';
import { createEgress, egressFetch } from '#sim/egress';
import { ServiceError } from '#sim/errors';
import type { Origins, RunningWorld } from '#sim/kernel';
import { apiReference } from './api-reference.ts';
import { type EdgeOptions, edgeOf } from './edge.ts';
import { frontPage } from './front-page.ts';
import { listenForWeb, type WebListener } from './web-listener.ts';

/** The services that live at an origin of their own, and the port that people expect each on. */
export const usualWebPorts = { issuer: 8081, wallet: 8082, verifier: 8083 } as const;

export type WebService = keyof typeof usualWebPorts;

const names = Object.keys(usualWebPorts) as WebService[];

const titles: Readonly<Record<WebService, string>> = { issuer: 'Issuer', wallet: 'Wallet', verifier: 'Verifier' };

/** The ports of a world's services, taken and not yet answered on. */
export interface WebPorts {
  readonly origins: Origins;
  readonly ports: { readonly [service in WebService]: number };
  /** Puts the services of the world behind them. */
  attach(world: RunningWorld, options: AttachOptions): void;
  [Symbol.asyncDispose](): Promise<void>;
}

export interface AttachOptions extends EdgeOptions {
  /** Hosts, of loopback too, that the services may reach for what a partner asks of them. */
  readonly reach: readonly string[];
}

export interface AskedPorts {
  /** 0 takes any that is free; the usual one when absent, or any when that is taken. */
  readonly ports: { readonly [service in WebService]?: number | undefined };
  readonly isSecure: boolean;
}

/** Throws ServiceError `port-taken`; nothing listens then. */
export async function takeWebPorts({ ports, isSecure }: AskedPorts): Promise<WebPorts> {
  await using open = new AsyncDisposableStack();
  const listeners: { [service: string]: WebListener } = {};
  for (const name of names) listeners[name] = open.use(await takePort(name, ports[name], isSecure));
  return held(listeners as Record<WebService, WebListener>, isSecure, open.move());
}

async function takePort(name: WebService, port: number | undefined, isSecure: boolean): Promise<WebListener> {
  try {
    return await listenForWeb(port ?? usualWebPorts[name], isSecure);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (reason !== 'EADDRINUSE' && reason !== 'EACCES') throw error;
    if (port === undefined) return listenForWeb(0, isSecure);
    throw new ServiceError('port-taken', { option: `--${name}-port`, port, reason }, { cause: error });
  }
}

function held(
  listeners: Readonly<Record<WebService, WebListener>>,
  isSecure: boolean,
  open: AsyncDisposableStack,
): WebPorts {
  const each = <Value>(value: (name: WebService) => Value): Record<WebService, Value> => ({
    issuer: value('issuer'),
    wallet: value('wallet'),
    verifier: value('verifier'),
  });
  const scheme = isSecure ? 'https' : 'http';
  const origins = each((name) => `${scheme}://localhost:${listeners[name].port}`);
  return {
    origins,
    ports: each((name) => listeners[name].port),
    attach(world, { reach, ...edge }) {
      const outward = egressFetch(createEgress({ hosts: reach }));
      const { applications } = createServices(world, { outward, sites: scannerSites, walletApp: walletPageApp() });
      for (const name of names) {
        const service = services[name];
        const reference = apiReference(service, { title: titles[name], server: origins[name] });
        const hasFront = service.operations.some(({ path }) => path === '/');
        if (!hasFront) reference.use(frontPage(name, origins));
        if (name === 'wallet') reference.use(createWalletApp());
        listeners[name].attach(edgeOf({ service, reference, application: applications[name] }, edge));
      }
    },
    [Symbol.asyncDispose]: () => open[Symbol.asyncDispose](),
  };
}

/** The ports that a world of a file was made at; undefined when it was not made to be served. */
export function portsOfOrigins(origins: Origins): AskedPorts | undefined {
  const urls = names.map((name) => new URL(origins[name]));
  if (urls.some(({ hostname, port }) => hostname !== 'localhost' || port === '')) return undefined;
  const ports = Object.fromEntries(names.map((name, index) => [name, Number(urls[index]?.port)]));
  return { ports, isSecure: urls.every(({ protocol }) => protocol === 'https:') };
}
