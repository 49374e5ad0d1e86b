import { ServiceError } from '#sim/errors';
import { command } from '#sim/kernel';
import { count } from './held-count.ts';

/**
 * Puts other bytes in the place of a captured message's: what a server outside made of it on its way. Envelope, folder
 * and everything else stay. Throws ServiceError `captured-unknown`.
 */
export const replaceBytes = command<{ readonly captured: string; readonly data: Uint8Array }, void>(
  'mailbox.replaceBytes',
  (world, { captured, data }) => {
    const row = world.store.get<{ blob: number; sizeBytes: number }>(
      'SELECT blob, size_bytes AS sizeBytes FROM mailbox_data JOIN mailbox_message USING (captured) WHERE captured = ?',
      captured,
    );
    if (row === undefined) throw new ServiceError('captured-unknown');
    const blob = world.blobs.keep(data);
    world.blobs.release(row.blob);
    world.store.run('UPDATE mailbox_data SET blob = ? WHERE captured = ?', blob, captured);
    world.store.run('UPDATE mailbox_message SET size_bytes = ? WHERE captured = ?', data.length, captured);
    count(world, 0, data.length - row.sizeBytes);
  },
);
