import { emit } from '#sim/events';
import type { World } from '#sim/kernel';
import { removeCaptured } from './captured-message.ts';
import { held, isLimited } from './held-count.ts';
import { mailboxDefaults } from './parameters.ts';

/** The timer at which the oldest message has been kept for as long as the world keeps messages. */
export const retentionTimer = 'mailbox.expire';

interface Oldest {
  readonly captured: string;
  readonly folder: string | null;
  readonly receivedAt: number;
  readonly purgeTimer: number | null;
}

/** Removes the oldest messages until the limits of the world hold again, the newest always staying. Only inside a command. */
export function keepWithinLimits(world: World): void {
  if (!isLimited(world)) return;
  const { capturesMax, bytesMax, ageMsMax } = world.parameters('mailbox', mailboxDefaults);
  for (let now = held(world); now.captures > 1; now = held(world)) {
    if (now.captures <= (capturesMax ?? now.captures) && now.bytes <= (bytesMax ?? now.bytes)) break;
    removeOldest(world);
  }
  if (ageMsMax !== null) watchAge(world, ageMsMax);
}

/** Removes what is too old. */
export function expire(world: World): void {
  const { ageMsMax } = world.parameters('mailbox', mailboxDefaults);
  world.store.run('UPDATE mailbox_held SET timer = NULL');
  if (ageMsMax === null) return;
  for (let oldest = findOldest(world); oldest !== undefined; oldest = findOldest(world)) {
    if (oldest.receivedAt + ageMsMax > world.clock.now()) break;
    removeOldest(world);
  }
  watchAge(world, ageMsMax);
}

function watchAge(world: World, ageMsMax: number): void {
  const oldest = findOldest(world);
  const isWatched = world.store.get('SELECT 1 FROM mailbox_held WHERE timer IS NOT NULL') !== undefined;
  if (oldest === undefined || isWatched) return;
  const timer = world.timers.schedule(retentionTimer, oldest.receivedAt + ageMsMax, {});
  world.store.run('UPDATE mailbox_held SET timer = ?', timer);
}

/** `mailbox_data` has its rows in the order of coming. */
function findOldest(world: World): Oldest | undefined {
  return world.store.get<Oldest>(
    `SELECT captured, folder, received_at AS receivedAt, purge_timer AS purgeTimer FROM mailbox_message
     WHERE captured = (SELECT captured FROM mailbox_data ORDER BY rowid LIMIT 1)`,
  );
}

function removeOldest(world: World): void {
  const oldest = findOldest(world);
  if (oldest === undefined) return;
  if (oldest.purgeTimer !== null) world.timers.cancel(oldest.purgeTimer);
  removeCaptured(world, oldest.captured);
  emit(world, 'mail.purged', { captured: oldest.captured, folder: oldest.folder ?? 'none' });
}
