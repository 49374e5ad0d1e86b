import { connect, type Socket } from 'node:net';
import { eventsAfter } from '#sim/events';
import {
  createWorld,
  defaultLimits,
  type Json,
  type Limits,
  type Origin,
  parseInstant,
  type RunningWorld,
} from '#sim/kernel';
import { createMailbox, mailboxModule } from '../mailbox/index.ts';
import { createSmtpServer, type SmtpServerOptions, smtpModule } from './index.ts';

/** A world of mailboxes behind an SMTP server, for the tests of what comes in. */
export interface Reception {
  readonly world: RunningWorld;
  readonly port: number;
  open(address: string, settings?: { readonly [name: string]: Json }, provider?: string): Promise<string>;
  /** A connection that has been greeted. */
  dial(): Promise<Dialogue>;
  /** Address, outcome and last rule of every message so far. */
  outcomes(): readonly string[];
  [Symbol.asyncDispose](): Promise<void>;
}

/** The client's side of a connection. */
export interface Dialogue {
  readonly greeting: string;
  /** Sends lines, and gives back as many replies as there are lines. */
  say(...lines: string[]): Promise<readonly string[]>;
  /** Sends bytes as they are and waits for one reply. */
  send(bytes: string | Buffer): Promise<string>;
  /** Sends bytes that nothing answers yet. */
  push(bytes: string): void;
  /** Sends the rest and goes away without a word. */
  hangUp(rest: string): void;
  /** Resolves when the connection is closed. */
  readonly closed: Promise<void>;
}

const startsAt = parseInstant('2026-04-01T09:00:00+09:00') ?? 0;

export async function reception(
  options: SmtpServerOptions = {},
  limits: Partial<Limits> = {},
  parameters: Origin['parameters'] = {},
): Promise<Reception> {
  const world = createWorld({ seed: 5, startsAt, limits: { ...defaultLimits, ...limits }, parameters }, [
    mailboxModule,
    smtpModule,
  ]);
  const server = createSmtpServer(world, options);
  const { port } = await server.listen();
  const sockets = new Set<Socket>();
  return {
    world,
    port,
    open: (address, settings = {}, provider) =>
      world.perform(createMailbox, { address, settings, ...(provider !== undefined && { provider }) }),
    dial: () => dial(port, sockets),
    outcomes: () =>
      eventsAfter(world, 0).flatMap((event) =>
        event.type === 'mail.received'
          ? [`${event.data.message} ${event.data.address} ${event.data.outcome} ${event.data.trail.at(-1)?.rule}`]
          : [],
      ),
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await server[Symbol.asyncDispose]();
      world[Symbol.dispose]();
    },
  };
}

async function dial(port: number, sockets: Set<Socket>): Promise<Dialogue> {
  const socket = connect(port, '127.0.0.1').setNoDelay(true);
  sockets.add(socket);
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const replies: string[] = [];
  let wake = (): void => undefined;
  let rest = '';
  socket.setEncoding('utf8');
  socket.on('error', () => undefined);
  socket.on('data', (text: string) => {
    rest += text;
    // A reply ends with the line that has a space behind its code: RFC 5321 §4.2.1.
    for (let end = /^\d{3} [^\n]*\r\n/m.exec(rest); end !== null; end = /^\d{3} [^\n]*\r\n/m.exec(rest)) {
      replies.push(rest.slice(0, end.index + end[0].length).trimEnd());
      rest = rest.slice(end.index + end[0].length);
    }
    wake();
  });
  const reply = async (): Promise<string> => {
    while (replies.length === 0) {
      await Promise.race([new Promise<void>((resolve) => (wake = resolve)), closed]);
      if (replies.length === 0 && socket.destroyed) return 'closed';
    }
    return replies.shift() ?? '';
  };
  const greeting = await reply();
  return {
    greeting,
    async say(...lines) {
      socket.write(lines.map((line) => `${line}\r\n`).join(''));
      const answers: string[] = [];
      for (const _line of lines) answers.push(await reply());
      return answers;
    },
    send(bytes) {
      socket.write(bytes);
      return reply();
    },
    push: (bytes) => socket.write(bytes),
    hangUp: (rest) => socket.end(rest),
    closed,
  };
}
