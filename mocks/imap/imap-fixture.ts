import { createWorld, defaultLimits, type Json, type Module, parseInstant, type RunningWorld } from '#sim/kernel';
import { WrittenConnection } from '../loopback/index.ts';
import { createMailbox, mailboxModule } from '../mailbox/index.ts';
import { receive, smtpModule } from '../smtp/index.ts';
import { ImapSession } from './imap-session.ts';
import { type ImapLimits, imapLimits } from './limits.ts';

/** A world with one mailbox, for the tests of what mail programs see of it. No socket is opened. */
export interface ImapWorld {
  readonly world: RunningWorld;
  readonly mailbox: string;
  /** Hands over a message as another host would, one character a byte. */
  arrive(message?: string): Promise<void>;
  /** A client, logged in unless it is a stranger. */
  client(options?: { readonly isStranger?: boolean; readonly limits?: Partial<ImapLimits> }): Promise<ImapTalk>;
}

export interface ImapTalk {
  readonly connection: WrittenConnection;
  readonly session: ImapSession;
  /** Sends lines, and gives back every line that came since the last time. */
  say(...lines: readonly string[]): Promise<readonly string[]>;
  /** Sends bytes as they are, one character a byte. */
  send(bytes: string): Promise<readonly string[]>;
  /** What the server said by itself. */
  heard(): readonly string[];
}

export const address = 'hanako@plain.test';
const startsAt = parseInstant('2026-04-01T09:00:00+09:00') ?? 0;

export const small = 'From: a@b.test\r\nSubject: one\r\n\r\nbody\r\n';

export async function imapWorld(
  given: {
    readonly address?: string;
    readonly settings?: { readonly [name: string]: Json };
    readonly seed?: number;
    readonly modules?: readonly Module[];
  } = {},
): Promise<ImapWorld> {
  const { seed = 5, settings = {}, modules = [] } = given;
  const owner = given.address ?? address;
  const world = createWorld({ seed, startsAt, limits: defaultLimits, parameters: {} }, [
    mailboxModule,
    smtpModule,
    ...modules,
  ]);
  const provider = owner.endsWith('@plain.test') ? { provider: 'plain' } : {};
  const mailbox = await world.perform(createMailbox, { address: owner, settings, ...provider });
  return {
    world,
    mailbox,
    async arrive(message = small) {
      const data = Buffer.from(message, 'latin1');
      const envelope = { helo: 'mx.test', reversePath: 'a@b.test', forwardPaths: [owner], opensMailboxes: false };
      await world.perform(receive, { ...envelope, data });
    },
    client: (options) => talk(world, owner, options),
  };
}

async function talk(
  world: RunningWorld,
  owner: string,
  { isStranger = false, limits = {} }: { readonly isStranger?: boolean; readonly limits?: Partial<ImapLimits> } = {},
): Promise<ImapTalk> {
  const connection = new WrittenConnection();
  const session = new ImapSession(world, connection, { ...imapLimits, ...limits });
  const heard = () => connection.taken().toString('latin1').split('\r\n').slice(0, -1);
  const send = async (bytes: string) => {
    await session.receive(Buffer.from(bytes, 'latin1'));
    return heard();
  };
  const say = (...lines: readonly string[]) => send(lines.map((line) => `${line}\r\n`).join(''));
  if (!isStranger) {
    await say(`log-in LOGIN ${owner} any`);
  }
  return { connection, session, say, send, heard };
}
