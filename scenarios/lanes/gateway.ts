import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { serveOnLoopback } from '#mocks/capture';
import { createEgress, egressFetch } from '#sim/egress';
import { ServiceError } from '#sim/errors';
import { type Fetch, isLoopbackName } from '#sim/kernel';

/** Names the site that is meant: `https://wallet.openbadge.test`. */
export const originHeader = 'x-todoku-origin';

/** One port of loopback behind which every site of a world is found, by {@link originHeader}. */
export interface Gateway extends AsyncDisposable {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** Asks the sites over that port; throws TypeError where none answers, as fetch does. */
  readonly fetch: Fetch;
}

const host = '127.0.0.1';

/** A phone opens a handful of connections; nothing of a world needs long or many headers. */
const connectionsMax = 256;
const headersMax = 100;
const headersTimeoutMs = 10_000;
const requestTimeoutMs = 60_000;

/**
 * Only a program that knows the header gets through: a page of the web cannot send it (its preflight has no answer
 * here). A site that is not there is a host that does not answer: its connection ends.
 */
export async function createGateway(sites: Readonly<Record<string, RequestListener>>): Promise<Gateway> {
  const server = await serveOnLoopback(dispatch(sites), { port: 0, prepare: limit });
  const url = `http://${host}:${server.port}`;
  const ask = egressFetch(createEgress({ hosts: [host] }));
  return {
    url,
    fetch: async (asked, { headers, ...request } = {}) => {
      const { origin, pathname, search } = new URL(asked);
      try {
        return await ask(url + pathname + search, { ...request, headers: { ...headers, [originHeader]: origin } });
      } catch (error) {
        if (!(error instanceof ServiceError && error.code === 'egress-failed')) throw error;
        throw new TypeError(`fetch failed: nothing answers at ${origin}`, { cause: error });
      }
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

function limit(server: Server): void {
  server.maxConnections = connectionsMax;
  server.maxHeadersCount = headersMax;
  server.headersTimeout = headersTimeoutMs;
  server.requestTimeout = requestTimeoutMs;
}

function dispatch(sites: Readonly<Record<string, RequestListener>>): RequestListener {
  return (request, response) => {
    const origin = request.headers[originHeader];
    if (typeof origin !== 'string' || !isLoopbackHost(request)) return refuse(response);
    const site = Object.hasOwn(sites, origin) ? sites[origin] : undefined;
    if (site === undefined) return void request.socket.destroy();
    // The site sees what it would see at its own address.
    delete request.headers[originHeader];
    request.headers.host = new URL(origin).host;
    // The machine's date is none of the world's.
    response.sendDate = false;
    site(request, response);
  };
}

/** A name that was rebound to loopback shows in Host. */
function isLoopbackHost({ headers }: IncomingMessage): boolean {
  return isLoopbackName(URL.parse(`http://${headers.host}`)?.hostname ?? '');
}

function refuse(response: ServerResponse): void {
  response.statusCode = 400;
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.end(`The request does not say in ${originHeader} which site it is meant for.\n`);
}
