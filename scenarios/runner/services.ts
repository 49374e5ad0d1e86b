import { directModule } from '#drivers/direct';
import { dnsModule } from '#mocks/dns';
import { deliver, mailboxModuleWith, scannerSites } from '#mocks/mailbox';
import { refusedByRelay } from '#mocks/relay';
import { deskModule } from '#mocks/school';
import { smtpModule } from '#mocks/smtp';
import { createServices } from '#sim/api';
import { badgeConnectModule } from '#sim/badge-connect';
import { faultModule } from '#sim/faults';
import { hostModule } from '#sim/host';
import { issuerModule } from '#sim/issuer';
import type { Fetch, Module, RunningWorld } from '#sim/kernel';
import { dkimRecord, mailModule, readReport } from '#sim/mail';
import { oauthModule } from '#sim/oauth';
import { openid4vciModule } from '#sim/openid4vci';
import { verifyModule } from '#sim/verify';
import { walletModule } from '#sim/wallet';
import { playModule } from './play-module.ts';

/** Every part of the system that a scenario's world is made of. */
export const modules: readonly Module[] = [
  playModule,
  faultModule,
  mailModule({
    deliver: (world, transmission) => refusedByRelay(world, transmission) ?? deliver(world, transmission),
  }),
  // After the module that makes the key that it publishes.
  dnsModule({ signingKey: dkimRecord }),
  issuerModule,
  openid4vciModule,
  walletModule,
  badgeConnectModule,
  mailboxModuleWith({ takeReturned: readReport }),
  smtpModule,
  directModule,
  verifyModule,
  deskModule,
  oauthModule,
  hostModule,
];

/** The services of a world behind their origins, and the sites of link scanners, reached in process. */
export function serveInProcess(world: RunningWorld): Fetch {
  return createServices(world, { sites: scannerSites }).fetch;
}
