import type { RequestListener } from 'node:http';
import express, { type Express } from 'express';
import { ServiceError } from '../errors/index.ts';
import { isDown } from '../faults/index.ts';
import type { Fetch, Origins, RunningWorld } from '../kernel/index.ts';
import { schoolConnections, walletConnections } from './badge-connect/index.ts';
import { inProcessFetch } from './in-process-fetch.ts';
import { createIssuerRouter } from './issuer-router.ts';
import { oauthOperations } from './oauth/index.ts';
import { openBadgesOperations } from './open-badges/index.ts';
import { createApplication, createRouter, errorHandler, type Service } from './operation/index.ts';
import type { ServiceContext } from './service-context.ts';
import { createWalletRouter } from './wallet-router.ts';

export type ServiceName = keyof Origins;

/** Everything that a world answers over HTTP, by service: each stands at an origin of its own. */
export const services: { readonly [Name in ServiceName]: Service<ServiceContext> } = {
  issuer: { name: 'issuer', wire: 'problem', operations: [...schoolConnections] },
  wallet: {
    name: 'wallet',
    wire: 'problem',
    operations: [...oauthOperations, ...openBadgesOperations, ...walletConnections],
  },
  verifier: { name: 'verifier', wire: 'problem', operations: [] },
};

/** The services of a world, ready to be put behind sockets or to be asked in process. */
export interface WorldServices {
  readonly applications: { readonly [Name in ServiceName]: Express };
  /** Asks them in process, each at its origin; throws TypeError for any other. */
  readonly fetch: Fetch;
}

export interface WorldServicesOptions {
  /** How hosts of other people are reached; nobody is when absent. */
  readonly outward?: Fetch;
  /** Other sites of the simulation that can be asked in process, by origin. */
  readonly sites?: Readonly<Record<string, RequestListener>>;
}

export function createServices(world: RunningWorld, options: WorldServicesOptions = {}): WorldServices {
  const { outward = nobody, sites = {} } = options;
  // A service's own calls to another one take the same way as everyone else's.
  const fetch: Fetch = (url, request) => carry(url, request);
  const context: ServiceContext = { world, fetch, outward };
  const applications = {
    issuer: application('issuer', context, createIssuerRouter(world)),
    wallet: application('wallet', context, createWalletRouter(world, context)),
    verifier: application('verifier', context),
  };
  const carry = inProcessFetch({
    ...sites,
    [world.origins.issuer]: applications.issuer,
    [world.origins.wallet]: applications.wallet,
    [world.origins.verifier]: applications.verifier,
  });
  return { applications, fetch };
}

function application(name: ServiceName, context: ServiceContext, before?: express.Router): Express {
  const refuseWhenDown = (): void => {
    if (isDown(context.world, name)) throw new ServiceError('service-unavailable');
  };
  const app = createApplication(services[name], context, refuseWhenDown);
  if (before === undefined) return app;
  const whole = express();
  whole.disable('x-powered-by');
  whole.set('etag', false);
  whole.use((_request, _response, next) => {
    refuseWhenDown();
    next();
  });
  whole.use(createRouter(services[name], context), before, app);
  whole.use(errorHandler('problem'));
  return whole;
}

const nobody: Fetch = async (url) => {
  throw new ServiceError('egress-not-named', { host: URL.parse(url)?.hostname ?? '?' });
};
