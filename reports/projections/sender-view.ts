import type { Bilingual } from '#sim/errors';
import { knownOnly, type RunLog } from './event-log.ts';
import { type Mail, projectMails } from './mails.ts';

/** What the sender knows of mails that fared alike: what their hosts answered, and nothing of what came after. */
export interface SenderView {
  readonly kind: string;
  /** Absent while nothing was sent; `none` when the domain has no host. */
  readonly provider?: string;
  /** `bounced`: taken, and sent back later. */
  readonly state: 'queued' | 'accepted' | 'deferred' | 'rejected' | 'given-up' | 'bounced';
  /** Of the last attempt. */
  readonly replyCode?: number;
  /** Why it failed or waits, as the report that came back tells; `class` is `userunknown`, `filtered` … */
  readonly reason?: { readonly class: string } & Bilingual;
  readonly attempts: number;
  /** Of how many mails this holds. */
  readonly mails: number;
}

/** The sender's view of every mail of a run, in the order of queueing, equal ones together. */
export function projectSenderViews(log: RunLog): SenderView[] {
  const events = knownOnly(log);
  const givenUp = new Set(events.flatMap((event) => (event.type === 'mail.given-up' ? [event.data.message] : [])));
  const views = new Map<string, SenderView>();
  for (const mail of projectMails(events)) {
    const view = viewOf(mail, givenUp.has(mail.message));
    const key = JSON.stringify(view);
    views.set(key, { ...view, mails: (views.get(key)?.mails ?? 0) + 1 });
  }
  return [...views.values()];
}

function viewOf({ kind, to, attempts, receptions, returns }: Mail, isGivenUp: boolean): Omit<SenderView, 'mails'> {
  const last = attempts.at(-1);
  const told = returns.at(-1);
  const isBounced = returns.some(({ isLate }) => isLate);
  // Where a mail was forwarded to is not the sender's to know.
  const provider = receptions.findLast(({ address }) => address === to)?.provider;
  return {
    kind,
    ...(provider === undefined ? {} : { provider }),
    state: isBounced ? 'bounced' : isGivenUp ? 'given-up' : stateOf(last?.replyCode),
    ...(last === undefined ? {} : { replyCode: last.replyCode }),
    ...(told === undefined ? {} : { reason: { class: told.reasonClass, ...told.reason } }),
    attempts: attempts.length,
  };
}

/** https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1 */
function stateOf(replyCode: number | undefined): SenderView['state'] {
  if (replyCode === undefined) return 'queued';
  if (replyCode < 400) return 'accepted';
  return replyCode < 500 ? 'deferred' : 'rejected';
}
