import { emit } from '#sim/events';
import { command, type World } from '#sim/kernel';
import { requireMailbox } from './mailbox.ts';
import { usedBytes } from './used-bytes.ts';

/** Old mails and photos, which take room and are nothing else in this world. */
export const storageTable = `
  CREATE TABLE mailbox_storage (mailbox TEXT PRIMARY KEY, bytes INTEGER NOT NULL) STRICT, WITHOUT ROWID;`;

type OneMailbox = { readonly mailbox: string };

/** Other things of the owner take all the storage that is left. Throws ServiceError `mailbox-unknown`. */
export const fillStorage = command<OneMailbox, void>('mailbox.fillStorage', (world, { mailbox }) => {
  const quota = Number(requireMailbox(world, mailbox).settings.quotaBytes);
  const left = Math.max(0, quota - usedBytes(world, mailbox));
  world.store.run(
    `INSERT INTO mailbox_storage (mailbox, bytes) VALUES (?, ?)
     ON CONFLICT (mailbox) DO UPDATE SET bytes = bytes + excluded.bytes`,
    mailbox,
    left,
  );
  tell(world, mailbox);
});

/** The owner throws those things away; the mails of this world stay. Throws ServiceError `mailbox-unknown`. */
export const freeStorage = command<OneMailbox, void>('mailbox.freeStorage', (world, { mailbox }) => {
  requireMailbox(world, mailbox);
  world.store.run('DELETE FROM mailbox_storage WHERE mailbox = ?', mailbox);
  tell(world, mailbox);
});

function tell(world: World, mailbox: string): void {
  const quotaBytes = Number(requireMailbox(world, mailbox).settings.quotaBytes);
  emit(world, 'mailbox.storage-changed', { mailbox, usedBytes: usedBytes(world, mailbox), quotaBytes });
}
