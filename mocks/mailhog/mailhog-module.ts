import { command, type Module } from '#sim/kernel';
import { discard } from '../mailbox/index.ts';
import { inviteJim, jimTable, sendJimAway } from './jim.ts';

/** Removes messages from wherever they lie; returns how many there were. */
export const deleteMessages = command<{ readonly messages: readonly string[] }, number>(
  'mailhog.delete',
  (world, { messages }) => messages.filter((message) => discard(world, message)).length,
);

/** What MailHog's API changes. The world needs `mailboxModule` and `smtpModule` beside it. */
export const mailhogModule: Module = {
  name: 'mailhog',
  tables: jimTable,
  commands: [deleteMessages, inviteJim, sendJimAway],
};
