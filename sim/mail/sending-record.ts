import type { Bilingual } from '../errors/index.ts';
import { formatInstant, type Instant, type World } from '../kernel/index.ts';
import { addressKey } from './address.ts';
import { type BulkState, bulkState } from './bulk-watch.ts';
import { type ReasonClass, reasonClasses } from './dsn/index.ts';
import type { MailState } from './outbox.ts';
import { type Suppression, suppressions } from './suppression.ts';

/** A mail as its sender knows it. Where the mail lies, and which rules were asked about it, no sender can know. */
export interface SentMail {
  readonly message: string;
  readonly kind: string;
  readonly about?: string;
  readonly address: string;
  readonly state: MailState['state'];
  readonly attempts: number;
  readonly queuedAt: Instant;
  /** The receiving host's, at the last attempt or in the report that came back. */
  readonly lastReply?: { readonly replyCode: number; readonly enhancedStatusCode?: string; readonly text: string };
  readonly reason?: { readonly class: ReasonClass } & Bilingual;
}

/** How many mails of a day a receiving domain has in each state. */
export interface DomainDay {
  readonly domain: string;
  /** The day in Japan on which they were queued: `2026-04-01`. */
  readonly day: string;
  readonly mails: number;
  readonly states: Readonly<Partial<Record<MailState['state'], number>>>;
}

/** What the issuer can know of its mail, and no more. */
export interface SendingRecord {
  /** The newest first. */
  readonly messages: readonly SentMail[];
  /** Of all mails, also of those that `messages` leaves out. */
  readonly domainDays: readonly DomainDay[];
  /** Addresses that nothing is sent to any more. */
  readonly suppressed: readonly Suppression[];
  readonly bulk: BulkState;
}

/** Whose mails, and how many of them; `before` is the oldest message of the page before. */
export interface RecordQuery {
  /** The credentials that the mails are about; all mails when absent. */
  readonly about?: ReadonlySet<string>;
  readonly limit: number;
  readonly before?: string;
}

interface Row {
  readonly message: string;
  readonly kind: string;
  readonly about: string | null;
  readonly address: string;
  readonly state: MailState['state'];
  readonly attempts: number;
  readonly queuedAt: number;
  readonly replyCode: number | null;
  readonly enhancedStatusCode: string | null;
  readonly replyText: string | null;
  readonly reasonClass: ReasonClass | null;
}

export function sendingRecord(world: World, { about, limit, before }: RecordQuery): SendingRecord {
  const rows = world.store
    .all<Row>(
      `SELECT message, kind, about, forward_path AS address, state, attempts, queued_at AS queuedAt,
         reply_code AS replyCode, enhanced_status_code AS enhancedStatusCode, reply_text AS replyText,
         reason_class AS reasonClass
       FROM mail_message ORDER BY length(message) DESC, message DESC`,
    )
    .filter((row) => about === undefined || (row.about !== null && about.has(row.about)));
  const start = before === undefined ? 0 : rows.findIndex(({ message }) => message === before) + 1;
  const addresses = new Set(rows.map(({ address }) => addressKey(address)));
  return {
    messages: rows.slice(start, start + limit).map(sentMail),
    domainDays: domainDays(rows),
    suppressed: suppressions(world).filter(({ address }) => about === undefined || addresses.has(addressKey(address))),
    bulk: bulkState(world),
  };
}

function sentMail({ about, replyCode, enhancedStatusCode, replyText, reasonClass, ...known }: Row): SentMail {
  return {
    ...known,
    ...(about !== null && { about }),
    ...(replyCode !== null && {
      lastReply: { replyCode, ...(enhancedStatusCode !== null && { enhancedStatusCode }), text: replyText ?? '' },
    }),
    ...(reasonClass !== null && { reason: { class: reasonClass, ...reasonClasses[reasonClass] } }),
  };
}

/** By day, the oldest first, then by domain. */
function domainDays(rows: readonly Row[]): DomainDay[] {
  const counts = new Map<
    string,
    { domain: string; day: string; states: Partial<Record<MailState['state'], number>> }
  >();
  for (const { address, queuedAt, state } of rows) {
    const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
    const day = formatInstant(queuedAt).slice(0, 10);
    const key = `${day} ${domain}`;
    const count = counts.get(key) ?? { domain, day, states: {} };
    count.states[state] = (count.states[state] ?? 0) + 1;
    counts.set(key, count);
  }
  return [...counts.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, count]) => ({ ...count, mails: Object.values(count.states).reduce((sum, n) => sum + n, 0) }));
}
