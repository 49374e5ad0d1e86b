import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Request, Response } from 'express';
import { followArrivals, refusalOfForeign } from '../capture/index.ts';
import type { Arrival } from '../mailbox/index.ts';
import { dataOf } from './api-v2.ts';
import type { Facade } from './facade.ts';
import { goJson } from './go-string.ts';
import { asMailhogMessage } from './mailhog-list.ts';
import { type MessageJson, messageJson } from './mailhog-message.ts';
import { acceptWebSocket } from './websocket.ts';

/** MailHog writes to every listener once a minute, to find out who has gone. */
const keepaliveMs = 60_000;

/** Who hears of each message as it comes in: v1 by server-sent events, v2 by WebSocket. */
export interface LiveFeed {
  /** GET /api/v1/events */
  events(request: Request, response: Response): void;
  /** Takes the upgrades of GET /api/v2/websocket. */
  attach(server: Server): void;
  [Symbol.dispose](): void;
}

export function createLiveFeed(facade: Facade): LiveFeed {
  const listeners = new Set<(message: MessageJson) => void>();
  const streams = new Set<Response>();
  /** Each message after the one before it, however long one of them takes to decode. */
  let turn: Promise<void> = Promise.resolve();
  const announce = async (arrival: Arrival): Promise<void> => {
    const message = asMailhogMessage(facade.world, arrival, facade.hostname);
    const json = await facade.finish(messageJson(message), dataOf(message));
    for (const listener of [...listeners]) listener(json);
  };
  const following = followArrivals(facade.world, (arrival) => {
    if (listeners.size === 0) return;
    // A message that is deleted before its turn is not announced.
    turn = turn.then(() => announce(arrival)).catch(() => undefined);
  });
  const keepalive = setInterval(() => {
    for (const stream of streams) stream.write('keepalive: \n\n');
  }, keepaliveMs).unref();

  return {
    events(_request, response) {
      const send = (message: MessageJson): void => {
        response.write(`${goJson(message, 2).replace(/^/gm, 'data: ')}\n\n`);
      };
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' });
      response.flushHeaders();
      listeners.add(send);
      streams.add(response);
      response.once('close', () => {
        listeners.delete(send);
        streams.delete(response);
      });
    },
    attach(server) {
      server.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
        if (refusalOfForeign(request, facade.corsOrigin) !== undefined) {
          socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
          return;
        }
        if (new URL(request.url ?? '/', 'http://localhost').pathname !== '/api/v2/websocket') {
          socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
          return;
        }
        let send: ((message: MessageJson) => void) | undefined;
        const client = acceptWebSocket(request, socket, () => send && listeners.delete(send));
        if (client === undefined) return;
        send = (message) => client.send(`${goJson(message)}\n`);
        listeners.add(send);
      });
    },
    [Symbol.dispose]() {
      clearInterval(keepalive);
      following[Symbol.dispose]();
      for (const stream of streams) stream.end();
      listeners.clear();
    },
  };
}
