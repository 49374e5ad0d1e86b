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
  readonly folder: string;
  /** How it came there, or that it was read or erased there. */
  readonly cause: 'delivered' | 'student' | 'provider' | 'admin' | 'read' | 'purged';
}

export interface Mail {
  readonly message: string;
  readonly kind: string;
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

interface OpenMail {
  readonly queued: EventData<'mail.queued'>;
  readonly queuedAt: string;
  readonly attempts: Attempt[];
  readonly receptions: Reception[];
  readonly returns: Return[];
  readonly passages: Passage[];
  end: MailEnd;
}

/** Every mail of a run by its id, in the order of queueing, with its whole way. Unknown event types are skipped. */
export function projectMails(log: RunLog): Mail[] {
  const mails = new Map<string, OpenMail>();
  const captured = new Map<string, { readonly mail: OpenMail; readonly isCopy: boolean }>();
  for (const event of knownOnly(log)) {
    if (event.type === 'mail.queued') {
      const { data, at } = event;
      mails.set(data.message, {
        queued: data,
        queuedAt: at,
        attempts: [],
        receptions: [],
        returns: [],
        passages: [],
        end: { state: 'queued' },
      });
    } else if (event.type === 'mail.attempted' || event.type === 'mail.given-up' || event.type === 'mail.received') {
      const mail = mails.get(event.data.message);
      if (mail === undefined) continue;
      travel(mail, event);
      if (event.type === 'mail.received' && event.data.captured !== undefined) {
        captured.set(event.data.captured, { mail, isCopy: isForwarded(mail, event.data.address) });
      }
    } else if (event.type === 'mail.bounced') {
      const { message, ...report } = event.data;
      mails.get(message)?.returns.push({ at: event.at, action: 'failed', ...report });
    } else if (event.type === 'mail.delay-reported') {
      const { message, ...report } = event.data;
      mails.get(message)?.returns.push({ at: event.at, action: 'delayed', isLate: false, ...report });
    } else if (event.type === 'mail.moved' || event.type === 'mail.purged' || event.type === 'mail.read') {
      const found = captured.get(event.data.captured);
      if (found !== undefined) live(found.mail, event, found.isCopy);
    }
  }
  return [...mails.values()].map(closed);
}

type Leg = Extract<RunEvent, { type: 'mail.attempted' | 'mail.given-up' | 'mail.received' }>;
type Stay = Extract<RunEvent, { type: 'mail.moved' | 'mail.purged' | 'mail.read' }>;

function travel(mail: OpenMail, event: Leg): void {
  if (event.type === 'mail.given-up') {
    mail.end = { state: 'given-up' };
    return;
  }
  const { message: _, ...rest } = event.data;
  if (event.type === 'mail.attempted') {
    mail.attempts.push({ at: event.at, ...(rest as Omit<Attempt, 'at'>) });
    // Refused on the way out, the mail never came to a receiving side.
    if (event.data.replyCode >= 500) mail.end = { state: 'rejected' };
    return;
  }
  const { outcome, folder = 'inbox', address } = event.data;
  mail.receptions.push({ at: event.at, ...(rest as Omit<Reception, 'at'>) });
  if (outcome === 'delivered') mail.passages.push({ at: event.at, folder, cause: 'delivered' });
  if (isForwarded(mail, address)) return;
  mail.end = outcome === 'delivered' ? { state: 'delivered', folder } : { state: outcome };
}

function isForwarded({ queued }: OpenMail, address: string): boolean {
  return address !== queued.forwardPath;
}

function live(mail: OpenMail, { at, type, data }: Stay, isCopy: boolean): void {
  if (type === 'mail.moved') mail.passages.push({ at, folder: data.to, cause: data.by });
  else mail.passages.push({ at, folder: data.folder, cause: type === 'mail.read' ? 'read' : 'purged' });
  if (isCopy || type === 'mail.read') return;
  mail.end = type === 'mail.moved' ? { state: 'delivered', folder: data.to } : { state: 'purged' };
}

function closed({ queued, queuedAt, attempts, receptions, returns, passages, end }: OpenMail): Mail {
  const { message, kind, subject, forwardPath, about } = queued;
  return {
    message,
    kind,
    subject,
    from: serviceAddress,
    to: forwardPath,
    queuedAt,
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
