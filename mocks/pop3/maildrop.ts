import type { World } from '#sim/kernel';
import {
  type FolderEntry,
  folderEntries,
  type Mailbox,
  messageAt,
  type Selection,
  uidValidity,
} from '../mailbox/index.ts';

/**
 * The Inbox as it was when its owner logged in: what comes later has no number yet, and no other folder is ever seen,
 * so POP never shows junk. https://www.rfc-editor.org/rfc/rfc1939#section-4
 */
export class Maildrop {
  readonly mailbox: string;
  readonly #world: World;
  readonly #entries: readonly FolderEntry[];
  readonly #deleted = new Set<number>();

  constructor(world: World, { mailbox }: Mailbox) {
    this.#world = world;
    this.mailbox = mailbox;
    this.#entries = folderEntries(world, mailbox, 'inbox');
  }

  /** Numbers and messages, without those that are marked as deleted. */
  get listed(): readonly (readonly [number: number, entry: FolderEntry])[] {
    return this.#entries.flatMap((entry, at) => (this.#deleted.has(entry.uid) ? [] : [[at + 1, entry] as const]));
  }

  /** A message by its number; undefined when there is none, or it is marked as deleted. */
  entry(number: number): FolderEntry | undefined {
    const entry = this.#entries[number - 1];
    return entry === undefined || this.#deleted.has(entry.uid) ? undefined : entry;
  }

  /** False when it has left the Inbox since: a purge, a change of mind of the provider, another mail program. */
  isThere({ uid }: FolderEntry): boolean {
    return messageAt(this.#world, { mailbox: this.mailbox, folder: 'inbox' }, uid) !== undefined;
  }

  /** The same for as long as the message lives, in this world alone: https://www.rfc-editor.org/rfc/rfc1939#page-12 */
  uniqueId({ captured }: FolderEntry): string {
    return `${uidValidity(this.#world, this.mailbox)}.${captured}`;
  }

  markDeleted({ uid }: FolderEntry): void {
    this.#deleted.add(uid);
  }

  unmarkAll(): void {
    this.#deleted.clear();
  }

  get marked(): Selection {
    return this.selection([...this.#deleted]);
  }

  selection(uids: readonly number[]): Selection {
    return { mailbox: this.mailbox, folder: 'inbox', uids };
  }
}
