import type { AccountView, FolderName, FolderView, HeldView, ListView, MailboxView, MailView } from '../view.ts';
import type { Look } from './look.ts';
import type { MessageAction } from './mail-api.ts';
import type { Place } from './place.ts';

/** What stands in front of the rest and wants an answer. */
export type Sheet =
  | { readonly type: 'links' }
  | { readonly type: 'link'; readonly link: string }
  | { readonly type: 'move' }
  | { readonly type: 'look' }
  | { readonly type: 'delete' }
  | { readonly type: 'empty-trash' };

/** All that the app draws from. */
export interface Screen {
  readonly place: Place;
  readonly look: Look;
  readonly accounts: readonly AccountView[];
  readonly mailbox?: MailboxView;
  readonly list?: ListView;
  readonly mail?: MailView;
  readonly held?: readonly HeldView[];
  readonly sheet?: Sheet;
}

/** What the parts of the screen can make happen. */
export interface Acts {
  go(place: Place): void;
  reload(): void;
  more(): void;
  show(sheet: Sheet | undefined): void;
  /** A link of the opened mail was touched: which one is not known when it lies in the mail's frame. */
  tapLink(link?: string): void;
  act(action: MessageAction): void;
  move(to: FolderName): void;
  emptyTrash(): void;
  release(captured: string): void;
  set(look: Look): void;
}

export function folderOf({ mailbox }: Pick<Screen, 'mailbox'>, name: FolderName): FolderView | undefined {
  return mailbox?.folders.find(({ folder }) => folder === name);
}

export type ListPlace = Extract<Place, { readonly type: 'list' | 'search' }>;

/** The list that stands behind what is shown. */
export function listPlace(place: Place, tab = ''): ListPlace {
  if (place.type === 'list' || place.type === 'search') return place;
  if (place.type === 'mail') return { type: 'list', mailbox: place.mailbox, folder: place.folder, tab };
  return { type: 'list', mailbox: 'mailbox' in place ? place.mailbox : '', folder: 'inbox', tab: '' };
}
