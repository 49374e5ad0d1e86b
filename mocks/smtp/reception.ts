import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import type { SmtpReply } from '#sim/events';
import type { Command, Payload, RunningWorld } from '#sim/kernel';
import type { Limits } from './limits.ts';
import { refusalOfMessage, tooLarge } from './message-check.ts';
import { refusalOfPath, refusalOfRecipient } from './recipient-check.ts';
import { receive, refuseRecipient } from './submission.ts';

export interface ReceptionOptions {
  readonly limits: Limits;
  readonly opensMailboxes: boolean;
  readonly returned?: Returned;
}

/** Mail for whoever sends from this world, such as a bounce of a host that is not simulated. */
export interface Returned {
  isFor(forwardPath: string): boolean;
  take(mail: { readonly forwardPath: string; readonly data: Uint8Array }): Promise<void>;
}

const taken: SmtpReply = { replyCode: 250, enhancedStatusCode: '2.0.0', text: 'Ok', stage: 'DATA' };

/** What stands between the server's connections and the world. */
export interface Reception {
  /** The refusal of a sender at MAIL; undefined when it is taken. */
  checkSender(reversePath: string, session: SMTPServerSession): Promise<SmtpReply | undefined>;
  /** The refusal of an address at RCPT; undefined when it is taken. */
  checkRecipient(forwardPath: string, session: SMTPServerSession): Promise<SmtpReply | undefined>;
  /** The reply to the data. */
  receiveMessage(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<SmtpReply>;
  /** Resolves when the world has done all that it was given. */
  settled(): Promise<void>;
}

export function createReception(world: RunningWorld, options: ReceptionOptions): Reception {
  const underWay = new Set<Promise<unknown>>();
  /** The message of a transaction in which an address was refused already. */
  const messages = new WeakMap<SMTPServerSession['envelope'], string>();

  const perform = async <Given extends Payload, Result>(command: Command<Given, Result>, payload: Given) => {
    const turn = world.perform(command, payload);
    underWay.add(turn);
    try {
      return await turn;
    } finally {
      underWay.delete(turn);
    }
  };
  const messageOf = (envelope: SMTPServerSession['envelope']) => {
    const message = messages.get(envelope);
    return message === undefined ? {} : { message };
  };

  return {
    checkSender: async (reversePath, { envelope }) => refusalOfPath(reversePath, 'MAIL', envelope.smtpUtf8 === true),
    async checkRecipient(forwardPath, { envelope, xClient }) {
      const malformed = refusalOfPath(forwardPath, 'RCPT', envelope.smtpUtf8 === true);
      if (malformed !== undefined) return malformed;
      if (options.returned?.isFor(forwardPath) === true) return undefined;
      const { mailFrom } = envelope;
      const declaredBytes = mailFrom === false || mailFrom.args === false ? 0 : Number(mailFrom.args.SIZE ?? 0);
      const recipient = {
        ...clientOf(xClient),
        reversePath: reversePathOf(envelope),
        forwardPath,
        declaredBytes,
        recipientsBefore: envelope.rcptTo.length,
      };
      const refusal = refusalOfRecipient(world, { ...recipient, opensMailboxes: options.opensMailboxes });
      if (refusal === undefined) return undefined;
      messages.set(envelope, await perform(refuseRecipient, { ...recipient, ...messageOf(envelope) }));
      return refusal.judgement.reply;
    },
    async receiveMessage(stream, session) {
      const { envelope, hostNameAppearsAs, xClient } = session;
      const data = await contentOf(stream);
      if (data === undefined) return tooLarge(options.limits);
      const refusal = refusalOfMessage(data, options.limits);
      if (refusal !== undefined) return refusal;
      const paths = envelope.rcptTo.map(({ address }) => address);
      const returned = paths.filter((path) => options.returned?.isFor(path) === true);
      for (const forwardPath of returned) await options.returned?.take({ forwardPath, data });
      const forwardPaths = paths.filter((path) => !returned.includes(path));
      if (forwardPaths.length === 0) return taken;
      const submission = {
        ...clientOf(xClient),
        helo: hostNameAppearsAs,
        reversePath: reversePathOf(envelope),
        opening: openingOf(session),
        forwardPaths,
        opensMailboxes: options.opensMailboxes,
      };
      return perform(receive, { ...submission, data, ...messageOf(envelope) });
    },
    async settled() {
      await Promise.allSettled(underWay);
    },
  };
}

/** Where the client says that it connects from. */
function clientOf(xClient: SMTPServerSession['xClient']): { readonly clientAddress?: string } {
  const clientAddress = xClient.get('ADDR');
  return typeof clientAddress === 'string' ? { clientAddress } : {};
}

function reversePathOf({ mailFrom }: SMTPServerSession['envelope']): string {
  return mailFrom === false ? '' : mailFrom.address;
}

/** What the client said up to MAIL: of its log-in, the method alone. */
export function openingOf(session: SMTPServerSession): string[] {
  const { openingCommand, hostNameAppearsAs, secure, user, envelope } = session;
  const hello = `${openingCommand || 'EHLO'} ${hostNameAppearsAs || '[127.0.0.1]'}`;
  const { args } = envelope.mailFrom || { args: false };
  const parameters = Object.entries(args || {}).map(([name, value]) => (value === true ? name : `${name}=${value}`));
  return [
    ...(secure ? [hello, 'STARTTLS'] : []),
    hello,
    ...(user === undefined ? [] : [`AUTH ${user}`]),
    [`MAIL FROM:<${reversePathOf(envelope)}>`, ...parameters].join(' '),
  ];
}

/** The whole message; undefined when it is larger than SIZE: then it is read to its end and kept nowhere. */
export function contentOf(stream: SMTPServerDataStream): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => {
      if (stream.sizeExceeded) chunks = [];
      else chunks.push(chunk);
    });
    stream.on('end', () => resolve(stream.sizeExceeded ? undefined : Buffer.concat(chunks)));
    stream.on('error', reject);
  });
}
