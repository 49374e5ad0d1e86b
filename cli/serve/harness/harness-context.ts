import { bearerOf, operationOf, type SecurityScheme } from '#sim/api';
import { ServiceError } from '#sim/errors';
import { isSameSecret, type RunningWorld, tokenHash } from '#sim/kernel';
import type { WorldAddress } from '../world-address.ts';

/** What the operations of a world's harness are made of. */
export interface HarnessContext {
  readonly name: string;
  readonly world: RunningWorld;
  /** Of the token that opens it. */
  readonly tokenHash: string;
  /** The clock moves by itself, at the machine's pace: nobody may move it. */
  readonly isRealTime: boolean;
  readonly worlds: OtherWorlds;
}

/** The worlds that one program serves side by side. */
export interface OtherWorlds {
  list(): readonly WorldAddress[];
  /** Throws ServiceError `world-name-invalid`, `world-exists`, `worlds-too-many`, `world-file-…`. */
  open(asked: { readonly name: string; readonly seed?: number; readonly startsAt?: number }): Promise<WorldAddress>;
  /** Ends it, and removes its file. Throws ServiceError `world-unknown`. */
  close(name: string): Promise<void>;
}

export const harnessOperation = operationOf<HarnessContext>();

/** The token of who runs the simulation: https://www.rfc-editor.org/rfc/rfc6750#section-2.1 */
export const harnessToken: SecurityScheme<HarnessContext, undefined> = {
  name: 'harnessToken',
  document: { type: 'http', scheme: 'bearer', description: 'What `todoku serve` printed when it started.' },
  authenticate(context, { header }) {
    requireToken(context, header('authorization'));
    return undefined;
  },
};

/** Throws ServiceError `unauthorized`. */
export function requireToken(context: Pick<HarnessContext, 'tokenHash'>, authorization?: string): void {
  const given = tokenHash(bearerOf(authorization) ?? '');
  if (!isSameSecret(given, context.tokenHash)) throw new ServiceError('unauthorized');
}
