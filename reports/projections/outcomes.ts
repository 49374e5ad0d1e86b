import type { RunLog } from './event-log.ts';
import type { Attempt, Forward, LinkScan, MailEnd, Passage, Reception, Way } from './mails.ts';
import { projectWays } from './mails.ts';

/** What became of a message at one address: its one outcome, why, and all that came after. */
export interface Outcome {
  readonly message: string;
  /** What its sender wrote on it; absent for a message from outside, of which events tell nothing. */
  readonly mail?: {
    readonly kind: string;
    readonly messageId: string;
    readonly subject: string;
    readonly queuedAt: string;
  };
  readonly address: string;
  /** `none` when nobody takes mail for the domain; absent while nothing was sent. */
  readonly provider?: string;
  /** What decided: the last reception. Those before it put the message off. */
  readonly reception?: Reception;
  readonly deferrals: readonly Reception[];
  /** What happened to it in the mailbox after it was put there. */
  readonly passages: readonly Passage[];
  readonly scans: readonly LinkScan[];
  readonly forward?: Forward;
  /** Where it is at the end of the log. */
  readonly end: MailEnd;
  /** What the sender's host was told; nobody tells it of an address that the message was forwarded to. */
  readonly sender: {
    readonly attempts: readonly Attempt[];
    readonly givenUp?: 'address-suppressed' | 'retry-time-over';
    readonly isSuppressed: boolean;
  };
  /** The address whose provider sent the message on to this one. */
  readonly forwardedBy?: string;
}

/** The outcome of every (message, address) of a run, in the order of sending. */
export function projectOutcomes(log: RunLog): Outcome[] {
  return projectWays(log).flatMap((way) => {
    const addresses = new Set([
      ...(way.queued === undefined ? [] : [way.queued.forwardPath]),
      ...way.receptions.map(({ address }) => address),
    ]);
    return [...addresses].map((address) => outcomeAt(way, address));
  });
}

/** Whether the reader of the inbox had a chance to see it: it was put there, or a person fetched it there. */
export function reachedInbox({ passages, reception }: Outcome): boolean {
  if (reception?.outcome !== 'delivered' || (reception.folder ?? 'inbox') !== 'inbox') return false;
  return !passages.some(({ cause, folder }) => cause === 'provider' && folder !== 'inbox');
}

function outcomeAt(way: Way, address: string): Outcome {
  const { message, queued } = way;
  const receptions = way.receptions.filter((reception) => reception.address === address);
  const reception = receptions.at(-1);
  const captured = new Set(receptions.flatMap((one) => one.captured ?? []));
  const passages = way.passages.filter((passage) => captured.has(passage.captured) && passage.cause !== 'delivered');
  const forward = way.forwards.find(({ from }) => from === address);
  const forwardedBy = way.forwards.find(({ to }) => to === address)?.from;
  const isSent = forwardedBy === undefined;
  return {
    message,
    ...(queued !== undefined && {
      mail: { kind: queued.kind, messageId: queued.messageId, subject: queued.subject, queuedAt: queued.at },
    }),
    address,
    ...(reception !== undefined && { provider: reception.provider, reception }),
    deferrals: receptions.slice(0, -1),
    passages,
    scans: way.scans.filter((scan) => captured.has(scan.captured)),
    ...(forward !== undefined && { forward }),
    end: endOf(reception, passages, isSent ? way.givenUp : undefined),
    sender: {
      attempts: isSent ? way.attempts : [],
      ...(isSent && way.givenUp !== undefined && { givenUp: way.givenUp }),
      isSuppressed: way.suppressed === address,
    },
    ...(forwardedBy !== undefined && { forwardedBy }),
  };
}

function endOf(reception: Reception | undefined, passages: readonly Passage[], givenUp: Way['givenUp']): MailEnd {
  if (givenUp !== undefined) return { state: 'given-up' };
  if (reception === undefined) return { state: 'queued' };
  if (reception.outcome !== 'delivered') return { state: reception.outcome };
  const last = passages.findLast(({ cause }) => cause !== 'read');
  if (last?.cause === 'purged') return { state: 'purged' };
  return { state: 'delivered', folder: last?.folder ?? reception.folder ?? 'inbox' };
}
