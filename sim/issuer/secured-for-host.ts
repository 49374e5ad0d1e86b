import { ServiceError } from '../errors/index.ts';
import type { World } from '../kernel/index.ts';
import type { SecuredCredential } from '../proof/index.ts';
import { credentialOfSchool, securedOf } from './credential-record.ts';

/**
 * A school's credential as it may be sent to a host for its student. Throws ServiceError `credential-unknown`, also for
 * another school's, and `credential-revoked`, `credential-superseded`, `credential-expired`: nobody is sent what no longer
 * counts.
 */
export function securedForHost(world: World, school: string, credential: string): SecuredCredential {
  const { state, validUntil } = credentialOfSchool(world, school, credential);
  if (state === 'revoked') throw new ServiceError('credential-revoked');
  if (state === 'superseded') throw new ServiceError('credential-superseded');
  if (state === 'expired' || world.clock.now() >= validUntil) throw new ServiceError('credential-expired');
  return securedOf(world, credential);
}
