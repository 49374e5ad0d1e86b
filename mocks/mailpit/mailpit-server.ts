import express, { type NextFunction, type Request, type Response, text } from 'express';
import type { RunningWorld } from '#sim/kernel';
import { type LoopbackServer, serveOnLoopback } from '../capture/index.ts';
import { createMailpitRouter } from './mailpit-router.ts';

export interface MailpitServer {
  /** Binds to loopback, and to nothing else. Throws what the socket throws: the port is taken. */
  listen(): Promise<{ readonly port: number }>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Ids of some thousand messages fit. */
const bodyLimit = '256kb';

/**
 * A subset of Mailpit's API over what the world captured, on a port of its own; see {@link createMailpitRouter}. The
 * world needs `mailboxModule`, `mailhogModule` and `mailpitModule`.
 */
export function createMailpitServer(world: RunningWorld, { port = 0 }: { readonly port?: number } = {}): MailpitServer {
  let server: LoopbackServer | undefined;
  return {
    async listen() {
      const application = express().disable('x-powered-by').disable('etag').set('query parser', false);
      application.use(refuseForeign);
      application.use(text({ type: () => true, limit: bodyLimit }));
      application.use(createMailpitRouter(world));
      server = await serveOnLoopback(application, { port });
      return { port: server.port };
    },
    async [Symbol.asyncDispose]() {
      await server?.[Symbol.asyncDispose]();
    },
  };
}

const loopbackNames: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Mailpit's answer to pages of other sites; also to those that reached loopback by a name of their own. */
function refuseForeign(request: Request, response: Response, next: NextFunction): void {
  const { host = '', origin } = request.headers;
  const isOurs = (url: string): boolean => loopbackNames.has(URL.parse(url)?.hostname ?? '');
  if (isOurs(`http://${host}`) && (origin === undefined || isOurs(origin))) next();
  else response.status(403).setHeader('Content-Type', 'text/plain').end('Blocked due to CORS violation');
}
