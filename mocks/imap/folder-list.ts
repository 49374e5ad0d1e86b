import { hierarchyDelimiter, type ShownFolder, shownFolders } from './folder-names.ts';

/** A line of LIST: a folder, or a name that only others lie under. */
export interface ListedName {
  readonly name: string;
  readonly hasChildren: boolean;
  readonly isThere: boolean;
  readonly folder?: ShownFolder['folder'];
  readonly use?: ShownFolder['use'];
}

/** All names of a provider's mailboxes, those of parents before those of what lies under them. */
export function listedNames(provider: string): readonly ListedName[] {
  const listed = new Map<string, ListedName>();
  for (const shown of shownFolders(provider)) {
    const levels = shown.name.split(hierarchyDelimiter);
    for (let depth = 1; depth < levels.length; depth += 1) {
      const name = levels.slice(0, depth).join(hierarchyDelimiter);
      listed.set(name, { name, hasChildren: true, isThere: false });
    }
    listed.set(shown.name, { ...shown, hasChildren: false, isThere: true });
  }
  return [...listed.values()];
}

/** https://www.rfc-editor.org/rfc/rfc9051#section-7.3.1 ; `name` as it goes over the wire. */
export function listLine(listed: ListedName, name: string, more: readonly string[] = [], extended = ''): string {
  const attributes = [
    ...(listed.isThere ? [] : ['\\Noselect']),
    listed.hasChildren ? '\\HasChildren' : '\\HasNoChildren',
    ...(listed.use === undefined ? [] : [listed.use]),
    ...more,
  ];
  return `LIST (${attributes.join(' ')}) "${hierarchyDelimiter}" ${name}${extended}`;
}
