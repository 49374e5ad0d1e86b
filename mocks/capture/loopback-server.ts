import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** An HTTP server that listens. */
export interface LoopbackServer {
  readonly port: number;
  /** Closes every connection too. */
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Binds to loopback, and to nothing else; port 0 takes a free one. `prepare` is called before the first connection.
 * Throws what the socket throws: the port is taken.
 */
export async function serveOnLoopback(
  listener: RequestListener,
  { port, prepare }: { readonly port: number; readonly prepare?: (server: Server) => void },
): Promise<LoopbackServer> {
  const sockets = new Set<Socket>();
  const server = createServer(listener);
  prepare?.(server);
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
