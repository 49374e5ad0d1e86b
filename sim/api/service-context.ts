import type { Fetch, RunningWorld } from '../kernel/index.ts';
import type { HashPassword } from '../wallet/index.ts';
import { operationOf, type PageApp } from './operation/index.ts';

/** What the operations of every service are made of. */
export interface ServiceContext {
  readonly world: RunningWorld;
  /** Reaches the services of this world, at its own origins. */
  readonly fetch: Fetch;
  /** Reaches hosts of other people: those that the operator named, and no others. */
  readonly outward: Fetch;
  /** Instead of scrypt, for those who count what a request costs. */
  readonly hashPassword?: HashPassword;
  /** The app that takes over the pages of mail links, where it was built. */
  readonly pageApp?: PageApp | undefined;
}

export const serviceOperation = operationOf<ServiceContext>();
