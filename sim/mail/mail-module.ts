import type { Module } from '../kernel/index.ts';
import { attempt } from './attempt.ts';
import { allocateDkimKey } from './dkim-key.ts';
import type { MailPorts } from './mail-ports.ts';
import { outboxTable } from './outbox.ts';
import { suppressionTable } from './suppression.ts';

/** The outgoing mail of the issuer and the wallet. */
export function mailModule(ports: MailPorts): Module {
  return {
    name: 'mail',
    tables: outboxTable + suppressionTable,
    commands: [],
    timers: {
      'mail.attempt': (world, payload) => attempt(world, ports, (payload as { message: string }).message),
    },
    begin: allocateDkimKey,
  };
}
