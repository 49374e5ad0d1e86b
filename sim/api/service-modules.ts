import { faultModule } from '../faults/index.ts';
import { hostModule } from '../host/index.ts';
import { issuerModule } from '../issuer/index.ts';
import type { Module } from '../kernel/index.ts';
import { type MailPorts, mailModule } from '../mail/index.ts';
import { oauthModule } from '../oauth/index.ts';
import { openid4vciModule } from '../openid4vci/index.ts';
import { openid4vpModule } from '../openid4vp/index.ts';
import { verifyModule } from '../verify/index.ts';
import { walletModule } from '../wallet/index.ts';

/** The modules that the services of a world stand on, each by itself: a world may have others between them. */
export interface ServiceModules {
  readonly fault: Module;
  readonly mail: Module;
  readonly issuer: Module;
  readonly openid4vci: Module;
  readonly wallet: Module;
  readonly verify: Module;
  /** Those of the standards' interfaces; they come after all others. */
  readonly interfaces: readonly Module[];
}

/** A module that an operation needs is named here, so that worlds that are played, served and mocked all have it. */
export function serviceModules(ports: MailPorts): ServiceModules {
  return {
    fault: faultModule,
    mail: mailModule(ports),
    issuer: issuerModule,
    openid4vci: openid4vciModule,
    wallet: walletModule,
    verify: verifyModule,
    interfaces: [oauthModule, hostModule, openid4vpModule],
  };
}

/** All of them, in the order that a world of services alone has. */
export function inOrder(modules: ServiceModules): readonly Module[] {
  const { fault, mail, issuer, openid4vci, wallet, verify, interfaces } = modules;
  return [fault, mail, issuer, openid4vci, wallet, verify, ...interfaces];
}
