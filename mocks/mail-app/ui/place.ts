import type { FolderName } from '../view.ts';

/** What the app shows; each place has an address of its own, behind the `#`. */
export type Place =
  | { readonly type: 'accounts' }
  | { readonly type: 'folders'; readonly mailbox: string }
  | { readonly type: 'list'; readonly mailbox: string; readonly folder: FolderName; readonly tab: string }
  | { readonly type: 'search'; readonly mailbox: string; readonly text: string }
  | { readonly type: 'mail'; readonly mailbox: string; readonly folder: FolderName; readonly captured: string }
  | { readonly type: 'quarantine'; readonly mailbox: string };

const folderNames: readonly string[] = ['inbox', 'junk', 'archive', 'trash'] satisfies FolderName[];

/** `#/mbox_0001/inbox/cap_0001` */
export function addressOf(place: Place): string {
  switch (place.type) {
    case 'accounts':
      return '#/';
    case 'folders':
      return `#/${place.mailbox}`;
    case 'list':
      return `#/${place.mailbox}/${place.folder}${place.tab === '' ? '' : `?tab=${encodeURIComponent(place.tab)}`}`;
    case 'search':
      return `#/${place.mailbox}/search?text=${encodeURIComponent(place.text)}`;
    case 'mail':
      return `#/${place.mailbox}/${place.folder}/${place.captured}`;
    case 'quarantine':
      return `#/${place.mailbox}/quarantine`;
  }
}

/** Where an address leads; what is none leads to the accounts. */
export function placeAt(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [mailbox = '', second, captured] = path.split('/');
  const questions = new URLSearchParams(query);
  if (!/^mbox_\w+$/.test(mailbox)) return { type: 'accounts' };
  if (second === undefined || second === '') return { type: 'folders', mailbox };
  if (second === 'quarantine') return { type: 'quarantine', mailbox };
  if (second === 'search') return { type: 'search', mailbox, text: questions.get('text') ?? '' };
  if (!folderNames.includes(second)) return { type: 'folders', mailbox };
  const folder = second as FolderName;
  if (captured !== undefined && /^cap_\w+$/.test(captured)) return { type: 'mail', mailbox, folder, captured };
  return { type: 'list', mailbox, folder, tab: questions.get('tab') ?? '' };
}
