import { ServiceError } from '../errors/index.ts';
import { emit } from '../events/index.ts';
import { command, type World } from '../kernel/index.ts';
import { credentialOfSchool, setState } from './credential-record.ts';
import { endLinks } from './link.ts';

type Revocation = {
  readonly school: string;
  readonly credential: string;
  /** The school's own words; nobody outside sees them. */
  readonly reason: string;
};

/**
 * Ends a credential for good; one that is revoked already stays as it is. Throws ServiceError `credential-unknown`,
 * `credential-superseded`.
 */
export const revokeCredential = command<Revocation, { readonly credential: string; readonly state: 'revoked' }>(
  'issuer.revoke',
  (world, { school, credential, reason }) => {
    const { state } = credentialOfSchool(world, school, credential);
    if (state === 'superseded') throw new ServiceError('credential-superseded');
    if (state !== 'revoked') revoke(world, credential, reason);
    return { credential, state: 'revoked' };
  },
);

export function revoke(world: World, credential: string, reason: string): void {
  setState(world, credential, 'revoked');
  endLinks(world, credential, 'withdrawn');
  emit(world, 'credential.revoked', { credential, reason });
}
