import type { Module } from '../kernel/index.ts';
import { attempt } from './attempt.ts';
import { bulkTables } from './bulk-watch.ts';
import { allocateDkimKey } from './dkim-key.ts';
import type { MailPorts } from './mail-ports.ts';
import { outboxTable } from './outbox.ts';
import { readReport, receiveReport } from './read-report.ts';
import { type ReportOnItsWay, reportTimer } from './send-report.ts';
import { suppressionTable } from './suppression.ts';

/** The outgoing mail of the issuer and the wallet. */
export function mailModule(ports: MailPorts): Module {
  return {
    name: 'mail',
    tables: outboxTable + suppressionTable + bulkTables,
    commands: [receiveReport],
    timers: {
      'mail.attempt': (world, payload) => attempt(world, ports, (payload as { message: string }).message),
      [reportTimer]: (world, payload) => {
        const { forwardPath, blob } = payload as unknown as ReportOnItsWay;
        readReport(world, { forwardPath, data: world.blobs.bytesOf(blob) });
        world.blobs.release(blob);
      },
    },
    begin: allocateDkimKey,
  };
}
