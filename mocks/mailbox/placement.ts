import { emit } from '#sim/events';
import type { World } from '#sim/kernel';
import type { Folder } from '../providers/index.ts';
import { type AnyPlace, type Captured, type Placed, removeCaptured } from './captured-message.ts';
import { takeUid } from './folder-state.ts';
import { requireMailbox, requireProfile } from './mailbox.ts';

/** The timer that removes what has been in the trash, the junk folder or the quarantine for long enough. */
export const purgeTimer = 'mailbox.purge';

/** Moves a message by hand of the student; nothing happens when it is there already. */
export function move(world: World, placed: Placed, to: Folder): void {
  place(world, placed, to, 'student');
}

/** Moves a message; nothing happens when it is there already. In quarantine, `releasedBy` may let it out. */
export function place(
  world: World,
  { captured, mailbox, folder, folderBefore, purgeTimer: timer }: Captured,
  to: AnyPlace,
  by: 'student' | 'provider' | 'admin',
  releasedBy?: 'user' | 'admin',
): void {
  if (folder === to) return;
  if (timer !== null) world.timers.cancel(timer);
  world.store.run(
    'UPDATE mailbox_message SET folder = ?, folder_before = ?, purge_timer = ?, released_by = ?, uid = ? WHERE captured = ?',
    to,
    folder === 'quarantine' ? folderBefore : folder,
    schedulePurge(world, mailbox, captured, to),
    releasedBy ?? null,
    takeUid(world, mailbox, to),
    captured,
  );
  emit(world, 'mail.moved', { captured, from: folder, to, by });
}

/** Sets the end of a message's time in a place; null when it may stay there. The timer belongs to this stay alone. */
export function schedulePurge(world: World, mailbox: string, captured: string, at: AnyPlace): number | null {
  if (at === 'inbox' || at === 'archive') return null;
  const profile = requireProfile(requireMailbox(world, mailbox).provider);
  const keptMs = at === 'quarantine' ? profile.quarantine?.keptMs : profile.retention[at].keptMs;
  if (keptMs === undefined) throw new TypeError(`${profile.provider} has no quarantine`);
  return world.timers.schedule(purgeTimer, world.clock.now() + keptMs, { captured });
}

/** Removes a message for good. */
export function purge(world: World, { captured, folder, purgeTimer: timer }: Captured): void {
  if (timer !== null) world.timers.cancel(timer);
  removeCaptured(world, captured);
  emit(world, 'mail.purged', { captured, folder });
}
