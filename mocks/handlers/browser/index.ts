import { bypass, type HttpHandler, type HttpResponseResolver } from 'msw';
import { operations, simulatedOrigins } from '../generated/operations.ts';
import type { OperationId, ServiceName, ServiceOrigins } from '../mocked-services.ts';
import { handlersFor, type OperationHandlers } from '../operation-handlers.ts';

export type { OperationHandlers, OperationId, ServiceOrigins };

export interface ForwardingHandlers {
  /** For `setupWorker(...handlers)` of `msw/browser`. */
  readonly handlers: HttpHandler[];
  readonly handlersByOperation: OperationHandlers;
}

/**
 * Handlers for a browser, where no world can run: each operation is forwarded to a running `todoku serve`.
 * `servers` says where each service is served: `{ issuer: 'http://localhost:8081', … }`, or a path of your own
 * development server that leads there. `origins` is where your code asks; the simulated ones when absent.
 */
export function forwardTo(servers: ServiceOrigins, origins: Partial<ServiceOrigins> = {}): ForwardingHandlers {
  const asked: ServiceOrigins = { ...simulatedOrigins, ...origins };
  const forward: HttpResponseResolver = async ({ request }) => {
    const { origin, pathname, search } = new URL(request.url);
    const service = (Object.keys(asked) as ServiceName[]).find((name) => asked[name] === origin);
    if (service === undefined) return undefined;
    return fetch(bypass(servers[service].replace(/\/$/, '') + pathname + search, await initOf(request)));
  };
  return handlersFor(operations, asked, forward);
}

/** Read whole: a body that is a stream could only be sent half-duplex, and not to every server. */
async function initOf(request: Request): Promise<RequestInit> {
  const { method, headers, redirect, signal } = request;
  const hasBody = method !== 'GET' && method !== 'HEAD';
  return { method, headers, redirect, signal, ...(hasBody && { body: await request.arrayBuffer() }) };
}
