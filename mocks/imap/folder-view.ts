import type { World } from '#sim/kernel';
import {
  type FolderEntry,
  folderEntries,
  folderState,
  type Mailbox,
  messageAt,
  messageCount,
  type Selection,
  seenFlag,
} from '../mailbox/index.ts';
import type { ShownFolder } from './folder-names.ts';
import { bad } from './refusal.ts';
import { rangesOf, within } from './sequence-set.ts';

/** A message as a client knows it, whatever became of it since. */
interface Known {
  readonly uid: number;
  flags: string;
}

/**
 * A folder as one client has been told of it. Numbers of messages are places in it, so they change only when the client
 * hears of it: https://www.rfc-editor.org/rfc/rfc9051#section-5.2
 */
export class FolderView {
  readonly shown: ShownFolder;
  readonly isReadOnly: boolean;
  readonly #world: World;
  readonly #mailbox: string;
  readonly #known: Known[] = [];
  #version = -1;
  #uidMax = 0;
  #flagChanges = 0;
  /** The result of the last SEARCH that was to be saved: https://www.rfc-editor.org/rfc/rfc5182 */
  #saved: readonly number[] = [];

  constructor(world: World, { mailbox }: Mailbox, shown: ShownFolder, isReadOnly: boolean) {
    this.#world = world;
    this.#mailbox = mailbox;
    this.shown = shown;
    this.isReadOnly = isReadOnly;
    this.news({ mayRemove: true });
  }

  get size(): number {
    return this.#known.length;
  }

  get uids(): readonly number[] {
    return this.#known.map(({ uid }) => uid);
  }

  selection(uids: readonly number[]): Selection {
    return { mailbox: this.#mailbox, folder: this.shown.folder, uids };
  }

  /** The message as it is now; undefined when it has gone, whether or not the client knows. */
  message(uid: number): FolderEntry | undefined {
    return messageAt(this.#world, this.selection([]), uid);
  }

  numberOf(uid: number): number {
    return this.#placeOf(uid) + 1;
  }

  /** The first message that nobody has read, by its number; undefined when there is none. */
  get firstUnseen(): number | undefined {
    const at = this.#known.findIndex(({ flags }) => !flags.split(' ').includes(seenFlag));
    return at === -1 ? undefined : at + 1;
  }

  save(uids: readonly number[]): void {
    this.#saved = uids;
  }

  /** The UIDs that a set names, of messages that the client knows of. UIDs that do not exist are passed over. */
  uidsIn(set: string, isByUid: boolean): readonly number[] {
    const uids = this.uids;
    if (set === '$') return uids.filter((uid) => this.#saved.includes(uid));
    if (isByUid) return within(uids, rangesOf(set, uids.at(-1) ?? 0));
    const ranges = rangesOf(set, uids.length);
    // https://www.rfc-editor.org/rfc/rfc9051#section-9 : a number that is not there is an error; an empty folder has only `*`.
    if (ranges.some(([, to]) => to > uids.length) && !(uids.length === 0 && set.includes('*'))) {
      throw bad('there is no message of that number');
    }
    const numbers = within(
      [...uids.keys()].map((index) => index + 1),
      ranges,
    );
    return numbers.flatMap((number) => uids[number - 1] ?? []);
  }

  /** The client hears of these flags otherwise. */
  tell(uid: number, flags: readonly string[]): void {
    const known = this.#known[this.#placeOf(uid)];
    if (known !== undefined) known.flags = flags.join(' ');
  }

  /**
   * What the client has not heard yet, as untagged responses. While it counts messages by their numbers none may be
   * taken away: https://www.rfc-editor.org/rfc/rfc9051#section-7.5.1
   */
  news({ mayRemove }: { readonly mayRemove: boolean }): readonly string[] {
    const { version } = this.#world.store.table('mailbox_message');
    if (version === this.#version) return [];
    const added = folderEntries(this.#world, this.#mailbox, this.shown.folder, this.#uidMax);
    const { flagChanges } = folderState(this.#world, this.#mailbox, this.shown.folder);
    const isComplete = messageCount(this.#world, this.#mailbox, this.shown.folder) === this.size + added.length;
    const lines = isComplete && flagChanges === this.#flagChanges ? [] : this.#changed(mayRemove);
    // UIDs only grow: what the client has not heard of has a larger one than all that it has.
    for (const { uid, flags } of added) this.#known.push({ uid, flags: flags.join(' ') });
    this.#uidMax = added.at(-1)?.uid ?? this.#uidMax;
    if (added.length > 0) lines.push(`${this.size} EXISTS`);
    this.#flagChanges = flagChanges;
    this.#version = mayRemove || isComplete ? version : -1;
    return lines;
  }

  /** What became of the messages that the client knows of. */
  #changed(mayRemove: boolean): string[] {
    const entries = folderEntries(this.#world, this.#mailbox, this.shown.folder);
    const byUid = new Map(entries.map(({ uid, flags }) => [uid, flags.join(' ')]));
    const lines: string[] = [];
    for (let at = this.size - 1; mayRemove && at >= 0; at -= 1) {
      if (byUid.has(this.#known[at]?.uid ?? 0)) continue;
      this.#known.splice(at, 1);
      lines.push(`${at + 1} EXPUNGE`);
    }
    for (const [at, known] of this.#known.entries()) {
      const flags = byUid.get(known.uid);
      if (flags === undefined || flags === known.flags) continue;
      known.flags = flags;
      lines.push(`${at + 1} FETCH (UID ${known.uid} FLAGS (${flags}))`);
    }
    return lines;
  }

  /** By halving: they stand in the order of their UIDs. -1 for one that the client has not heard of. */
  #placeOf(uid: number): number {
    let [from, to] = [0, this.size];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.#known[middle]?.uid ?? 0) < uid) from = middle + 1;
      else to = middle;
    }
    return this.#known[from]?.uid === uid ? from : -1;
  }
}
