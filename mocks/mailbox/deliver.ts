import { type EventData, emit, type SmtpReply, type Transmission } from '#sim/events';
import type { World } from '#sim/kernel';
import { domainOf, type Incoming, type Judgement, judge, judgeWithoutProvider } from '../providers/index.ts';
import { holdBack, settle, toForward } from './arrival.ts';
import { bounceForwarded } from './bounce.ts';
import { capture } from './capture.ts';
import { noteFiltered } from './filter-report.ts';
import { fromOf, type Header, readHeader } from './header-reader.ts';
import { authenticationOf, incoming } from './incoming.ts';
import { takenForLateBounce } from './late-bounce.ts';
import { type Receiver, receiverOf } from './receiver.ts';
import { historyOf, remember } from './traffic.ts';
import { usedBytes } from './used-bytes.ts';

/** One transmission and what its receiving side knows of it. */
interface Reception extends Receiver {
  readonly transmission: Transmission;
  readonly header: Header;
  /** How many mailboxes forwarded it. */
  readonly hops: number;
}

/** assumption: hosts count Received fields and stop somewhere; two mailboxes that forward to each other must end. */
const hopsMax = 5;

/**
 * The receiving side: the provider of the address's mailbox, else of its domain, decides about the message, and what
 * it keeps is captured. Only inside a command. Answers at once unless a rule asks how the message authenticates, or the
 * mailbox forwards it.
 */
export function deliver(world: World, transmission: Transmission): SmtpReply | Promise<SmtpReply> {
  return receive(world, transmission, 0);
}

function receive(world: World, transmission: Transmission, hops: number): SmtpReply | Promise<SmtpReply> {
  const receiver = receiverOf(world, transmission.forwardPath);
  const { profile, mailbox } = receiver;
  const header = readHeader(transmission.data);
  const reception: Reception = { ...receiver, transmission, header, hops };
  if (profile === undefined) return conclude(world, reception, judgeWithoutProvider());
  const message: Incoming = {
    ...incoming(world, transmission, header),
    history: historyOf(world, profile.provider, { ...transmission, fromAddress: fromOf(header).address }),
  };
  const view = mailbox && {
    ...mailbox,
    // Only a profile with a quota rule asks; the sum goes over every message of the mailbox.
    get usedBytes() {
      return usedBytes(world, mailbox.mailbox);
    },
  };
  const judgement = judge(profile, view, message);
  if (judgement !== undefined) return conclude(world, reception, judgement);
  return authenticationOf(world, transmission, header).then((authentication) => {
    const judged = judge(profile, view, { ...message, authentication });
    if (judged === undefined) throw new TypeError('a message was judged without its authentication');
    return conclude(world, reception, judged);
  });
}

/** Keeps what is to be kept, writes the outcome down, and sends on what is forwarded. */
function conclude(world: World, reception: Reception, judgement: Judgement): SmtpReply | Promise<SmtpReply> {
  const { transmission, header, profile, mailbox } = reception;
  const isTaken = judgement.outcome === 'delivered' || judgement.outcome === 'dropped';
  if (profile !== undefined) {
    remember(world, profile, { ...transmission, fromAddress: fromOf(header).address }, judgement);
  }
  if (mailbox === undefined || !isTaken) {
    emit(world, 'mail.received', told(reception, judgement));
    return takenForLateBounce(world, reception.provider, transmission, judgement) ?? judgement.reply;
  }
  const delivered = judgement.outcome === 'delivered' ? judgement : undefined;
  const delayMs = delivered === undefined ? 0 : Number(mailbox.settings.deliveryDelayMs);
  const captured = capture(world, {
    mailbox: mailbox.mailbox,
    transmission,
    header,
    reply: judgement.reply,
    folder: delivered === undefined || delayMs > 0 ? null : delivered.folder,
    ...(delivered?.releasedBy !== undefined && { releasedBy: delivered.releasedBy }),
    ...(delivered !== undefined && { marks: delivered.marks }),
  });
  const event = told(reception, judgement, captured);
  if (delayMs > 0) holdBack(world, captured, delayMs, event, delivered?.releasedBy);
  else emit(world, 'mail.received', event);
  if (delivered === undefined) {
    noteFiltered(world, mailbox, captured, judgement.trail.at(-1)?.rule);
    return judgement.reply;
  }
  if (delayMs === 0) settle(world, mailbox, captured, delivered.folder);
  const onward =
    reception.hops < hopsMax ? toForward(world, mailbox, { captured, at: delivered.folder, transmission }) : undefined;
  if (onward === undefined) return judgement.reply;
  // How it fares there is told to who sent it here by a bounce alone: the reply was given before.
  return Promise.resolve(receive(world, onward, reception.hops + 1)).then((reply) => {
    const host = domainOf(mailbox.address);
    if (reply.replyCode >= 500) bounceForwarded(world, { host, transmission, recipient: onward.forwardPath, reply });
    return judgement.reply;
  });
}

function told(
  { transmission, provider }: Reception,
  judgement: Judgement,
  captured?: string,
): EventData<'mail.received'> {
  const delivered = judgement.outcome === 'delivered' ? judgement : undefined;
  return {
    message: transmission.message,
    ...(captured !== undefined && { captured }),
    provider,
    address: transmission.forwardPath,
    outcome: judgement.outcome,
    ...(delivered !== undefined && { folder: delivered.folder }),
    ...(delivered !== undefined && delivered.marks.length > 0 && { marks: [...delivered.marks] }),
    trail: judgement.trail,
  };
}
