import type { IncomingMessage, RequestListener } from 'node:http';
import { serveOnLoopback } from '#mocks/capture';
import type { Origins } from '#sim/kernel';

/** Where people expect each service of a served world; the mailboxes' pages beside them. */
const usualPorts = { issuer: 8081, wallet: 8082, verifier: 8083, mail: 8084 } as const;

type Site = keyof typeof usualPorts;

const names = Object.keys(usualPorts) as Site[];

/** Ports of loopback that a phone reaches under the same number; worlds stand behind them one after the other. */
export interface DevicePorts extends AsyncDisposable {
  readonly origins: Origins;
  /** `http://localhost:8084` */
  readonly mailOrigin: string;
  /** What the phone asks for: to be led to this machine (`adb reverse tcp:8082 tcp:8082`). */
  readonly ports: readonly number[];
  /** What answers from now on; nobody does when absent. */
  attach(sites: Readonly<Record<Site, RequestListener>> | undefined): void;
}

/** The usual ports, or any that is free where one is taken. */
export async function takeDevicePorts(): Promise<DevicePorts> {
  await using open = new AsyncDisposableStack();
  let attached: Readonly<Record<Site, RequestListener>> | undefined;
  const taken = {} as Record<Site, number>;
  for (const name of names) {
    const answer: RequestListener = (request, response) => {
      const site = attached?.[name];
      if (site === undefined) response.writeHead(503, { 'retry-after': '1' }).end();
      // A name that was rebound to loopback shows in Host.
      else if (!isOwn(request, taken[name])) response.writeHead(421).end();
      else site(request, response);
    };
    taken[name] = open.use(await listen(answer, usualPorts[name])).port;
  }
  const origin = (name: Site): string => `http://localhost:${taken[name]}`;
  const kept = open.move();
  return {
    origins: { issuer: origin('issuer'), wallet: origin('wallet'), verifier: origin('verifier') },
    mailOrigin: origin('mail'),
    ports: [taken.wallet, taken.mail],
    attach(sites) {
      attached = sites;
    },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}

async function listen(answer: RequestListener, port: number): ReturnType<typeof serveOnLoopback> {
  try {
    return await serveOnLoopback(answer, { port });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    return serveOnLoopback(answer, { port: 0 });
  }
}

function isOwn({ headers }: IncomingMessage, port: number): boolean {
  return headers.host === `localhost:${port}` || headers.host === `127.0.0.1:${port}`;
}
