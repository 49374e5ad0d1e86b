import type { AddressInfo, Socket } from 'node:net';
import type { SmtpReply } from '#sim/events';
import type { RunningWorld } from '#sim/kernel';
import { fixtureCertificate } from '../loopback/index.ts';
import type { Limits } from './limits.ts';
import { PromptSmtpServer } from './prompt-smtp-server.ts';
import { createReception, type Reception, type ReceptionOptions } from './reception.ts';

export interface HostOptions {
  readonly port: number;
  readonly hostname: string;
  readonly limits: Limits;
}

export type ListenerOptions = HostOptions & ReceptionOptions;

export interface SmtpListener {
  readonly port: number;
  /** Closes every connection; what the world was given before is finished first. */
  [Symbol.asyncDispose](): Promise<void>;
}

/** Listens on loopback and gives the world what comes in. */
export function listenForSmtp(world: RunningWorld, options: ListenerOptions): Promise<SmtpListener> {
  return listenWith(createReception(world, options), options);
}

/** Listens on loopback and answers as the reception says. */
export async function listenWith(reception: Reception, options: HostOptions): Promise<SmtpListener> {
  const server = serverOf(reception, options);
  const sockets = new Set<Socket>();
  server.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      const closed = new Promise<void>((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
      await reception.settled();
    },
  };
}

function serverOf(reception: Reception, { hostname, limits }: HostOptions): PromptSmtpServer {
  return new PromptSmtpServer({
    name: hostname,
    key: fixtureCertificate.key,
    cert: fixtureCertificate.cert,
    size: limits.messageBytes,
    maxRecipients: limits.recipients,
    // docomo and au gave out addresses such as `a..b@` and `a.@`.
    lenientAddressParsing: true,
    disableReverseLookup: true,
    // Everybody here is on loopback; a client may say where it would be: https://www.postfix.org/XCLIENT_README.html
    useXClient: true,
    authOptional: true,
    allowInsecureAuth: true,
    authMethods: ['PLAIN', 'LOGIN', 'CRAM-MD5'],
    disabledCommands: ['WIZ', 'SHELL', 'KILL'],
    // Any log-in is right: what is worth remembering of it is its method.
    onAuth: ({ method }, _session, callback) => callback(null, { user: method }),
    onMailFrom({ address }, session, callback) {
      reception.checkSender(address, session).then((refusal) => callback(errorOf(refusal)), laterFor(callback));
    },
    onRcptTo(address, session, callback) {
      reception
        .checkRecipient(address.address, session)
        .then((refusal) => callback(errorOf(refusal)), laterFor(callback));
    },
    onData(stream, session, callback) {
      reception
        .receiveMessage(stream, session)
        .then(
          (reply) => (reply.replyCode < 400 ? callback(null, textOf(reply)) : callback(errorOf(reply))),
          laterFor(callback),
        );
    },
  });
}

function errorOf(reply: SmtpReply | undefined): Error | null {
  return reply === undefined ? null : Object.assign(new Error(textOf(reply)), { responseCode: reply.replyCode });
}

function textOf({ enhancedStatusCode, text }: SmtpReply): string {
  return enhancedStatusCode === undefined ? text : `${enhancedStatusCode} ${text}`;
}

/** Whatever the world could not do is a "later" to the client, without a word about why: RFC 5321 §4.2.2. */
function laterFor(callback: (error: Error | null) => void): () => void {
  return () => callback(errorOf({ replyCode: 451, enhancedStatusCode: '4.3.0', text: 'Error: local error' }));
}
