import { type AddressInfo, createServer, type Socket } from 'node:net';
import { type Connection, type Conversation, SocketConnection } from './connection.ts';

export interface LoopbackListener {
  readonly port: number;
  /** Closes every connection, and resolves when nothing of them is under way any more. */
  [Symbol.asyncDispose](): Promise<void>;
}

export interface LoopbackOptions {
  /** 0 takes any that is free. */
  readonly port: number;
  /** Who comes when so many are there already is sent away with `full`. */
  readonly connectionsMax: number;
  readonly full: string;
  /** Of the machine's time: how long a client may be silent. */
  readonly idleMs: number;
}

/** Listens on 127.0.0.1 and nowhere else. Throws what the socket throws: the port is taken. */
export async function listenOnLoopback(
  { port, connectionsMax, full, idleMs }: LoopbackOptions,
  converse: (connection: Connection) => Conversation,
): Promise<LoopbackListener> {
  const connections = new Map<SocketConnection, Socket>();
  const server = createServer({ noDelay: true, allowHalfOpen: true }, (socket) => {
    if (connections.size >= connectionsMax) {
      socket.on('error', () => undefined).end(full, () => socket.destroy());
      return;
    }
    const connection = new SocketConnection(socket, idleMs);
    connections.set(connection, socket);
    socket.once('close', () => void connection.settled().then(() => connections.delete(connection)));
    connection.begin(converse(connection));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      const open = [...connections];
      for (const [, socket] of open) socket.destroy();
      await Promise.all(open.map(([connection]) => connection.settled()));
      await closed;
    },
  };
}
