import type { RequestListener } from 'node:http';
import type { Express } from 'express';
import { ServiceError } from '../errors/index.ts';
import { isDown } from '../faults/index.ts';
import type { Fetch, RunningWorld } from '../kernel/index.ts';
import { requireCurrentApp } from '../wallet/index.ts';
import { openApiOperation, type ServiceName } from './about.ts';
import { schoolConnections, walletConnections } from './badge-connect/index.ts';
import { inProcessFetch } from './in-process-fetch.ts';
import { issuerOperations } from './issuer/index.ts';
import { showLogo } from './logo.ts';
import { oauthOperations } from './oauth/index.ts';
import { openBadgesOperations, showPrivacyPolicy, showTerms } from './open-badges/index.ts';
import { openid4vciOperations } from './openid4vci/index.ts';
import { openid4vpVerifierOperations } from './openid4vp/verifier-operations.ts';
import { openid4vpWalletOperations } from './openid4vp/wallet-operations.ts';
import { createApplication, type Operation, type PageApp, type Service } from './operation/index.ts';
import type { ServiceContext } from './service-context.ts';
import { vcApiIssuerOperations } from './vc-api/issuer-operations.ts';
import { vcApiVerifierOperations } from './vc-api/verifier-operations.ts';
import { verifierOperations } from './verifier/operations.ts';
import { walletOperations } from './wallet/index.ts';

/** Everything that a world answers over HTTP, by service: each stands at an origin of its own. */
export const services: { readonly [Name in ServiceName]: Service<ServiceContext> } = {
  issuer: service('issuer', [
    ...issuerOperations,
    ...openid4vciOperations,
    ...vcApiIssuerOperations,
    ...schoolConnections,
    showLogo,
    showTerms,
    showPrivacyPolicy,
  ]),
  wallet: service('wallet', [
    ...walletOperations,
    ...oauthOperations,
    ...openBadgesOperations,
    ...openid4vpWalletOperations,
    ...walletConnections,
    showLogo,
  ]),
  verifier: service('verifier', [...verifierOperations, ...openid4vpVerifierOperations, ...vcApiVerifierOperations]),
};

/** The operations under a name, and the one that describes them all. */
function service(name: ServiceName, operations: readonly Operation<ServiceContext>[]): Service<ServiceContext> {
  const whole: Service<ServiceContext> = {
    name,
    wire: 'problem',
    operations: [...operations, openApiOperation(name, () => whole)],
  };
  return whole;
}

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
  /** The app that takes over the wallet's pages of mail links in a browser; they stand alone when absent. */
  readonly walletApp?: PageApp | undefined;
  /** How the services ask each other; in process when absent. */
  readonly between?: Fetch;
}

export function createServices(world: RunningWorld, options: WorldServicesOptions = {}): WorldServices {
  const { outward = nobody, sites = {}, walletApp } = options;
  const fetch: Fetch = (url, request) => carry(url, request);
  // A service's own calls to another one take the same way as everyone else's.
  const context: ServiceContext = { world, fetch: options.between ?? fetch, outward };
  const applications = {
    issuer: application('issuer', context),
    wallet: application('wallet', { ...context, pageApp: walletApp }),
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

function application(name: ServiceName, context: ServiceContext): Express {
  return createApplication(services[name], context, (request) => {
    if (isDown(context.world, name)) throw new ServiceError('service-unavailable');
    if (name === 'wallet') requireCurrentApp(context.world, request.headers['user-agent'] ?? '');
  });
}

const nobody: Fetch = async (url) => {
  throw new ServiceError('egress-not-named', { host: URL.parse(url)?.hostname ?? '?' });
};
