import { createServer as createPlain, type RequestListener, type ServerOptions } from 'node:http';
import { createServer as createSecure } from 'node:https';
import type { AddressInfo } from 'node:net';
import { fixtureCertificate } from '#mocks/loopback';

/** A port of loopback that was taken before there is anything to answer with: a world must know where it will live. */
export interface WebListener {
  readonly port: number;
  /** What answers from now on; before, everyone is told to come back. */
  attach(listener: RequestListener): void;
  /** Takes no more requests, answers those under way, and closes. */
  [Symbol.asyncDispose](): Promise<void>;
}

/** Of the machine's time: a client that sends slowly on purpose holds a connection no longer than this. */
const limits: ServerOptions = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 16 * 1_024,
};
const connectionsMax = 1_000;
const lastAnswersMs = 3_000;

/** Binds to 127.0.0.1 alone; port 0 takes a free one. Throws what the socket throws: the port is taken. */
export async function listenForWeb(port: number, isSecure: boolean): Promise<WebListener> {
  let answer: RequestListener = (_request, response) => {
    response.writeHead(503, { 'retry-after': '1' }).end();
  };
  const listener: RequestListener = (request, response) => answer(request, response);
  const server = isSecure
    ? createSecure({ ...limits, ...fixtureCertificate }, listener)
    : createPlain(limits, listener);
  server.maxConnections = connectionsMax;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    attach(listener) {
      answer = listener;
    },
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => server.close(resolve));
      const cut = setTimeout(() => server.closeAllConnections(), lastAnswersMs);
      await closed;
      clearTimeout(cut);
    },
  };
}
