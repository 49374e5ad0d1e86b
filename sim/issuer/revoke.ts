import { ServiceError } from '../errors/index.ts';
import { emit } from '../events/index.ts';
import { command, type World } from '../kernel/index.ts';
import { type CredentialRecord, credentialOfSchool, setState } from './credential-record.ts';
import { endLinks } from './link.ts';
import { changeStatus } from './status-entry.ts';

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
    const record = credentialOfSchool(world, school, credential);
    if (record.state === 'superseded') throw new ServiceError('credential-superseded');
    if (record.state !== 'revoked') revoke(world, record, reason);
    return { credential, state: 'revoked' };
  },
);

export function revoke(world: World, record: CredentialRecord, reason: string): void {
  const { credential } = record;
  endForGood(world, record, 'revoked');
  endLinks(world, credential, 'withdrawn');
  emit(world, 'credential.revoked', { credential, reason });
}

/** Whatever ended so is refused everywhere: to who reads the status list, a replaced credential is a revoked one. */
export function endForGood(world: World, record: CredentialRecord, state: 'revoked' | 'superseded'): void {
  setState(world, record.credential, state);
  changeStatus(world, record, { purpose: 'revocation', isSet: true });
}
