import express, { type Router } from 'express';
import { directModule } from '#drivers/direct';
import { dnsModule } from '#mocks/dns';
import { deliver, mailboxModuleWith, scannerSites } from '#mocks/mailbox';
import { refusedByRelay } from '#mocks/relay';
import { deskModule } from '#mocks/school';
import { smtpModule } from '#mocks/smtp';
import { createIssuerRouter, createWalletRouter, inProcessFetch, problemHandler } from '#sim/api';
import { ServiceError } from '#sim/errors';
import { faultModule, isDown } from '#sim/faults';
import { issuerModule } from '#sim/issuer';
import type { Fetch, Module, RunningWorld } from '#sim/kernel';
import { dkimRecord, mailModule, readReport } from '#sim/mail';
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
  walletModule,
  mailboxModuleWith({ takeReturned: readReport }),
  smtpModule,
  directModule,
  verifyModule,
  deskModule,
];

/** The issuer and the wallet of a world behind their origins, and the sites of link scanners, reached in process. */
export function serveInProcess(world: RunningWorld): Fetch {
  // The wallet's own calls to the issuer take the same way as everyone else's.
  const fetch: Fetch = (url, request) => carry(url, request);
  const carry = inProcessFetch({
    ...scannerSites,
    [world.origins.issuer]: application(world, 'issuer', createIssuerRouter(world)),
    [world.origins.wallet]: application(world, 'wallet', createWalletRouter(world, { fetch })),
  });
  return fetch;
}

function application(world: RunningWorld, service: 'issuer' | 'wallet', router: Router): express.Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use((_request, _response, next) =>
    next(isDown(world, service) ? new ServiceError('service-unavailable') : undefined),
  );
  app.use(router);
  app.use(() => {
    throw new ServiceError('not-found');
  });
  app.use(problemHandler());
  return app;
}
