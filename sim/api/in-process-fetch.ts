import { EventEmitter } from 'node:events';
import { IncomingMessage, type RequestListener, ServerResponse } from 'node:http';
import type { Fetch, Request, Response } from '../kernel/index.ts';

/**
 * Carries requests to Express applications by origin, in process: the request and response objects of node:http with
 * nothing behind them, so the same middleware runs as behind a socket. Throws TypeError for an origin that nobody
 * serves, as fetch does for a host it cannot reach.
 */
export function inProcessFetch(applications: Readonly<Record<string, RequestListener>>): Fetch {
  return async (url, request = {}) => {
    const { origin, host, pathname, search } = new URL(url);
    const application = applications[origin];
    if (application === undefined) throw new TypeError(`fetch failed: nothing answers at ${origin}`);
    return exchange(application, incomingOf(host, pathname + search, request));
  };
}

/** What node:http and Express ask of a connection; nothing is ever read from it or written to it. */
class NoSocket extends EventEmitter {
  readonly remoteAddress = '127.0.0.1';
  readonly encrypted = true;
  readonly readable = true;
  readonly writable = true;
  readonly readableHighWaterMark = 65_536;
  destroy(): void {}
}

function incomingOf(host: string, path: string, request: Request): IncomingMessage {
  const incoming = new IncomingMessage(new NoSocket() as never);
  incoming.method = request.method ?? 'GET';
  incoming.url = path;
  incoming.httpVersion = '1.1';
  incoming.httpVersionMajor = 1;
  incoming.httpVersionMinor = 1;
  incoming.headers = { host };
  for (const [name, value] of Object.entries(request.headers ?? {})) incoming.headers[name.toLowerCase()] = value;
  if (request.body !== undefined) {
    const body = Buffer.from(request.body as string);
    incoming.headers['content-length'] = String(body.length);
    incoming.push(body);
  }
  incoming.push(null);
  incoming.complete = true;
  return incoming;
}

function exchange(application: RequestListener, incoming: IncomingMessage): Promise<Response> {
  return new Promise((resolve, reject) => {
    const outgoing = new ServerResponse(incoming);
    const chunks: Buffer[] = [];
    const keep = (chunk: unknown, encoding: unknown): void => {
      if (typeof chunk === 'string') {
        chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'));
      } else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
    };
    // Own members, not a subclass: Express gives every response another prototype.
    outgoing.write = (chunk: unknown, encoding?: unknown, done?: unknown): boolean => {
      keep(chunk, encoding);
      const callback = typeof encoding === 'function' ? encoding : done;
      if (typeof callback === 'function') callback();
      return true;
    };
    outgoing.end = (chunk?: unknown, encoding?: unknown): ServerResponse => {
      keep(chunk, encoding);
      outgoing.finished = true;
      const body = Buffer.concat(chunks);
      resolve({
        status: outgoing.statusCode,
        get headers() {
          return headersOf(outgoing);
        },
        get cookies() {
          return [outgoing.getHeader('set-cookie') ?? []].flat().map(String);
        },
        body,
        json: <Body>() => (body.length === 0 ? undefined : JSON.parse(body.toString('utf8'))) as Body,
      });
      outgoing.emit('finish');
      return outgoing;
    };
    try {
      application(incoming, outgoing as never);
    } catch (error) {
      reject(error);
    }
  });
}

function headersOf(outgoing: ServerResponse): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(outgoing.getHeaders())) headers[name] = String(value);
  return headers;
}
