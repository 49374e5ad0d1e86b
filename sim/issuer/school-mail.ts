import { formatInstant, type World } from '../kernel/index.ts';
import { type BulkState, type SendingRecord, type SentMail, type Suppression, sendingRecord } from '../mail/index.ts';
import { schoolOf } from './school.ts';

/** The part of what the issuer can know of its mail that is a school's: its credentials' mails, with RFC 3339 times. */
export interface SchoolMail extends Pick<SendingRecord, 'domainDays'> {
  /** The newest first. */
  readonly messages: readonly (Omit<SentMail, 'queuedAt'> & { readonly queuedAt: string })[];
  readonly suppressed: readonly (Omit<Suppression, 'since'> & { readonly since: string })[];
  /** Of the whole service: all schools send from one domain. */
  readonly bulk: Omit<BulkState, 'since'> & { readonly since?: string };
}

/** Throws ServiceError `school-unknown`. */
export function schoolMail(
  world: World,
  school: string,
  page: { readonly limit: number; readonly before?: string },
): SchoolMail {
  schoolOf(world, school);
  const credentials = world.store.all<{ credential: string }>(
    'SELECT credential FROM issuer_credential WHERE school = ?',
    school,
  );
  const about = new Set(credentials.map(({ credential }) => credential));
  const { messages, domainDays, suppressed, bulk } = sendingRecord(world, { ...page, about });
  const { since, ...standing } = bulk;
  return {
    messages: messages.map((mail) => ({ ...mail, queuedAt: formatInstant(mail.queuedAt) })),
    domainDays,
    suppressed: suppressed.map((one) => ({ ...one, since: formatInstant(one.since) })),
    bulk: { ...standing, ...(since !== undefined && { since: formatInstant(since) }) },
  };
}
