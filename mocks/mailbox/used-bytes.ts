import type { World } from '#sim/kernel';

/** What all folders of a mailbox hold together, with what else its owner keeps in the same storage. */
export function usedBytes(world: World, mailbox: string): number {
  const row = world.store.get<{ bytes: number }>(
    `SELECT coalesce(sum(size_bytes), 0)
       + coalesce((SELECT bytes FROM mailbox_storage WHERE mailbox = ?1), 0) AS bytes
     FROM mailbox_message WHERE mailbox = ?1 AND folder IS NOT NULL`,
    mailbox,
  );
  return row?.bytes ?? 0;
}
