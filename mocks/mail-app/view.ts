/** What the mail app's pages are told: the JSON between its router and its browser code. */

/** A text in both languages, as the catalogue of errors has them. */
export interface TextView {
  readonly ja: string;
  readonly en: string;
}

export type FolderName = 'inbox' | 'junk' | 'trash' | 'archive';

export interface FolderView {
  readonly folder: FolderName;
  readonly name: TextView;
  readonly messages: number;
  readonly unread: number;
  /** Days after which the provider removes what lies here; absent where it may stay. */
  readonly keptDays?: number;
}

/** A part of the inbox that the app shows apart: mail there is delivered, and easily unseen. */
export interface TabView {
  readonly tab: string;
  readonly name: TextView;
}

export interface AccountView {
  readonly mailbox: string;
  readonly address: string;
  readonly provider: TextView;
}

export interface MailboxView extends AccountView {
  /** The provider whose colours the app has: `docomo`. */
  readonly look: string;
  /** The world's time, RFC 3339: what "today" means in a list. */
  readonly now: string;
  readonly folders: readonly FolderView[];
  /** The first one holds what no mark puts elsewhere; empty where the app has no tabs. */
  readonly tabs: readonly TabView[];
  readonly searchedFolders: readonly FolderName[];
  /** What the provider calls the list of senders that its filters let through. */
  readonly allowList: TextView;
  /** Who holds mail back apart from the mailbox; absent where nobody does. */
  readonly quarantine?: { readonly from: string; readonly keptDays: number };
}

export interface RowView {
  readonly captured: string;
  readonly folder: FolderName;
  readonly from: { readonly name: string; readonly address: string };
  readonly subject: string;
  /** RFC 3339. */
  readonly receivedAt: string;
  readonly isRead: boolean;
  readonly marks: readonly string[];
  /** The tab that it is shown in; empty where the app has none. */
  readonly tab: string;
  /** The beginning of the body. */
  readonly excerpt: string;
}

export interface ListView {
  readonly messages: readonly RowView[];
  /** How many there are; `messages` holds one page of them. */
  readonly total: number;
}

export interface MailView extends Omit<RowView, 'excerpt'> {
  readonly mailbox: string;
  readonly to: readonly { readonly name: string; readonly address: string }[];
  readonly text: string;
  readonly hasHtml: boolean;
  /** Whether the beginning alone is shown. */
  readonly isCut: boolean;
  readonly links: readonly string[];
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly sizeBytes: number }[];
  readonly blocked: BlockedView;
  /** The daily list of what the quarantine holds. */
  readonly isDigest: boolean;
}

/** What of a mail's HTML is not shown, counted. */
export interface BlockedView {
  /** Images, styles and frames that lie on other hosts. */
  readonly remote: number;
  /** Scripts, forms and whatever else would act. */
  readonly active: number;
}

export interface HeldView {
  readonly captured: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly receivedAt: string;
  readonly releasedBy: 'user' | 'admin';
}
