import express, { type Express, type RequestHandler, type Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import { errorHandler, operationFinder, type Service } from '#sim/api';
import { ServiceError } from '#sim/errors';
import { crossOrigin, refusalOfPage } from './cross-origin.ts';
import { refusalOfTarget } from './request-target.ts';
import { securityHeaders } from './security-headers.ts';

export interface EdgeOptions {
  /** Origins of pages elsewhere that may use the services, beside those of loopback that only send; `*` is any. */
  readonly corsOrigins: readonly string[];
  /** Of the machine's minutes: it is the machine that is protected. 0: no limit. */
  readonly requestsPerMinute: number;
}

/** A part of a service that is guarded: its name tells how errors are written. */
export interface Guarded {
  readonly service: Pick<Service<never>, 'operations' | 'wire'>;
  readonly reference: Router;
  readonly application: RequestHandler;
}

/**
 * What stands between a socket and a service: the target is plain, the host is ours, no foreign page sends it, and it is
 * not one request too many. A refusal is written in the form of the operation that was meant.
 */
export function edgeOf({ service, reference, application }: Guarded, options: EdgeOptions): Express {
  const edge = express();
  edge.disable('x-powered-by');
  edge.set('etag', false);
  edge.set('query parser', 'simple');
  edge.use(...guards(service, options));
  edge.use(reference);
  edge.use(application);
  edge.use(mistakeOfOurs);
  edge.use(errorHandler(service.wire));
  return edge;
}

/** The guards alone, for a router beside others on one port. */
export function guards(service: Guarded['service'], options: EdgeOptions): RequestHandler[] {
  const meant = operationFinder(service.operations);
  const refuse: RequestHandler = (request, response, next) => {
    const target = request.originalUrl;
    response.locals.wire = meant(request.method, target.split('?')[0] ?? '')?.operation.wire;
    next(refusalOfTarget(target) ?? refusalOfPage(request, options.corsOrigins));
  };
  return [securityHeaders(), crossOrigin(options.corsOrigins), refuse, ...limiter(options)];
}

function limiter({ requestsPerMinute }: EdgeOptions): RequestHandler[] {
  if (requestsPerMinute === 0) return [];
  return [
    rateLimit({
      windowMs: 60_000,
      limit: requestsPerMinute,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      handler: (_request, _response, next) => next(new ServiceError('rate-limited')),
    }),
  ];
}

/** What is thrown and is no error of the catalogue is a bug of ours: said so, without its insides. */
export const mistakeOfOurs: express.ErrorRequestHandler = (error: unknown, _request, response, next) => {
  const { status } = error as { readonly status?: unknown };
  if (response.headersSent || error instanceof ServiceError || (typeof status === 'number' && status < 500)) {
    return next(error);
  }
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  next(new ServiceError('server-error'));
};
