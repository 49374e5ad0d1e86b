import type { Module } from '#sim/kernel';
import { arrivalTimer, arriveLate } from './arrival.ts';
import { capturedTable, requireCaptured } from './captured-message.ts';
import { changeFlags } from './flags.ts';
import { folderTable } from './folder-state.ts';
import { heldTable } from './held-count.ts';
import { appendMessage, copyMessages, expungeMessages, moveMessages, removeMessages } from './mail-program.ts';
import { mailboxTable } from './mailbox.ts';
import { allowSender, changeSetting, createMailbox } from './mailbox-settings.ts';
import { purge, purgeTimer } from './placement.ts';
import { digestTimer, quarantineTable, releaseHeld, sendDigest } from './quarantine.ts';
import { expire, retentionTimer } from './retention.ts';
import { scanLinks, scannerTable, scanTimer, settleScan } from './scanner.ts';
import { trafficTable } from './traffic.ts';
import { deleteMessage, emptyTrash, markNotJunk, moveMessage, read, restore } from './user-actions.ts';
import { zap, zapTimer } from './zap.ts';

/** Mailboxes, what arrives in them, and what their owners do there. */
export const mailboxModule: Module = {
  name: 'mailbox',
  tables: mailboxTable + capturedTable + folderTable + heldTable + trafficTable + quarantineTable + scannerTable,
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
    changeFlags,
    moveMessages,
    copyMessages,
    expungeMessages,
    removeMessages,
    appendMessage,
    releaseHeld,
    settleScan,
  ],
  timers: {
    [purgeTimer]: (world, payload) => purge(world, requireCaptured(world, (payload as { captured: string }).captured)),
    [digestTimer]: (world, payload) => sendDigest(world, (payload as { mailbox: string }).mailbox),
    [arrivalTimer]: arriveLate,
    [zapTimer]: zap,
    [retentionTimer]: expire,
    [scanTimer]: (world, payload) => scanLinks(world, (payload as { captured: string }).captured),
  },
};
