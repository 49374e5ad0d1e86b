import type { Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';
import { fixtureCertificate } from './certificate.ts';

/** The server's side of a connection that speaks in lines. */
export interface Connection {
  readonly isSecure: boolean;
  /** Resolves when more may be written: at once, unless the client does not read. */
  write(bytes: string | Buffer): Promise<void>;
  /** What comes from now on is TLS; what came before in the clear and was not read is forgotten. */
  startTls(): void;
  /** Writes out what was written, and goes. */
  end(): void;
}

/** What a server does with a connection. */
export interface Conversation {
  /** Bytes as they come. No more are read until it resolves; what it rejects with ends the connection. */
  receive(bytes: Buffer): Promise<void>;
  /** Nothing came for as long as the server waits: the last chance to say so. */
  idled(): void;
  closed(): void;
}

/** How much may wait for a client that does not read before it is cut off. */
const waitingBytesMax = 64 * 1024 ** 2;

/** A page in a browser can send this to any port of the machine, with commands in its body: none of them is heard. */
const httpRequest = /^(GET|HEAD|POST|PUT|DELETE|OPTIONS|PATCH) [/*h]/;

/** Holds a socket's conversation until one of both sides ends it. */
export class SocketConnection implements Connection {
  #socket: Socket;
  #conversation: Conversation | undefined;
  #waiting: Buffer[] = [];
  /** What is under way; undefined when all that came has been dealt with. */
  #reading: Promise<void> | undefined;
  #isEnded = false;
  #isFirst = true;
  /** Everybody who writes waits for the same. */
  #drained: Promise<void> | undefined;
  readonly #idleMs: number;

  constructor(socket: Socket, idleMs: number) {
    this.#socket = socket;
    this.#idleMs = idleMs;
    this.#listen(socket);
  }

  begin(conversation: Conversation): void {
    this.#conversation = conversation;
    this.#socket.once('close', () => conversation.closed());
  }

  /** Resolves when all that came has been dealt with. */
  async settled(): Promise<void> {
    await this.#reading;
  }

  get isSecure(): boolean {
    return this.#socket instanceof TLSSocket;
  }

  async write(bytes: string | Buffer): Promise<void> {
    const socket = this.#socket;
    if (!socket.writable) return;
    if (socket.writableLength > waitingBytesMax) {
      socket.destroy();
      return;
    }
    if (socket.write(bytes)) return;
    this.#drained ??= new Promise<void>((resolve) => {
      const go = (): void => {
        socket.off('drain', go).off('close', go);
        this.#drained = undefined;
        resolve();
      };
      socket.on('drain', go).on('close', go);
    });
    await this.#drained;
  }

  startTls(): void {
    const plain = this.#socket;
    plain.removeAllListeners('data').removeAllListeners('timeout').setTimeout(0);
    this.#waiting = [];
    const secure = new TLSSocket(plain, {
      isServer: true,
      secureContext: createSecureContext({ ...fixtureCertificate }),
    });
    this.#socket = secure;
    this.#listen(secure);
  }

  end(): void {
    this.#socket.end();
  }

  #listen(socket: Socket): void {
    socket.setTimeout(this.#idleMs, () => {
      this.#conversation?.idled();
      if (socket.writableNeedDrain) socket.destroy();
      else socket.end();
    });
    // A client that goes away in the middle is no failure of the server.
    socket.on('error', () => socket.destroy());
    socket.on('end', () => {
      this.#isEnded = true;
      if (this.#reading === undefined) socket.end();
    });
    socket.on('data', (bytes: Buffer) => {
      this.#waiting.push(bytes);
      this.#reading ??= this.#read();
    });
    // A paused plain socket feeds its TLS all the same.
    socket.resume();
  }

  async #read(): Promise<void> {
    this.#socket.pause();
    try {
      for (let bytes = this.#waiting.shift(); bytes !== undefined; bytes = this.#waiting.shift()) {
        if (this.#isFirst && httpRequest.test(bytes.toString('latin1', 0, 16))) throw new TypeError('this is HTTP');
        this.#isFirst = false;
        await this.#conversation?.receive(bytes);
      }
    } catch {
      this.#socket.destroy();
    }
    this.#reading = undefined;
    if (this.#isEnded) this.#socket.end();
    else this.#socket.resume();
  }
}
