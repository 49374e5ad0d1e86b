import type { Module } from '#sim/kernel';
import { capturedTable, requirePlaced } from './captured-message.ts';
import { mailboxTable } from './mailbox.ts';
import { allowSender, changeSetting, createMailbox } from './mailbox-settings.ts';
import { purge, purgeTimer } from './placement.ts';
import { deleteMessage, emptyTrash, markNotJunk, moveMessage, read, restore } from './user-actions.ts';

/** Mailboxes, what arrives in them, and what their owners do there. */
export const mailboxModule: Module = {
  name: 'mailbox',
  tables: mailboxTable + capturedTable,
  commands: [
    createMailbox,
    changeSetting,
    allowSender,
    read,
    moveMessage,
    deleteMessage,
    restore,
    emptyTrash,
    markNotJunk,
  ],
  timers: {
    [purgeTimer]: (world, payload) => purge(world, requirePlaced(world, (payload as { captured: string }).captured)),
  },
};
