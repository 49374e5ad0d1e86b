import { emit } from '#sim/events';
import type { World } from '#sim/kernel';
import type { Folder } from '../providers/index.ts';
import type { Placed } from './captured-message.ts';
import { requireMailbox, requireProfile } from './mailbox.ts';

/** The timer that removes what has been in the trash or the junk folder for long enough. */
export const purgeTimer = 'mailbox.purge';

/** Moves a message by hand of the student; nothing happens when it is there already. */
export function move(world: World, placed: Placed, to: Folder): void {
  if (placed.folder === to) return;
  if (placed.purgeTimer !== null) world.timers.cancel(placed.purgeTimer);
  world.store.run(
    'UPDATE mailbox_message SET folder = ?, folder_before = ?, purge_timer = ? WHERE captured = ?',
    to,
    placed.folder,
    schedulePurge(world, placed.mailbox, placed.captured, to),
    placed.captured,
  );
  emit(world, 'mail.moved', { captured: placed.captured, from: placed.folder, to, by: 'student' });
}

/** Sets the end of a message's time in a folder; null when it may stay there. The timer belongs to this stay alone. */
export function schedulePurge(world: World, mailbox: string, captured: string, folder: Folder): number | null {
  if (folder !== 'trash' && folder !== 'junk') return null;
  const { keptMs } = requireProfile(requireMailbox(world, mailbox).provider).retention[folder];
  return world.timers.schedule(purgeTimer, world.clock.now() + keptMs, { captured });
}

/** Removes a message for good. */
export function purge(world: World, placed: Placed): void {
  if (placed.purgeTimer !== null) world.timers.cancel(placed.purgeTimer);
  world.store.run('DELETE FROM mailbox_message WHERE captured = ?', placed.captured);
  world.store.run('DELETE FROM mailbox_data WHERE captured = ?', placed.captured);
  emit(world, 'mail.purged', { captured: placed.captured, folder: placed.folder });
}
