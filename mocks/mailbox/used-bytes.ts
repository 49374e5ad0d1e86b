import type { World } from '#sim/kernel';

/** What all folders of a mailbox hold together. */
export function usedBytes(world: World, mailbox: string): number {
  const row = world.store.get<{ bytes: number }>(
    'SELECT coalesce(sum(size_bytes), 0) AS bytes FROM mailbox_message WHERE mailbox = ? AND folder IS NOT NULL',
    mailbox,
  );
  return row?.bytes ?? 0;
}
