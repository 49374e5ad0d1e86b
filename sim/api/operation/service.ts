import express, {
  type ErrorRequestHandler,
  type Express,
  type IRoute,
  type Request,
  type RequestHandler,
  type Response,
  type Router,
} from 'express';
import { type Bilingual, type Language, ServiceError } from '../../errors/index.ts';
import { concreteFirst, operationFinder } from './meant-operation.ts';
import { type Answerable, type AnyReply, type Call, type Operation, Written } from './operation.ts';
import type { PageApp } from './page.ts';
import { bodyOf, bodyReaders, bytesOf, mediaTypeOf, queryOf } from './request.ts';
import { type ErrorForm, type Wire, writeError } from './wire.ts';

/** Operations that answer at one origin, over one context. */
export interface Service<Context> {
  readonly name: string;
  readonly operations: readonly Operation<Context>[];
  /** How errors are written where no operation says otherwise: an unknown path too. */
  readonly wire: Wire;
}

/** A path names itself here for the OpenAPI document, and to Express with colons. */
function expressPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

/**
 * The operations as middleware; errors go on to the handler of {@link createApplication}. `before` may refuse a request
 * by throwing.
 */
export function createRouter<Context>(
  service: Service<Context>,
  context: Context,
  before: (request: Request) => void = () => undefined,
): RequestHandler {
  const { router, meant } = builtOf(service as Service<never>);
  return (request, response, next) => {
    response.locals.context = context;
    // Whatever becomes of the request, it is answered in the form of the operation that was meant.
    const found = meant(request.method, request.path);
    // A path that nothing answers at may be a link that was cut: the app says so.
    if (found === undefined || found.operation.startsApp === true) {
      response.locals.app = (context as { readonly pageApp?: PageApp }).pageApp;
    }
    if (found !== undefined) {
      response.locals.wire = found.operation.wire ?? service.wire;
      if (!found.isOther) response.locals.about = found.operation.summary;
    }
    before(request);
    router(request, response, next);
  };
}

interface Built {
  readonly router: Router;
  readonly meant: ReturnType<typeof operationFinder>;
}

/** Built once for all contexts: operations are many, and a world may live for milliseconds. */
const builtServices = new WeakMap<Service<never>, Built>();

function builtOf(service: Service<never>): Built {
  let built = builtServices.get(service);
  if (built === undefined) {
    const router = express.Router({ caseSensitive: true });
    const byPath = Map.groupBy(service.operations.toSorted(concreteFirst), ({ path }) => path);
    for (const [path, operations] of byPath) addPath(router.route(expressPath(path)), operations);
    built = { router, meant: operationFinder(service.operations) };
    builtServices.set(service, built);
  }
  return built;
}

function addPath(route: IRoute, operations: readonly Operation<never>[]): void {
  for (const operation of operations) {
    // Who asks is known before anything of a body is read, or said about it.
    const authenticate: RequestHandler = async (request, response, next) => {
      const params = request.params as Readonly<Record<string, string>>;
      const asked = { params, header: (name: string) => request.get(name) };
      response.locals.principal = await operation.security?.authenticate(contextOf(response), asked);
      next();
    };
    const handle: RequestHandler = async (request, response) => {
      const call = callOf(operation, request, response.locals);
      send(response, operation, await operation.handle(contextOf(response), call));
    };
    route[operation.method](authenticate, ...bodyReaders(operation), handle);
  }
  // https://www.rfc-editor.org/rfc/rfc9110#section-15.5.6
  const methods = operations.map(({ method }) => method.toUpperCase());
  const allowed = [...(methods.includes('GET') ? ['HEAD'] : []), ...methods].sort().join(', ');
  route.all((_request, response) => {
    response.setHeader('allow', allowed);
    throw new ServiceError('method-not-allowed', { allowed });
  });
}

/** That of the router that the request came to: an operation only ever stands in services of its own context. */
function contextOf(response: Response): never {
  return response.locals.context as never;
}

function callOf(
  operation: Operation<never>,
  request: Request,
  { principal, app }: { readonly principal?: unknown; readonly app?: PageApp },
): Call<string, unknown, unknown, unknown> {
  return {
    params: request.params as Readonly<Record<string, string>>,
    query: queryOf(operation, request),
    body: bodyOf(operation, request),
    mediaType: mediaTypeOf(request),
    bytes: bytesOf(request),
    principal,
    app,
    get language() {
      return languageOf(request);
    },
    header: (name) => request.get(name),
    accepts: (...mediaTypes) => preferredOf(request, mediaTypes),
    prefers: (...mediaTypes) => preferredOrFirst(request, mediaTypes),
  };
}

