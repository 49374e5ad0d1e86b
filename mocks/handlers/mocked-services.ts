import type { operations } from './generated/operations.ts';

export type ServiceName = keyof ServiceOrigins;

/** The name of an operation of a service, as its OpenAPI document has it: `importRoster` of the `issuer`. */
export type OperationId<Service extends ServiceName = ServiceName> = Extract<
  (typeof operations)[number],
  { readonly service: Service }
>['id'];

/** Where the services live: their origins, without a slash at the end. */
export interface ServiceOrigins {
  /** Of the schools: rosters, credentials, keys and status lists. */
  readonly issuer: string;
  /** Of the students: accounts, and what they hold. */
  readonly wallet: string;
  /** Of whoever checks. */
  readonly verifier: string;
}
