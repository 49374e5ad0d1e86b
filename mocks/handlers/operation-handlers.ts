import { type HttpHandler, type HttpResponseResolver, http } from 'msw';
import type { OperationId, ServiceOrigins } from './mocked-services.ts';

/** What is known of an operation: the generated list and the services themselves both say it so. */
export interface MockedOperation {
  readonly service: keyof ServiceOrigins;
  readonly id: string;
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** With names in braces. */
  readonly path: string;
}

/** One handler an operation, by the operation's name. */
export type OperationHandlers = { readonly [Id in OperationId]: HttpHandler };

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
  const byOperation = operations.map((operation) => [operation.id, handlerFor(operation, origins, resolver)] as const);
  const others = Object.values(origins).map((origin) => http.all(`${origin}/*`, resolver));
  return {
    handlers: [...byOperation.map(([, handler]) => handler), ...others],
    handlersByOperation: Object.fromEntries(byOperation) as OperationHandlers,
  };
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
