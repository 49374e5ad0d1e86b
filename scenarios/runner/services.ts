import { directModule } from '#drivers/direct';
import { dnsModule } from '#mocks/dns';
import { deliver, mailboxModuleWith, scannerSites } from '#mocks/mailbox';
import { refusedByRelay } from '#mocks/relay';
import { deskModule } from '#mocks/school';
import { smtpModule } from '#mocks/smtp';
import { createServices, serviceModules } from '#sim/api';
import type { Fetch, Module, RunningWorld } from '#sim/kernel';
import { dkimRecord, type MailPorts, mailModule, readReport } from '#sim/mail';
import { playModule } from './play-module.ts';

/** What becomes of a mail that the services send: the host that it leaves through answers, then its provider. */
export const receivingSide: MailPorts['deliver'] = (world, transmission) =>
  refusedByRelay(world, transmission) ?? deliver(world, transmission);

const services = serviceModules({ deliver: receivingSide });

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

/** The same parts, where the mail of the services takes another way to its receiving side. */
export function modulesSendingBy(way: MailPorts['deliver']): readonly Module[] {
  return modules.map((module) => (module.name === services.mail.name ? mailModule({ deliver: way }) : module));
}

/** The services of a world behind their origins, and the sites of link scanners, reached in process. */
export function serveInProcess(world: RunningWorld): Fetch {
  return createServices(world, { sites: scannerSites }).fetch;
}
