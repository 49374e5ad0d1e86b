import type { RunningWorld } from '#sim/kernel';
import { type LoopbackListener, listenOnLoopback } from '../loopback/index.ts';
import { ImapSession } from './imap-session.ts';
import { type ImapLimits, imapLimits } from './limits.ts';

export interface ImapOptions {
  /** 0 takes any that is free. */
  readonly port: number;
  readonly limits?: Partial<ImapLimits>;
}

export type ImapListener = LoopbackListener;

/**
 * IMAP4rev2 and IMAP4rev1 over the mailboxes of a world, on loopback alone: the user name is a mailbox's address, and
 * any password opens it. What a client changes is a command of the world, which needs the `mailboxModule`. Throws what
 * the socket throws: the port is taken.
 */
export function listenForImap(world: RunningWorld, options: ImapOptions): Promise<ImapListener> {
  const limits = { ...imapLimits, ...options.limits };
  return listenOnLoopback(
    {
      port: options.port,
      connectionsMax: limits.connections,
      full: '* BYE too many clients\r\n',
      idleMs: limits.idleMs,
    },
    (connection) => {
      const session = new ImapSession(world, connection, limits);
      void session.greet();
      return session;
    },
  );
}
