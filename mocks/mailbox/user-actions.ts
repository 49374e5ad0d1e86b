import { ServiceError } from '#sim/errors';
import { emit } from '#sim/events';
import { command } from '#sim/kernel';
import type { Folder } from '../providers/index.ts';
import { requirePlaced, summaries } from './captured-message.ts';
import { countFlagChange } from './folder-state.ts';
import { requireMailbox } from './mailbox.ts';
import { addToList } from './mailbox-settings.ts';
import { move, purge } from './placement.ts';

/** What each of these is given; all throw ServiceError `captured-unknown`. */
type OneMessage = { readonly captured: string };

export const read = command<OneMessage, void>('mailbox.read', (world, { captured }) => {
  const placed = requirePlaced(world, captured);
  world.store.run('UPDATE mailbox_message SET is_read = 1 WHERE captured = ?', captured);
  countFlagChange(world, placed.mailbox, placed.folder);
  emit(world, 'mail.read', { captured, folder: placed.folder });
});

export const moveMessage = command<OneMessage & { readonly to: Folder }, void>(
  'mailbox.move',
  (world, { captured, to }) => move(world, requirePlaced(world, captured), to),
);

/** Into the trash; out of the trash for good. */
export const deleteMessage = command<OneMessage, void>('mailbox.delete', (world, { captured }) => {
  const placed = requirePlaced(world, captured);
  if (placed.folder === 'trash') purge(world, placed);
  else move(world, placed, 'trash');
});

/** Out of the trash, to where the message was before. Throws ServiceError `folder-unfit` too. */
export const restore = command<OneMessage, void>('mailbox.restore', (world, { captured }) => {
  const placed = requirePlaced(world, captured);
  if (placed.folder !== 'trash') throw new ServiceError('folder-unfit', { folder: 'trash' });
  move(world, placed, placed.folderBefore ?? 'inbox');
});

/** Throws ServiceError `mailbox-unknown` instead. */
export const emptyTrash = command<{ readonly mailbox: string }, void>('mailbox.emptyTrash', (world, { mailbox }) => {
  requireMailbox(world, mailbox);
  for (const { captured } of summaries(world, mailbox, ['trash'])) purge(world, requirePlaced(world, captured));
});

/** Out of the junk folder into the inbox; the filter learns the sender. Throws ServiceError `folder-unfit` too. */
export const markNotJunk = command<OneMessage, void>('mailbox.markNotJunk', (world, { captured }) => {
  const placed = requirePlaced(world, captured);
  if (placed.folder !== 'junk') throw new ServiceError('folder-unfit', { folder: 'junk' });
  move(world, placed, 'inbox');
  if (placed.fromAddress !== '') addToList(world, placed.mailbox, 'trustedSenders', placed.fromAddress.toLowerCase());
});
