import type { RunningWorld } from '#sim/kernel';
import { type LoopbackListener, listenOnLoopback } from '../loopback/index.ts';
import { type Pop3Limits, pop3Limits } from './limits.ts';
import { Pop3Session } from './pop3-session.ts';

export interface Pop3Options {
  /** 0 takes any that is free. */
  readonly port: number;
  readonly limits?: Partial<Pop3Limits>;
}

export type Pop3Listener = LoopbackListener;

/**
 * POP3 over the Inboxes of a world, on loopback alone: the user name is a mailbox's address, and any password opens it.
 * What a client changes is a command of the world, which needs the `mailboxModule`. Throws what the socket throws: the
 * port is taken.
 */
export function listenForPop3(world: RunningWorld, options: Pop3Options): Promise<Pop3Listener> {
  const limits = { ...pop3Limits, ...options.limits };
  const locked = new Set<string>();
  return listenOnLoopback(
    {
      port: options.port,
      connectionsMax: limits.connections,
      full: '-ERR [SYS/TEMP] too many clients\r\n',
      idleMs: limits.idleMs,
    },
    (connection) => {
      const session = new Pop3Session(world, connection, limits, locked);
      void session.greet();
      return session;
    },
  );
}
