import { ServiceError } from '../errors/index.ts';
import { emit } from '../events/index.ts';
import { command, type World } from '../kernel/index.ts';
import { type CredentialRecord, credentialOfSchool } from './credential-record.ts';
import { changeStatus, suspendedSince } from './status-entry.ts';

type Suspension = {
  readonly school: string;
  readonly credential: string;
  /** The school's own words; nobody outside sees them. */
  readonly reason: string;
};

/**
 * Lets a credential be refused until it is reinstated, as when its phone is lost; one that is suspended stays so. Its
 * validity goes on running out. Throws ServiceError `credential-unknown`, `credential-revoked`,
 * `credential-superseded`, `credential-expired`.
 */
export const suspendCredential = command<Suspension, { readonly credential: string; readonly isSuspended: true }>(
  'issuer.suspend',
  (world, { school, credential, reason }) => {
    const record = standingRecord(world, school, credential);
    if (suspendedSince(world, record) === undefined) {
      changeStatus(world, record, { purpose: 'suspension', isSet: true });
      emit(world, 'credential.suspended', { credential, reason });
    }
    return { credential, isSuspended: true };
  },
);

/** Ends a suspension; without one, nothing happens. Throws as {@link suspendCredential}. */
export const reinstateCredential = command<
  Omit<Suspension, 'reason'>,
  { readonly credential: string; readonly isSuspended: false }
>('issuer.reinstate', (world, { school, credential }) => {
  const record = standingRecord(world, school, credential);
  if (suspendedSince(world, record) !== undefined) {
    changeStatus(world, record, { purpose: 'suspension', isSet: false });
    emit(world, 'credential.reinstated', { credential });
  }
  return { credential, isSuspended: false };
});

/** What ended for good is neither suspended nor reinstated. */
function standingRecord(world: World, school: string, credential: string): CredentialRecord {
  const record = credentialOfSchool(world, school, credential);
  const { state, validUntil } = record;
  if (state === 'revoked') throw new ServiceError('credential-revoked');
  if (state === 'superseded') throw new ServiceError('credential-superseded');
  if (state === 'expired' || world.clock.now() >= validUntil) throw new ServiceError('credential-expired');
  return record;
}
