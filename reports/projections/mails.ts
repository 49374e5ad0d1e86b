import type { Bilingual } from '#sim/errors';
import type { EventData, RunEvent } from '#sim/events';
import { knownOnly, type RunLog } from './event-log.ts';

/** A try to hand the mail over, and what the issuer's host was told. */
export interface Attempt extends Omit<EventData<'mail.attempted'>, 'message'> {
  readonly at: string;
}

/** What the receiving side did with the mail, and the rules that it asked. */
export interface Reception extends Omit<EventData<'mail.received'>, 'message'> {
  readonly at: string;
}

/** A report that came to the issuer: the mail was not delivered, or is delayed. */
export interface Return extends Omit<EventData<'mail.delay-reported'>, 'message'> {
  readonly at: string;
  readonly action: 'failed' | 'delayed';
  /** The receiving host had taken the mail before. */
  readonly isLate: boolean;
}

export interface Passage {
  readonly at: string;
  /** Which of the copies of the mail. */
  readonly captured: string;
  readonly folder: string;
  /** How it came there, or that it was read or erased there. */
  readonly cause: 'delivered' | 'student' | 'provider' | 'admin' | 'read' | 'purged';
}

/** A provider sent the mail on. */
export interface Forward {
  readonly at: string;
  readonly from: string;
  readonly to: string;
}

/** A machine fetched links of the mail before its reader could. */
export interface LinkScan {
  readonly at: string;
  readonly captured: string;
  readonly scanner: Bilingual;
  readonly links: number;
}

export interface Mail {
  readonly message: string;
  readonly kind: string;
  /** The field of the message, with its angle brackets. */
  readonly messageId: string;
  readonly subject: string;
  readonly from: string;
  readonly to: string;
  readonly queuedAt: string;
  readonly text: string;
  readonly html: string;
  readonly about?: string;
  readonly attempts: readonly Attempt[];
  readonly receptions: readonly Reception[];
  readonly returns: readonly Return[];
  /** Through which folders the mail went. */
  readonly passages: readonly Passage[];
  /** Where the mail ended at the address that it was sent to: a folder, or how it was lost. Forwarded copies fare on their own. */
  readonly end: MailEnd;
}

export type MailEnd =
  | { readonly state: 'queued' | 'rejected' | 'deferred' | 'dropped' | 'given-up' | 'purged' }
  | { readonly state: 'delivered'; readonly folder: string };

/** Who the service's mails are from: manual 2-1. */
const serviceAddress = 'service@openbadge.net';

/** All that a log tells of one message; one that came from outside was queued nowhere. */
export interface Way {
  readonly message: string;
  queued?: EventData<'mail.queued'> & { readonly at: string };
  readonly attempts: Attempt[];
  givenUp?: EventData<'mail.given-up'>['reason'];
  /** The address whose host said that there is no such user. */
  suppressed?: string;
  readonly receptions: Reception[];
  readonly returns: Return[];
  readonly passages: Passage[];
  readonly forwards: Forward[];
  readonly scans: LinkScan[];
  end: MailEnd;
}

/** Every mail of a run by its id, in the order of queueing, with its whole way. Unknown event types are skipped. */
export function projectMails(log: RunLog): Mail[] {
  return projectWays(log).flatMap((way) => (way.queued === undefined ? [] : [closed(way, way.queued)]));
}

/** The way of every message of a run, in the order in which the log first tells of it. */
export function projectWays(log: RunLog): Way[] {
  const ways = new Map<string, Way>();
  const byCaptured = new Map<string, { readonly way: Way; readonly isCopy: boolean }>();
  for (const event of knownOnly(log)) {
    if (isLeg(event)) {
      const way = ways.get(event.data.message) ?? beginning(event.data.message);
      ways.set(way.message, way);
      travel(way, event);
      if (event.type === 'mail.received' && event.data.captured !== undefined) {
        byCaptured.set(event.data.captured, { way, isCopy: isForwarded(way, event.data.address) });
      }
    } else if (isStay(event)) {
      const found = byCaptured.get(event.data.captured);
      if (found !== undefined) live(found.way, event, found.isCopy);
    }
  }
  return [...ways.values()];
}

