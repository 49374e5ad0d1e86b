import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import { refusalOfForeign } from '#mocks/capture';
import type { ServiceError } from '#sim/errors';

/** How long a browser may go by what it was told of a path: https://fetch.spec.whatwg.org/#http-access-control-max-age */
const maxAgeSeconds = 600;

const headersTaken = 'Accept, Accept-Language, Authorization, Content-Type, DPoP, Idempotency-Key, Last-Event-ID';
const headersShown = 'Allow, Content-Language, Link, Location, Retry-After, WWW-Authenticate, X-Total-Count';

/**
 * The refusal of what a page of another site makes a browser send; undefined when it may pass. A form of our own pages
 * says `Origin: null`, as they name no referrer (https://fetch.spec.whatwg.org/#append-a-request-origin-header): then
 * Sec-Fetch-Site tells whose it is, which no page can set (https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header).
 */
export function refusalOfPage(
  request: Pick<IncomingMessage, 'method' | 'headers'>,
  allowed: readonly string[],
): ServiceError | undefined {
  const { origin, 'sec-fetch-site': site, ...headers } = request.headers;
  const isOwnForm = origin === 'null' && site === 'same-origin';
  const isNamed = origin !== undefined && (allowed.includes(origin) || allowed.includes('*'));
  // Without the field, Host is judged all the same.
  const named = { ...headers, ...(origin !== undefined && !isOwnForm && !isNamed && { origin }) };
  return refusalOfForeign({ ...(request.method !== undefined && { method: request.method }), headers: named });
}

/** Lets pages of the named origins read answers, and answers their browsers' questions: https://fetch.spec.whatwg.org/#http-cors-protocol */
export function crossOrigin(allowed: readonly string[]): RequestHandler {
  return (request, response, next) => {
    const { origin } = request.headers;
    if (allowed.length > 0) response.setHeader('vary', 'Origin');
    if (origin === undefined || !(allowed.includes(origin) || allowed.includes('*'))) return next();
    response.setHeader('access-control-allow-origin', origin);
    response.setHeader('access-control-expose-headers', headersShown);
    const isQuestion = request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;
    if (!isQuestion) return next();
    response.setHeader('access-control-allow-methods', 'GET, HEAD, POST, PUT, DELETE');
    response.setHeader('access-control-allow-headers', headersTaken);
    response.setHeader('access-control-max-age', String(maxAgeSeconds));
    response.statusCode = 204;
    response.end();
  };
}
