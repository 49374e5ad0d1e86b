import type { Folder } from '../mailbox/index.ts';

/** A folder as mail programs see it. */
export interface ShownFolder {
  readonly folder: Folder;
  readonly name: string;
  /** What it is for, whatever its name: https://www.rfc-editor.org/rfc/rfc6154#section-2 */
  readonly use?: '\\Junk' | '\\Trash' | '\\Archive';
}

export const hierarchyDelimiter = '/';

type Names = { readonly [folder in Exclude<Folder, 'inbox'>]: string };

/** Names where one is known; the others are an assumption: what most mail programs call them. */
const namesByProvider: { readonly [provider: string]: Partial<Names> } = {
  // https://developers.google.com/workspace/gmail/imap/imap-extensions
  gmail: { junk: '[Gmail]/Spam', trash: '[Gmail]/Trash' },
  // https://learn.microsoft.com/en-us/graph/api/resources/mailfolder
  m365: { junk: 'Junk Email', trash: 'Deleted Items', archive: 'Archive' },
  // https://imapwiki.org/SpecialUse , the row of iOS
  icloud: { junk: 'Junk', trash: 'Deleted Messages', archive: 'Archive' },
  // https://www.nttdocomo.co.jp/service/omakase_block/setting/
  docomo: { junk: '迷惑メール' },
};

const usualNames: Names = { junk: 'Junk', trash: 'Trash', archive: 'Archive' };

/** The folders of a provider's mailboxes. What is held in quarantine lies in none: no mail program shows it. */
export function shownFolders(provider: string): readonly ShownFolder[] {
  const names = { ...usualNames, ...namesByProvider[provider] };
  return [
    { folder: 'inbox', name: 'INBOX' },
    { folder: 'junk', name: names.junk, use: '\\Junk' },
    { folder: 'trash', name: names.trash, use: '\\Trash' },
    { folder: 'archive', name: names.archive, use: '\\Archive' },
  ];
}

/** The folder of a name; INBOX is itself in whatever case. */
export function folderNamed(provider: string, name: string): ShownFolder | undefined {
  const wanted = name.toUpperCase() === 'INBOX' ? 'INBOX' : name;
  return shownFolders(provider).find((shown) => shown.name === wanted);
}
