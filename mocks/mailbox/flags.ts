import { emit } from '#sim/events';
import { command } from '#sim/kernel';
import { countFlagChange } from './folder-state.ts';
import { messageAt, type Selection, seenFlag } from './selection.ts';

/** What `expungeMessages` looks for. */
export const deletedFlag = '\\Deleted';

/** How a mail program changes the flags of a message. */
export type FlagChange = 'add' | 'remove' | 'replace';

/** Adds or removes flags, or sets exactly these. `\Seen` is what `read` sets too; the others mean nothing to the world. */
export const changeFlags = command<
  Selection & { readonly change: FlagChange; readonly flags: readonly string[] },
  void
>('mailbox.changeFlags', (world, { change, flags, ...selection }) => {
  for (const uid of selection.uids) {
    const found = messageAt(world, selection, uid);
    if (found === undefined) continue;
    const after = changedFlags(found.flags, change, flags);
    const [isRead, wasRead] = [after.includes(seenFlag), found.flags.includes(seenFlag)];
    if (after.join(' ') === found.flags.join(' ')) continue;
    world.store.run(
      'UPDATE mailbox_message SET is_read = ?, flags = ? WHERE captured = ?',
      isRead ? 1 : 0,
      after.filter((flag) => flag !== seenFlag).join(' '),
      found.captured,
    );
    const { captured } = found;
    countFlagChange(world, selection.mailbox, selection.folder);
    if (isRead && !wasRead) emit(world, 'mail.read', { captured, folder: selection.folder });
    // That it became read is told already.
    const others = (list: readonly string[]) => list.filter((flag) => flag !== seenFlag || !isRead).join(' ');
    if (others(after) !== others(found.flags)) {
      emit(world, 'mail.flags-changed', { captured, folder: selection.folder, flags: after });
    }
  }
});

/** The flags after a change: letter case does not tell flags apart, and `\Seen` stands first. */
export function changedFlags(before: readonly string[], change: FlagChange, given: readonly string[]): string[] {
  const named = new Set(given.map((flag) => flag.toLowerCase()));
  const kept = change === 'replace' ? [] : before.filter((flag) => change === 'add' || !named.has(flag.toLowerCase()));
  const found = new Map(kept.map((flag) => [flag.toLowerCase(), flag]));
  if (change !== 'remove') {
    for (const flag of given) if (!found.has(flag.toLowerCase())) found.set(flag.toLowerCase(), flag);
  }
  const flags = [...found.values()];
  return flags.includes(seenFlag) ? [seenFlag, ...flags.filter((flag) => flag !== seenFlag)] : flags;
}
