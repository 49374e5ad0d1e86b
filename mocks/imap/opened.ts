import type { Mailbox } from '../mailbox/index.ts';
import type { FolderView } from './folder-view.ts';
import type { ImapClient } from './imap-client.ts';
import { no } from './refusal.ts';

/** The mailbox of who logged in. The states of a command see to it that there is one. */
export function openMailbox({ mailbox }: ImapClient): Mailbox {
  if (mailbox === undefined) throw new TypeError('a command was let through before the log-in');
  return mailbox;
}

/** The selected folder, likewise. */
export function openView({ view }: ImapClient): FolderView {
  if (view === undefined) throw new TypeError('a command was let through without a folder');
  return view;
}

/** The selected folder when it may be changed. Throws ImapRefusal. */
export function writableView(client: ImapClient): FolderView {
  const view = openView(client);
  if (view.isReadOnly) throw no('READ-ONLY', 'the folder was opened to look only');
  return view;
}
