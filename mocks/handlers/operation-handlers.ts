import { type HttpHandler, type HttpResponseResolver, http } from 'msw';
import type { OperationId, ServiceName, ServiceOrigins } from './mocked-services.ts';

/** What is known of an operation: the generated list and the services themselves both say it so. */
export interface MockedOperation {
  readonly service: ServiceName;
  readonly id: string;
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** With names in braces. */
  readonly path: string;
}

/** One handler an operation, by service and the operation's name: `handlersByOperation.issuer.importRoster`. */
export type OperationHandlers = {
  readonly [Service in ServiceName]: { readonly [Id in OperationId<Service>]: HttpHandler };
};

export interface HandlerSet {
  /** One for each operation, then one an origin, so that a path that nobody knows is answered as the service would. */
  readonly handlers: HttpHandler[];
  readonly handlersByOperation: OperationHandlers;
}

/** The handlers of all these operations, each answering by the same resolver. */
export function handlersFor(
  operations: readonly MockedOperation[],
  origins: ServiceOrigins,
  resolver: HttpResponseResolver,
): HandlerSet {
  const handlers: HttpHandler[] = [];
  const byService: Record<ServiceName, Record<string, HttpHandler>> = { issuer: {}, wallet: {}, verifier: {} };
  for (const operation of operations) {
    const handler = handlerFor(operation, origins, resolver);
    handlers.push(handler);
    byService[operation.service][operation.id] = handler;
  }
  const others = Object.values(origins).map((origin) => http.all(`${origin}/*`, resolver));
  return { handlers: [...handlers, ...others], handlersByOperation: byService as OperationHandlers };
}

/** A handler that answers one operation. */
export function handlerFor(
  { service, method, path }: MockedOperation,
  origins: ServiceOrigins,
  resolver: HttpResponseResolver,
): HttpHandler {
  return http[method](origins[service] + mswPath(path), resolver);
}

/** Operations write the names of a path in braces, MSW with a colon: https://mswjs.io/docs/http/intercepting-requests */
function mswPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}
