import { emit } from '#sim/events';
import type { Module, World } from '#sim/kernel';
import { arrivalTimer, arriveLate } from './arrival.ts';
import { type Bounce, bounceTimer } from './bounce.ts';
import { capturedTable, requireCaptured } from './captured-message.ts';
import { deliver } from './deliver.ts';
import { filterReportTable, filterReportTimer, sendFilterReport } from './filter-report.ts';
import { changeFlags } from './flags.ts';
import { folderTable } from './folder-state.ts';
import { heldTable } from './held-count.ts';
import { appendMessage, copyMessages, expungeMessages, moveMessages, removeMessages } from './mail-program.ts';
import { mailboxOf, mailboxTable } from './mailbox.ts';
import { allowSender, changeSetting, createMailbox } from './mailbox-settings.ts';
import { purge, purgeTimer } from './placement.ts';
import { digestTimer, quarantineTable, releaseHeld, sendDigest } from './quarantine.ts';
import { replaceBytes } from './replace-bytes.ts';
import { expire, retentionTimer } from './retention.ts';
import { scanLinks, scannerTable, scanTimer, settleScan } from './scanner.ts';
import { fillStorage, freeStorage, storageTable } from './storage.ts';
import { trafficTable } from './traffic.ts';
import { deleteMessage, emptyTrash, markNotJunk, moveMessage, read, restore } from './user-actions.ts';
import { zap, zapTimer } from './zap.ts';

export interface MailboxPorts {
  /** Mail for an address that no mailbox of this world has: what comes back to the sender. Runs inside a command. */
  takeReturned(world: World, mail: { readonly forwardPath: string; readonly data: Uint8Array }): void;
}

/** The module of a world in which somebody sends: what hosts send back comes to whoever sent it. */
export function mailboxModuleWith(ports: MailboxPorts): Module {
  const bringing: Module['timers'] = {
    [bounceTimer]: (world, payload) => bringBack(world, payload as unknown as Bounce, ports),
  };
  return { ...mailboxModule, timers: { ...mailboxModule.timers, ...bringing } };
}

/** Mailboxes, what arrives in them, and what their owners do there. */
export const mailboxModule: Module = {
  name: 'mailbox',
  tables: [
    mailboxTable,
    capturedTable,
    folderTable,
    storageTable,
    heldTable,
    trafficTable,
    quarantineTable,
    filterReportTable,
    scannerTable,
  ].join(''),
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
    fillStorage,
    freeStorage,
    settleScan,
    replaceBytes,
  ],
  timers: {
    [purgeTimer]: (world, payload) => purge(world, requireCaptured(world, (payload as { captured: string }).captured)),
    [digestTimer]: (world, payload) => sendDigest(world, (payload as { mailbox: string }).mailbox),
    [filterReportTimer]: (world, payload) => sendFilterReport(world, (payload as { mailbox: string }).mailbox),
    [arrivalTimer]: arriveLate,
    [zapTimer]: zap,
    [bounceTimer]: (world, payload) => bringBack(world, payload as unknown as Bounce),
    [retentionTimer]: expire,
    [scanTimer]: (world, payload) => scanLinks(world, (payload as { captured: string }).captured),
  },
};

/** A bounce goes where its address says: to a mailbox like any mail, else to the sender's own side. */
async function bringBack(world: World, { report, returned, blob }: Bounce, ports?: MailboxPorts): Promise<void> {
  emit(world, 'mail.returned', returned);
  const forwardPath = returned.to;
  const data = world.blobs.bytesOf(blob);
  world.blobs.release(blob);
  if (mailboxOf(world, forwardPath) === undefined) ports?.takeReturned(world, { forwardPath, data });
  else await deliver(world, { message: report, kind: 'outside', reversePath: '', forwardPath, data });
}
