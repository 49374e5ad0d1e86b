import { directModule } from '#drivers/direct';
import { dnsModule } from '#mocks/dns';
import { deliver, mailboxModuleWith, scannerSites } from '#mocks/mailbox';
import { refusedByRelay } from '#mocks/relay';
import { deskModule } from '#mocks/school';
import { smtpModule } from '#mocks/smtp';
import { createServices, serviceModules } from '#sim/api';
import type { Fetch, Module, RunningWorld } from '#sim/kernel';
import { dkimRecord, readReport } from '#sim/mail';
import { playModule } from './play-module.ts';

const services = serviceModules({
  deliver: (world, transmission) => refusedByRelay(world, transmission) ?? deliver(world, transmission),
});

/** Every part of the system that a scenario's world is made of. */
export const modules: readonly Module[] = [
  playModule,
  services.fault,
  services.mail,
  // After the module that makes the key that it publishes.
  dnsModule({ signingKey: dkimRecord }),
  services.issuer,
  services.openid4vci,
  services.wallet,
  mailboxModuleWith({ takeReturned: readReport }),
  smtpModule,
  directModule,
  services.verify,
  deskModule,
  ...services.interfaces,
];

/** The services of a world behind their origins, and the sites of link scanners, reached in process. */
export function serveInProcess(world: RunningWorld): Fetch {
  return createServices(world, { sites: scannerSites }).fetch;
}