function preferredOf<MediaType extends string>(request: Request, offered: MediaType[]): MediaType {
  const preferred = request.accepts(offered);
  if (preferred === false) throw new ServiceError('not-acceptable', { offered: offered.join(', ') });
  return preferred as MediaType;
}

function preferredOrFirst<MediaType extends string>(request: Request, offered: [MediaType, ...MediaType[]]): MediaType {
  if (request.headers.accept === undefined) return offered[0];
  const preferred = request.accepts(offered);
  return preferred === false ? offered[0] : (preferred as MediaType);
}

function send(response: Response, { answers }: Operation<never>, { status, headers, mediaType, body }: AnyReply): void {
  const answer: Answerable | undefined = answers[status];
  const type = mediaType ?? Object.keys(answer?.content ?? {})[0];
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
  if (type === undefined) {
    response.end();
    return;
  }
  const isText = type.startsWith('text/') || type.endsWith('json');
  response.setHeader('content-type', isText ? `${type}; charset=utf-8` : type);
  response.end(writtenBody(type, body));
}

function writtenBody(type: string, body: unknown): Uint8Array | string {
  if (body instanceof Written) return body.bytes;
  if (body instanceof Uint8Array) return body;
  return type.endsWith('json') ? JSON.stringify(body) : String(body);
}

/** RFC 9110 §12.5.4; Japanese unless the reader prefers English. */
export function languageOf(request: Request): Language {
  if (request.headers['accept-language'] === undefined) return 'ja';
  return request.acceptsLanguages('ja', 'en') === 'en' ? 'en' : 'ja';
}

/** A service as an application of its own, at the root of its origin. `before` may refuse a request by throwing. */
export function createApplication<Context>(
  service: Service<Context>,
  context: Context,
  before?: (request: Request) => void,
): Express {
  const application = express();
  application.disable('x-powered-by');
  application.set('etag', false);
  application.set('query parser', 'simple');
  application.use((_request, response, next) => {
    // Answers hold names and tokens, and paths carry links: what may be kept by a cache says so itself.
    response.setHeader('cache-control', 'no-store');
    response.setHeader('referrer-policy', 'no-referrer');
    next();
  });
  application.use(createRouter(service, context, before));
  application.use(() => {
    throw new ServiceError('not-found');
  });
  // Where no operation is known it may be a person who asks: a mistyped address.
  application.use(errorHandler(service.wire === 'problem' ? 'page-or-problem' : service.wire));
  return application;
}

/** Answers every error in the form that its operation says; what is neither ours nor a parser's goes on: a bug of ours. */
export function errorHandler(wire: Wire): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const known = known4xx(error);
    // A body that was refused while it came is given up by its parser too: that has been answered.
    if (response.headersSent) return known === undefined ? next(error) : undefined;
    if (known === undefined) return next(error);
    const language = languageOf(request);
    const { wire: own = wire, about, app } = response.locals as { wire?: Wire; about?: Bilingual; app?: PageApp };
    const form = own === 'page-or-problem' ? formFor(request) : own;
    const written = writeError(form, known, { language, app, ...(about !== undefined && { about: about[language] }) });
    response.statusCode = written.status;
    for (const [name, value] of Object.entries(written.headers)) response.setHeader(name, value);
    response.setHeader('content-language', language);
    response.setHeader('content-type', `${written.mediaType}; charset=utf-8`);
    response.end(written.text);
  };
}

/** A page for who likes one better than JSON, as a browser does. */
function formFor(request: Request): ErrorForm {
  return preferredOrFirst(request, ['application/json', 'text/html']) === 'text/html' ? 'page' : 'problem';
}

function known4xx(error: unknown): ServiceError | undefined {
  if (error instanceof ServiceError) return error;
  const { status, type } = error as { status?: unknown; type?: unknown };
  if (status === 413) return new ServiceError('body-too-large');
  if (status === 415) return new ServiceError('media-type-unsupported', { taken: 'utf-8' });
  if (typeof status === 'number' && status >= 400 && status < 500) {
    const reason = typeof type === 'string' ? type : 'unreadable';
    return new ServiceError('request-invalid', { pointer: '/', reason });
  }
  return undefined;
}
