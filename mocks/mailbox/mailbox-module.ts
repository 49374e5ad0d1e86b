import { emit } from '#sim/events';
import type { Module, World } from '#sim/kernel';
import { arrivalTimer, arriveLate } from './arrival.ts';
import { type Bounce, bounceTimer } from './bounce.ts';
import { capturedTable, requireCaptured } from './captured-message.ts';
import { deliver } from './deliver.ts';
import { mailboxOf, mailboxTable } from './mailbox.ts';
import { allowSender, changeSetting, createMailbox } from './mailbox-settings.ts';
import { purge, purgeTimer } from './placement.ts';
import { digestTimer, quarantineTable, releaseHeld, sendDigest } from './quarantine.ts';
import { scanLinks, scannerTable, scanTimer, settleScan } from './scanner.ts';
import { trafficTable } from './traffic.ts';
import { deleteMessage, emptyTrash, markNotJunk, moveMessage, read, restore } from './user-actions.ts';
import { zap, zapTimer } from './zap.ts';

export interface MailboxPorts {
  /** Mail for an address that no mailbox of this world has: what comes back to the sender. Runs inside a command. */
  takeReturned(world: World, mail: { readonly forwardPath: string; readonly data: Uint8Array }): void;
}

/** Mailboxes, what arrives in them, and what their owners do there. */
export function mailboxModuleWith(ports: MailboxPorts): Module {
  return {
    name: 'mailbox',
    tables: mailboxTable + capturedTable + trafficTable + quarantineTable + scannerTable,
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
      releaseHeld,
      settleScan,
    ],
    timers: {
      [purgeTimer]: (world, payload) =>
        purge(world, requireCaptured(world, (payload as { captured: string }).captured)),
      [digestTimer]: (world, payload) => sendDigest(world, (payload as { mailbox: string }).mailbox),
      [arrivalTimer]: arriveLate,
      [zapTimer]: zap,
      [scanTimer]: (world, payload) => scanLinks(world, (payload as { captured: string }).captured),
      [bounceTimer]: (world, payload) => bringBack(world, ports, payload as unknown as Bounce),
    },
  };
}

/** For worlds that nobody sends in from inside: what comes back finds nobody. */
export const mailboxModule: Module = mailboxModuleWith({ takeReturned: () => undefined });

/** A bounce goes where its address says: to a mailbox like any mail, else to the sender's own side. */
async function bringBack(world: World, ports: MailboxPorts, { report, returned, data }: Bounce): Promise<void> {
  emit(world, 'mail.returned', returned);
  const forwardPath = returned.to;
  const bytes = Buffer.from(data, 'base64');
  if (mailboxOf(world, forwardPath) === undefined) ports.takeReturned(world, { forwardPath, data: bytes });
  else await deliver(world, { message: report, kind: 'outside', reversePath: '', forwardPath, data: bytes });
}
