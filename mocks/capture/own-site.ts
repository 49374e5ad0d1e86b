import type { IncomingMessage } from 'node:http';
import type { NextFunction, Request, Response } from 'express';
import { ServiceError } from '#sim/errors';
import { isLoopbackName } from '#sim/kernel';
import { answerProblem } from './answer-problem.ts';

/**
 * The refusal of a request that a page of another site made a browser send; undefined when it may pass. A name that
 * was rebound to loopback shows in Host, a foreign page that changes something in Origin:
 * https://fetch.spec.whatwg.org/#origin-header . What a foreign page reads it cannot see, so plain reading passes.
 */
export function refusalOfForeign(
  request: Pick<IncomingMessage, 'method' | 'headers'>,
  corsOrigin?: string,
): ServiceError | undefined {
  const { host, origin, upgrade } = request.headers;
  if (host !== undefined && !isLoopback(`http://${host}`)) return new ServiceError('host-foreign');
  const isReading = (request.method === 'GET' || request.method === 'HEAD') && upgrade === undefined;
  if (origin === undefined || isReading || isLoopback(origin)) return undefined;
  return corsOrigin === '*' || corsOrigin === origin ? undefined : new ServiceError('page-foreign');
}

/** Answers foreign requests before anything else sees them. */
export function ownSiteOnly(corsOrigin?: string) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const refusal = refusalOfForeign(request, corsOrigin);
    if (refusal === undefined) next();
    else answerProblem(refusal, request, response, next);
  };
}

function isLoopback(url: string): boolean {
  return isLoopbackName(URL.parse(url)?.hostname ?? '');
}
