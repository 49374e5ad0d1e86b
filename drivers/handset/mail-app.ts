import type { LinkOpener, Screen } from './handset.ts';

/** A mail as its reader finds it: in a folder of the mailbox at an address. */
export interface MailAt {
  readonly address: string;
  readonly folder: 'inbox' | 'junk' | 'trash' | 'archive';
  /** The id of the captured message. */
  readonly captured: string;
}

/** The mail app of one device: what a person does with mail, whatever stands behind it: rows, or an app with pixels. */
export interface MailApp {
  /** Opens a folder and looks. */
  look(address: string, folder: MailAt['folder']): Promise<void>;
  /** How many mails a search finds. */
  search(address: string, text: string): Promise<number>;
  /** Opens a mail: it is read from then on. */
  open(mail: MailAt): Promise<void>;
  /** Opens a mail and taps a link in it, exactly as it stands there (or its first line, where the text was wrapped). */
  openLink(mail: MailAt, link: string, opener?: LinkOpener): Promise<Screen>;
  delete(mail: MailAt): Promise<void>;
  restore(mail: MailAt): Promise<void>;
  markNotJunk(mail: MailAt): Promise<void>;
  emptyTrash(address: string): Promise<void>;
  /** Lets a mail out of the quarantine, by the page of it. Throws ServiceError `quarantine-admin-only`. */
  release(address: string, captured: string): Promise<void>;
}
