import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import express, {
  type Express,
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
  Router,
  text,
} from 'express';
import type { RunningWorld } from '#sim/kernel';
import { createCaptureRouter, ownSiteOnly } from '../capture/index.ts';
import { apiV1 } from './api-v1.ts';
import { apiV2 } from './api-v2.ts';
import { answer, type Facade, notFound } from './facade.ts';
import { friendly } from './friendly.ts';
import { createLiveFeed, type LiveFeed } from './live-feed.ts';
import { createRelease } from './release.ts';
import { sendOut } from './send-out.ts';

export interface MailhogOptions {
  /** Decodes Japanese mail for clients that cannot. False by default: byte for byte what MailHog says. */
  readonly friendly?: boolean;
  readonly hostname?: string;
  readonly corsOrigin?: string;
  /** Hosts beside loopback that messages may be released to; each is a way out of the machine. */
  readonly releaseHosts?: readonly string[];
  /** What else answers on the port, by path: `{ '/mail': createMailApp(world) }`. */
  readonly mounts?: { readonly [path: string]: RequestHandler };
}

export interface MailhogServer {
  /** Binds to loopback, and to nothing else. Throws what the socket throws: the port is taken. */
  listen(): Promise<{ readonly port: number }>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** A release is a few hundred bytes; Jim is less. */
const bodyLimit = '64kb';

/**
 * MailHog 1.0.1's API over what the world captured, on a port of its own, and the richer one under `/todoku/v1`. The world needs `mailboxModule`, `smtpModule`
 * and `mailhogModule`. What differs from the original: where that one panics or hangs it is 404, headers that are
 * written out keep their order, a release goes to named hosts only, Jim is a record that disturbs nobody, and what pages
 * of other sites make a browser send is refused.
 */
export function createMailhogServer(
  world: RunningWorld,
  { port = 0, ...options }: MailhogOptions & { readonly port?: number } = {},
): MailhogServer {
  const facade = facadeOf(world, options);
  const sockets = new Set<Socket>();
  let feed: LiveFeed | undefined;
  let server: Server | undefined;
  return {
    async listen() {
      feed = createLiveFeed(facade);
      const listening = createServer(applicationOf(facade, feed, options.mounts));
      server = listening;
      feed.attach(listening);
      listening.on('connection', (socket) => {
        sockets.add(socket);
        socket.once('close', () => sockets.delete(socket));
      });
      await new Promise<void>((resolve, reject) => {
        listening.once('error', reject);
        listening.listen(port, '127.0.0.1', resolve);
      });
      return { port: (listening.address() as AddressInfo).port };
    },
    async [Symbol.asyncDispose]() {
      feed?.[Symbol.dispose]();
      const closed = new Promise((resolve) => (server === undefined ? resolve(undefined) : server.close(resolve)));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function facadeOf(world: RunningWorld, options: MailhogOptions): Facade {
  const { hostname = 'mailhog.example', corsOrigin, releaseHosts = [] } = options;
  return {
    world,
    hostname,
    ...(corsOrigin !== undefined && { corsOrigin }),
    finish: options.friendly === true ? friendly : (message) => message,
    release: createRelease({ hosts: releaseHosts, hostname, sendOut }),
  };
}

function applicationOf(facade: Facade, feed: LiveFeed, mounts: MailhogOptions['mounts'] = {}): Express {
  const application = express().disable('x-powered-by').disable('etag').set('query parser', false);
  const api = Router({ caseSensitive: true, strict: true });
  const v1 = apiV1(facade);
  v1.get('/events', feed.events);
  // Its clients send JSON without saying so.
  api.use(text({ type: () => true, limit: bodyLimit }));
  api.use('/v1', crossOrigin(facade, 'OPTIONS,GET,POST,DELETE'), v1);
  api.use('/v2', crossOrigin(facade, 'OPTIONS,GET,PUT,POST,DELETE'), apiV2(facade));
  application.use(ownSiteOnly(facade.corsOrigin));
  for (const [path, mounted] of Object.entries(mounts)) application.use(path, mounted);
  application.use((request, response, next) => (request.method === 'HEAD' ? notFound(request, response) : next()));
  application.use('/api', api);
  application.use('/todoku/v1', createCaptureRouter(facade.world));
  application.use(notFound);
  application.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error);
    const { status } = error as { readonly status?: unknown };
    answer(response, typeof status === 'number' ? status : 500);
  });
  return application;
}

function crossOrigin({ corsOrigin }: Facade, methods: string) {
  return (_request: Request, response: Response, next: NextFunction): void => {
    if (corsOrigin !== undefined) {
      response.setHeader('Access-Control-Allow-Origin', corsOrigin);
      response.setHeader('Access-Control-Allow-Methods', methods);
      response.setHeader('Access-Control-Allow-Headers', 'Content-Type');
    }
    next();
  };
}
