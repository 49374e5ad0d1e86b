import { type ClientRequestArgs, type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { Duplex } from 'node:stream';
import { ServiceError } from '../errors/index.ts';
import type { Fetch, Request, Response } from '../kernel/index.ts';
import type { Egress } from './egress.ts';

/** Part of what `http.request` takes: the connection, for clients that pass their options on to it. */
export interface HttpWay {
  createConnection(options: ClientRequestArgs, done: (error: Error | null, socket: Duplex) => void): undefined;
}

/** An HTTP client's way out; what answers with too many bytes is cut off. */
export function httpWay(egress: Egress, { isSecure }: { readonly isSecure: boolean }): HttpWay {
  return {
    createConnection({ host, port }, done) {
      egress.connect({ host: String(host), port: Number(port), isSecure }).then(
        (socket) => {
          let bytes = 0;
          // An HTTP server speaks second, so that nothing is lost by listening before the client does.
          socket.on('data', (chunk: Buffer) => {
            bytes += chunk.length;
            if (bytes > egress.limits.bytesMax) socket.destroy(new Error('answered too much'));
          });
          done(null, socket);
        },
        (error: Error) => done(error, undefined as unknown as Duplex),
      );
      return undefined;
    },
  };
}

/**
 * HTTP through an egress. A redirect is an answer like any other: nobody follows it. Throws ServiceError
 * `egress-not-named` for a URL with userinfo or of another scheme too, `egress-address-refused`, `egress-failed`.
 */
export function egressFetch(egress: Egress): Fetch {
  return async (url, request = {}) => {
    const parsed = URL.parse(url);
    if (parsed === null) throw new ServiceError('egress-not-named', { host: '?' });
    const { protocol, host, hostname, port, pathname, search, username, password } = parsed;
    const isSecure = protocol === 'https:';
    if ((!isSecure && protocol !== 'http:') || username !== '' || password !== '') {
      throw new ServiceError('egress-not-named', { host: hostname });
    }
    const answer = await exchange(isSecure, request, {
      host: hostname.replace(/^\[|\]$/g, ''),
      port: port === '' ? (isSecure ? 443 : 80) : Number(port),
      path: pathname + search,
      maxHeaderSize: egress.limits.headerBytesMax,
      ...httpWay(egress, { isSecure }),
    }).catch((error: unknown) => {
      throw asFailure(error, host);
    });
    return answer;
  };
}

/** What a client that was given an {@link httpWay} threw, as the error it is. */
export function asFailure(error: unknown, host: string): ServiceError {
  if (error instanceof ServiceError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  return new ServiceError('egress-failed', { host, reason: code ?? message }, { cause: error });
}

function exchange(
  isSecure: boolean,
  { method, headers, body }: Request,
  options: ClientRequestArgs,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const bytes = body === undefined ? undefined : Buffer.from(body);
    const length = bytes === undefined ? {} : { 'Content-Length': bytes.length };
    const send = isSecure ? requestSecure : requestPlain;
    send({ ...options, method: method ?? 'GET', headers: { ...headers, ...length, Connection: 'close' } })
      .once('error', reject)
      .once('response', (response) => read(response).then(resolve, reject))
      // Nobody asked to speak another protocol: https://www.rfc-editor.org/rfc/rfc9110#section-15.2.2
      .once('upgrade', (_response, socket) => {
        socket.destroy();
        reject(new Error('switched protocols'));
      })
      .end(bytes);
  });
}

async function read(response: IncomingMessage): Promise<Response> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(response.headers)) headers[name] = String(value);
  return {
    status: response.statusCode ?? 0,
    headers,
    body,
    json: <Body>() => (body.length === 0 ? undefined : JSON.parse(body.toString('utf8'))) as Body,
  };
}
