import type { SmtpReply, Transmission } from '#sim/events';
import type { World } from '#sim/kernel';
import { dnsDefaults } from '../dns/index.ts';
import { defaultLimits } from './limits.ts';
import type { Reception } from './reception.ts';
import { refusalOfRecipient } from './recipient-check.ts';

export interface TransitPorts {
  /** The receiving side, asked inside the command that sends. */
  deliver(world: World, transmission: Transmission): SmtpReply | Promise<SmtpReply>;
  /** What the host that mail leaves through says against it; it speaks before the receiving side. */
  refusedByRelay(world: World, transmission: Transmission): SmtpReply | undefined;
}

/** A socket between the host that sends and the side that receives, both of one world. */
export interface Transit extends AsyncDisposable {
  /**
   * Hands a transmission over by SMTP and returns what was answered, command by command. Only inside a command of the
   * world, which stands still meanwhile. Throws what the receiving side throws, and ServiceError `smtp-unreachable`.
   */
  carry(world: World, transmission: Transmission): Promise<SmtpReply>;
}

/** What is on the socket now. */
interface UnderWay {
  readonly world: World;
  /** As the sender's queue has it. */
  readonly sent: Transmission;
  /** The answer, where it stood before the data came. */
  decided?: SmtpReply;
  failure?: unknown;
}

/** Listens on a port of loopback that nobody else is told. */
export async function openTransit(ports: TransitPorts): Promise<Transit> {
  // Loaded by those who carry mail over sockets alone.
  const [{ sendBySmtp }, { listenWith }, { contentOf, openingOf }] = await Promise.all([
    import('../smtp-client/index.ts'),
    import('./smtp-listener.ts'),
    import('./reception.ts'),
  ]);
  let current: UnderWay | undefined;
  /** A failure of the world is no reply: it is kept for the sender, and the client is put off. */
  const answering = async <Answer>(answer: (mail: UnderWay) => Promise<Answer>): Promise<Answer> => {
    if (current === undefined) throw new TypeError('nothing is on its way');
    try {
      return await answer(current);
    } catch (error) {
      current.failure = error;
      throw error;
    }
  };
  const reception: Reception = {
    checkSender: () =>
      answering(async (mail) => {
        if (isRefusedEarly(mail, ports)) mail.decided = await ports.deliver(mail.world, mail.sent);
        return mail.decided?.stage === 'MAIL' ? mail.decided : undefined;
      }),
    checkRecipient: () => answering(async ({ decided }) => (decided?.stage === 'RCPT' ? decided : undefined)),
    receiveMessage: (stream, session) =>
      answering(async ({ world, sent, decided }) => {
        const data = await contentOf(stream);
        const { envelope } = session;
        if (data === undefined || envelope.mailFrom === false) throw new TypeError('a mail of ours is never too large');
        const came = { reversePath: envelope.mailFrom.address, forwardPath: envelope.rcptTo[0]?.address ?? '', data };
        if (decided === undefined) return ports.deliver(world, { ...sent, ...came, opening: openingOf(session) });
        if (!data.equals(sent.data)) throw new TypeError('other bytes came than were judged');
        return decided;
      }),
    async settled() {},
  };
  const listener = await listenWith(reception, { port: 0, hostname: 'mx.todoku.test', limits: defaultLimits });
  return {
    async carry(world, sent) {
      const mail: UnderWay = { world, sent };
      current = mail;
      const helo = sent.helo ?? world.parameters('dns', dnsDefaults).sendingHost;
      const { reversePath, forwardPath, data } = sent;
      const address = { host: '127.0.0.1', port: listener.port };
      try {
        const { reply } = await sendBySmtp(address, { reversePath, forwardPath, helo, data });
        if (mail.failure !== undefined) throw mail.failure;
        return reply;
      } finally {
        current = undefined;
      }
    },
    [Symbol.asyncDispose]: () => listener[Symbol.asyncDispose](),
  };
}

/** Whether MAIL or RCPT is refused. The receiving side is asked once, so it then answers before the data has come. */
function isRefusedEarly({ world, sent }: UnderWay, { refusedByRelay }: TransitPorts): boolean {
  if (refusedByRelay(world, sent) !== undefined) return true;
  const { kind, reversePath, forwardPath, data } = sent;
  const envelope = { kind, reversePath, forwardPath, declaredBytes: data.length };
  return refusalOfRecipient(world, { ...envelope, recipientsBefore: 0, opensMailboxes: false }) !== undefined;
}
