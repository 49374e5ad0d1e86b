import type { RunningWorld } from '#sim/kernel';
import { defaultLimits, type Limits } from './limits.ts';
import type { Returned } from './reception.ts';
import type { SmtpListener } from './smtp-listener.ts';

export interface SmtpServerOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** What the server calls itself. */
  readonly hostname?: string;
  readonly limits?: Partial<Limits>;
  /** An address without a mailbox gets one when its first message comes, instead of "no such user". False by default. */
  readonly opensMailboxes?: boolean;
  /** Who takes what comes back to the sender of this world; nobody when absent: then that address is not here. */
  readonly returned?: Returned;
}

export interface SmtpServer {
  /** Binds to loopback, and to nothing else. Throws what the socket throws: the port is taken. */
  listen(): Promise<{ readonly port: number }>;
  /** Closes the server; nothing happens when it does not listen. */
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * SMTP for the simulated domains: what is submitted becomes a transmission that the address's provider judges, and each
 * refusal is given at its stage. Any log-in is accepted. The world needs the `smtpModule`.
 */
export function createSmtpServer(world: RunningWorld, options: SmtpServerOptions = {}): SmtpServer {
  let listening: SmtpListener | undefined;
  return {
    async listen() {
      // The package is loaded by those who listen alone: every other world starts without it.
      const { listenForSmtp } = await import('./smtp-listener.ts');
      listening = await listenForSmtp(world, {
        port: options.port ?? 0,
        hostname: options.hostname ?? 'mx.todoku.test',
        limits: { ...defaultLimits, ...options.limits },
        opensMailboxes: options.opensMailboxes ?? false,
        ...(options.returned !== undefined && { returned: options.returned }),
      });
      return { port: listening.port };
    },
    async [Symbol.asyncDispose]() {
      await listening?.[Symbol.asyncDispose]();
    },
  };
}
