import { emit } from '#sim/events';
import { command, type Instant, type World } from '#sim/kernel';
import type { Folder } from '../providers/index.ts';
import { capture } from './capture.ts';
import { bytesOf, requirePlaced } from './captured-message.ts';
import { changedFlags, deletedFlag } from './flags.ts';
import { readHeader } from './header-reader.ts';
import { move, purge } from './placement.ts';
import { type FolderEntry, messageAt, type Selection, seenFlag } from './selection.ts';

/** The UIDs of a message where it was and where it is now. */
export type UidPair = readonly [from: number, to: number];

/** Moves messages to another folder, as `moveMessage` does with one. */
export const moveMessages = command<Selection & { readonly to: Folder }, readonly UidPair[]>(
  'mailbox.moveMessages',
  (world, { to, ...selection }) =>
    chosen(world, selection).map(({ uid, captured }) => {
      move(world, requirePlaced(world, captured), to);
      return [uid, uidOf(world, captured)];
    }),
);

/** Puts copies of messages into a folder: captures of their own, which came from nowhere. */
export const copyMessages = command<Selection & { readonly to: Folder }, readonly UidPair[]>(
  'mailbox.copyMessages',
  (world, { to, ...selection }) =>
    // One by one: where the world limits what it keeps, a copy may push out what was to be copied next.
    selection.uids.flatMap((uid): UidPair[] => {
      const entry = messageAt(world, selection, uid);
      return entry === undefined ? [] : [[uid, copyOf(world, selection.mailbox, entry, to)]];
    }),
);

/** Removes for good those of the messages that are marked as deleted; returns how many. */
export const expungeMessages = command<Selection, number>('mailbox.expungeMessages', (world, selection) => {
  const marked = chosen(world, selection).filter(({ flags }) => flags.includes(deletedFlag));
  for (const { captured } of marked) purge(world, requirePlaced(world, captured));
  return marked.length;
});

/** Removes messages for good, as a program does that fetches mail and leaves nothing behind; returns how many. */
export const removeMessages = command<Selection, number>('mailbox.removeMessages', (world, selection) => {
  const found = chosen(world, selection);
  for (const { captured } of found) purge(world, requirePlaced(world, captured));
  return found.length;
});

/** Keeps a message that a mail program wrote itself, and returns its UID. It never came in: no filter is asked. */
export const appendMessage = command<
  {
    readonly mailbox: string;
    readonly folder: Folder;
    readonly flags: readonly string[];
    /** When it shall have come in; now, if nothing is said. */
    readonly receivedAt?: Instant;
    readonly data: Uint8Array;
  },
  number
>('mailbox.append', (world, { mailbox, folder, flags, receivedAt = world.clock.now(), data }) => {
  const bytes = Buffer.from(data);
  const origin = { message: world.ids.next('msg'), kind: 'mail-program', reversePath: '', forwardPath: '' };
  const captured = keep(world, { mailbox, folder, flags, receivedAt, bytes, origin });
  emit(world, 'mail.stored', { captured, folder });
  return uidOf(world, captured);
});

/** What a message is about and how it came; of a copy, what the first one's is. */
interface Origin {
  readonly message: string;
  readonly kind: string;
  readonly about?: string;
  readonly reversePath: string;
  readonly forwardPath: string;
}

function originOf(world: World, captured: string): Origin {
  const row = world.store.get<Omit<Origin, 'about'> & { readonly about: string | null }>(
    `SELECT message, kind, about, reverse_path AS reversePath, forward_path AS forwardPath
     FROM mailbox_message WHERE captured = ?`,
    captured,
  );
  if (row === undefined) throw new TypeError('a message was chosen that is not there');
  const { about, ...origin } = row;
  return { ...origin, ...(about !== null && { about }) };
}

function copyOf(world: World, mailbox: string, { captured, flags, receivedAt }: FolderEntry, to: Folder): number {
  const origin = originOf(world, captured);
  const copy = keep(world, { mailbox, folder: to, flags, receivedAt, bytes: bytesOf(world, captured), origin });
  emit(world, 'mail.stored', { captured: copy, folder: to, copyOf: captured });
  return uidOf(world, copy);
}

function keep(
  world: World,
  own: {
    readonly mailbox: string;
    readonly folder: Folder;
    readonly flags: readonly string[];
    readonly receivedAt: Instant;
    readonly bytes: Buffer;
    readonly origin: Origin;
  },
): string {
  const captured = capture(world, {
    mailbox: own.mailbox,
    transmission: { ...own.origin, data: own.bytes },
    header: readHeader(own.bytes),
    folder: own.folder,
  });
  const flags = changedFlags([], 'replace', own.flags);
  world.store.run(
    'UPDATE mailbox_message SET is_own_copy = 1, received_at = ?, is_read = ?, flags = ? WHERE captured = ?',
    own.receivedAt,
    flags.includes(seenFlag) ? 1 : 0,
    flags.filter((flag) => flag !== seenFlag).join(' '),
    captured,
  );
  return captured;
}

function chosen(world: World, selection: Selection): readonly FolderEntry[] {
  return selection.uids.flatMap((uid) => messageAt(world, selection, uid) ?? []);
}

function uidOf(world: World, captured: string): number {
  return world.store.get<{ uid: number }>('SELECT uid FROM mailbox_message WHERE captured = ?', captured)?.uid ?? 0;
}
