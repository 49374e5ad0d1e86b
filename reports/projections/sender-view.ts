import { knownOnly, type RunLog } from './event-log.ts';
import { type Mail, projectMails } from './mails.ts';

/** What the sender knows of mails that fared alike: what their hosts answered, and nothing of what came after. */
export interface SenderView {
  readonly kind: string;
  /** Absent while nothing was sent; `none` when the domain has no host. */
  readonly provider?: string;
  readonly state: 'queued' | 'accepted' | 'deferred' | 'rejected' | 'given-up';
  /** Of the last attempt. */
  readonly replyCode?: number;
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

function viewOf({ kind, to, attempts, receptions }: Mail, isGivenUp: boolean): Omit<SenderView, 'mails'> {
  const last = attempts.at(-1);
  // Where the mail was forwarded to, nobody told the sender.
  const provider = receptions.findLast(({ address }) => address === to)?.provider;
  return {
    kind,
    ...(provider === undefined ? {} : { provider }),
    state: isGivenUp ? 'given-up' : stateOf(last?.replyCode),
    ...(last === undefined ? {} : { replyCode: last.replyCode }),
    attempts: attempts.length,
  };
}

/** https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1 */
function stateOf(replyCode: number | undefined): SenderView['state'] {
  if (replyCode === undefined) return 'queued';
  if (replyCode < 400) return 'accepted';
  return replyCode < 500 ? 'deferred' : 'rejected';
}
