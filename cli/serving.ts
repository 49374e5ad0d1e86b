import type { RequestHandler } from 'express';
import { listenForImap } from '#mocks/imap';
import { createMailApp } from '#mocks/mail-app';
import { createMailhogServer, type MailhogOptions } from '#mocks/mailhog';
import { createMailpitServer } from '#mocks/mailpit';
import { listenForPop3 } from '#mocks/pop3';
import { createSmtpServer, type SmtpServerOptions } from '#mocks/smtp';
import { ServiceError } from '#sim/errors';
import type { RunningWorld } from '#sim/kernel';
import { mailDefaults, receiveReport } from '#sim/mail';

/** What listens for mail programs and tests, by the name that options call it, and the port that people expect it on. */
export const usualMailPorts = { smtp: 1025, http: 8025, mailpit: 8026, imap: 1143, pop3: 1110 } as const;

export type MailService = keyof typeof usualMailPorts;

export interface ServingOptions extends Pick<MailhogOptions, 'friendly' | 'corsOrigin'> {
  /** 0 takes any that is free; the usual one when absent, or any when that is taken. */
  readonly ports: { readonly [service in MailService]?: number | undefined };
  /** Asked before the APIs on the http port; passes on what is not its own. */
  readonly harness?: RequestHandler;
}

/** A world behind its ports, on loopback alone. */
export interface Serving {
  readonly ports: { readonly [service in MailService]: number };
  /** Ends every connection and closes the ports; the world stays. */
  [Symbol.asyncDispose](): Promise<void>;
}

interface Listener extends AsyncDisposable {
  readonly port: number;
}

/** Throws ServiceError `port-taken`; nothing listens then. */
export async function serve(world: RunningWorld, options: ServingOptions): Promise<Serving> {
  const { friendly = false, corsOrigin, harness } = options;
  const mounts = { ...(harness !== undefined && { '/': harness }), '/mail': createMailApp(world) };
  const openers: { readonly [service in MailService]: (port: number) => Promise<Listener> } = {
    smtp: (port) => opened(createSmtpServer(world, { port, opensMailboxes: true, returned: returnedTo(world) })),
    http: (port) =>
      opened(createMailhogServer(world, { port, friendly, mounts, ...(corsOrigin !== undefined && { corsOrigin }) })),
    mailpit: (port) => opened(createMailpitServer(world, { port })),
    imap: (port) => listenForImap(world, { port }),
    pop3: (port) => listenForPop3(world, { port }),
  };
  await using open = new AsyncDisposableStack();
  const ports: { [service: string]: number } = {};
  for (const service of Object.keys(usualMailPorts) as MailService[]) {
    const listener = open.use(await listen(service, options.ports[service], openers[service]));
    ports[service] = listener.port;
  }
  // From here on the caller closes them.
  const kept = open.move();
  return { ports: ports as Serving['ports'], [Symbol.asyncDispose]: () => kept[Symbol.asyncDispose]() };
}

/** Bounces for whom the issuer sends as come back into the world, from whatever host brings them. */
function returnedTo(world: RunningWorld): NonNullable<SmtpServerOptions['returned']> {
  const { reversePath } = world.parameters('mail', mailDefaults);
  return {
    isFor: (forwardPath) => forwardPath.toLowerCase() === reversePath.toLowerCase(),
    take: (mail) => world.perform(receiveReport, mail),
  };
}

async function opened(server: AsyncDisposable & { listen(): Promise<{ readonly port: number }> }): Promise<Listener> {
  const { port } = await server.listen();
  return { port, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

async function listen(
  service: MailService,
  port: number | undefined,
  open: (port: number) => Promise<Listener>,
): Promise<Listener> {
  try {
    return await open(port ?? usualMailPorts[service]);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (reason !== 'EADDRINUSE' && reason !== 'EACCES') throw error;
    if (port === undefined) return open(0);
    throw new ServiceError('port-taken', { option: `--${service}-port`, port, reason }, { cause: error });
  }
}
