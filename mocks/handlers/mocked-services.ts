import type { operations } from './generated/operations.ts';

/** The name of an operation, as its OpenAPI document has it: `importRoster`. */
export type OperationId = (typeof operations)[number]['id'];

/** Where the services live: their origins, without a slash at the end. */
export interface ServiceOrigins {
  /** Of the schools: rosters, credentials, keys and status lists. */
  readonly issuer: string;
  /** Of the students: accounts, and what they hold. */
  readonly wallet: string;
  /** Of whoever checks. */
  readonly verifier: string;
}