function beginning(message: string): Way {
  return {
    message,
    attempts: [],
    receptions: [],
    returns: [],
    passages: [],
    forwards: [],
    scans: [],
    end: { state: 'queued' },
  };
}

const legs = [
  'mail.queued',
  'mail.attempted',
  'mail.given-up',
  'mail.suppressed',
  'mail.received',
  'mail.forwarded',
  'mail.bounced',
  'mail.delay-reported',
] as const;
const stays = ['mail.moved', 'mail.purged', 'mail.read', 'mail.link-scanned'] as const;

/** Told of the message. */
type Leg = Extract<RunEvent, { type: (typeof legs)[number] }>;
/** Told of a copy of it in a mailbox. */
type Stay = Extract<RunEvent, { type: (typeof stays)[number] }>;

function isLeg(event: RunEvent): event is Leg {
  return (legs as readonly string[]).includes(event.type);
}

function isStay(event: RunEvent): event is Stay {
  return (stays as readonly string[]).includes(event.type);
}

function travel(way: Way, { type, data, at }: Leg): void {
  switch (type) {
    case 'mail.queued':
      way.queued = { ...data, at };
      break;
    case 'mail.attempted': {
      const { message: _, ...attempt } = data;
      way.attempts.push({ at, ...attempt });
      // Refused on the way out, the mail never came to a receiving side.
      if (data.replyCode >= 500) way.end = { state: 'rejected' };
      break;
    }
    case 'mail.given-up':
      way.givenUp = data.reason;
      way.end = { state: 'given-up' };
      break;
    case 'mail.suppressed':
      way.suppressed = data.address;
      break;
    case 'mail.forwarded':
      way.forwards.push({ at, from: data.from, to: data.to });
      break;
    case 'mail.bounced': {
      const { message: _, ...report } = data;
      way.returns.push({ at, action: 'failed', ...report });
      break;
    }
    case 'mail.delay-reported': {
      const { message: _, ...report } = data;
      way.returns.push({ at, action: 'delayed', isLate: false, ...report });
      break;
    }
    case 'mail.received':
      arrive(way, data, at);
  }
}

function arrive(way: Way, { message: _, ...reception }: EventData<'mail.received'>, at: string): void {
  const { outcome, folder = 'inbox', captured = '' } = reception;
  way.receptions.push({ at, ...reception });
  if (outcome === 'delivered') way.passages.push({ at, captured, folder, cause: 'delivered' });
  if (isForwarded(way, reception.address)) return;
  way.end = outcome === 'delivered' ? { state: 'delivered', folder } : { state: outcome };
}

function isForwarded({ queued }: Way, address: string): boolean {
  return queued !== undefined && address !== queued.forwardPath;
}

function live(way: Way, { at, type, data }: Stay, isCopy: boolean): void {
  const { captured } = data;
  if (type === 'mail.link-scanned') {
    way.scans.push({ at, captured, scanner: data.scanner, links: data.links });
    return;
  }
  if (type === 'mail.moved') way.passages.push({ at, captured, folder: data.to, cause: data.by });
  else way.passages.push({ at, captured, folder: data.folder, cause: type === 'mail.read' ? 'read' : 'purged' });
  if (isCopy || type === 'mail.read') return;
  way.end = type === 'mail.moved' ? { state: 'delivered', folder: data.to } : { state: 'purged' };
}

function closed(
  { message, attempts, receptions, returns, passages, end }: Way,
  queued: NonNullable<Way['queued']>,
): Mail {
  const { kind, messageId, subject, forwardPath, about, at } = queued;
  return {
    message,
    kind,
    messageId,
    subject,
    from: serviceAddress,
    to: forwardPath,
    queuedAt: at,
    text: masked(queued.text),
    html: masked(queued.html),
    ...(about === undefined ? {} : { about }),
    attempts,
    receptions,
    returns,
    passages,
    end,
  };
}

/** A link's token is 43 characters of base64url. Events carry it masked already; what slipped through ends here. */
function masked(body: string): string {
  return body.replace(/(\/(?:receive|activate|reset|addresses)\/)[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])/g, '$1***');
}
