import type { AccountView, FolderName, HeldView, ListView, MailboxView, MailView } from '../view.ts';
import type { Language } from './words.ts';

/** What went wrong, in words for the reader. */
export class MailApiError extends Error {}

/** What a person can do with one message. */
export type MessageAction = 'read' | 'delete' | 'restore' | 'not-junk' | 'allow-sender' | 'release';

export interface MailApi {
  accounts(): Promise<readonly AccountView[]>;
  /** The link of an opened mail's page that was touched last; undefined when nobody knows. */
  tapped(captured: string): Promise<string | undefined>;
  mailbox(mailbox: string): Promise<MailboxView>;
  list(
    mailbox: string,
    asked: { readonly folder: FolderName } | { readonly search: string },
    from: number,
  ): Promise<ListView>;
  held(mailbox: string): Promise<readonly HeldView[]>;
  mail(captured: string): Promise<MailView>;
  act(captured: string, action: MessageAction): Promise<void>;
  move(captured: string, to: FolderName): Promise<void>;
  emptyTrash(mailbox: string): Promise<void>;
}

/** All of these throw MailApiError. */
export function createMailApi(language: Language, offline: string, accounts?: string): MailApi {
  const query = accounts === undefined ? '' : `?${new URLSearchParams({ account: accounts })}`;
  const headers = { 'Accept-Language': language, 'X-Todoku-Page': 'mail-app', 'Content-Type': 'application/json' };
  const ask = async (path: string, body?: object): Promise<unknown> => {
    const request = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) };
    const response = await fetch(`api/${path}`, request).catch(() => {
      throw new MailApiError(offline);
    });
    if (response.status === 204) return undefined;
    const answer: unknown = await response.json().catch(() => ({}));
    if (response.ok) return answer;
    const { detail = offline, nextStep = '' } = answer as { readonly detail?: string; readonly nextStep?: string };
    throw new MailApiError(`${detail}${language === 'en' ? ' ' : ''}${nextStep}`);
  };
  return {
    accounts: async () => ((await ask(`mailboxes${query}`)) as { mailboxes: readonly AccountView[] }).mailboxes,
    mailbox: async (mailbox) => (await ask(`mailboxes/${mailbox}`)) as MailboxView,
    list: async (mailbox, asked, from) =>
      (await ask(`mailboxes/${mailbox}/messages?${new URLSearchParams({ ...asked, from: String(from) })}`)) as ListView,
    held: async (mailbox) => ((await ask(`mailboxes/${mailbox}/quarantine`)) as { held: readonly HeldView[] }).held,
    mail: async (captured) => (await ask(`messages/${captured}`)) as MailView,
    tapped: async (captured) => ((await ask(`messages/${captured}/tapped-link`)) as { link?: string }).link,
    act: async (captured, action) => void (await ask(`messages/${captured}/${action}`, {})),
    move: async (captured, to) => void (await ask(`messages/${captured}/move`, { to })),
    emptyTrash: async (mailbox) => void (await ask(`mailboxes/${mailbox}/empty-trash`, {})),
  };
}
