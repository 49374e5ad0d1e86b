import { emit } from '../events/index.ts';
import { type Instant, organisationalDomain, realDomain, type World } from '../kernel/index.ts';
import { type BulkRequirement, requirementsOf } from './bulk-requirements.ts';
import { mailDefaults } from './parameters.ts';

/** Mails that personal Gmail took, in steps of time, and since when a domain counts as a bulk sender. */
export const bulkTables = `
  CREATE TABLE mail_bulk_count (
    domain TEXT NOT NULL, step INTEGER NOT NULL, mails INTEGER NOT NULL, PRIMARY KEY (domain, step)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE mail_bulk_sender (domain TEXT PRIMARY KEY, since INTEGER NOT NULL) STRICT, WITHOUT ROWID;`;

const stepMs = 600_000;
const dayMs = 86_400_000;

/** Business addresses at Google are not counted: https://support.google.com/a/answer/81126 */
const personalGmail: ReadonlySet<string> = new Set(['gmail.com', 'googlemail.com']);

/** Where an organisation stands with Gmail's rules for those who send much. */
export interface BulkState {
  /** The organisational domain, subdomains together. */
  readonly domain: string;
  /** Within the last 24 hours, in steps of ten minutes. */
  readonly mails: number;
  readonly mailsPerDayMax: number;
  /** Who was a bulk sender once stays one: https://support.google.com/a/answer/14229414 */
  readonly since?: Instant;
  /** What binds now. */
  readonly requirements: readonly BulkRequirement[];
}

/** Counts a mail that was taken, when it went to personal Gmail; tells once when the limit is reached. */
export function countBulk(world: World, { from, to }: { readonly from: string; readonly to: string }): void {
  if (!personalGmail.has(realDomain(domainOf(to)))) return;
  const domain = organisationalDomain(domainOf(from));
  const now = world.clock.now();
  world.store.run(
    `INSERT INTO mail_bulk_count (domain, step, mails) VALUES (?, ?, 1)
     ON CONFLICT DO UPDATE SET mails = mails + 1`,
    domain,
    Math.floor(now / stepMs),
  );
  const mails = mailsOfDay(world, domain);
  if (mails < world.parameters('mail', mailDefaults).bulkMailsPerDay) return;
  const isNew =
    world.store.run('INSERT INTO mail_bulk_sender (domain, since) VALUES (?, ?) ON CONFLICT DO NOTHING', domain, now) >
    0;
  if (!isNew) return;
  const requirements = requirementsOf(true).map(({ requirement }) => requirement);
  emit(world, 'mail.bulk-reached', { domain, mails, requirements });
}

export function bulkState(world: World): BulkState {
  const { fromAddress, bulkMailsPerDay } = world.parameters('mail', mailDefaults);
  const domain = organisationalDomain(domainOf(fromAddress));
  const row = world.store.get<{ since: number }>('SELECT since FROM mail_bulk_sender WHERE domain = ?', domain);
  return {
    domain,
    mails: mailsOfDay(world, domain),
    mailsPerDayMax: bulkMailsPerDay,
    ...(row !== undefined && { since: row.since }),
    requirements: requirementsOf(row !== undefined),
  };
}

function mailsOfDay(world: World, domain: string): number {
  const since = Math.floor((world.clock.now() - dayMs) / stepMs);
  const row = world.store.get<{ mails: number }>(
    'SELECT coalesce(sum(mails), 0) AS mails FROM mail_bulk_count WHERE domain = ? AND step > ?',
    domain,
    since,
  );
  return row?.mails ?? 0;
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
