import { emit } from '../events/index.ts';
import type { World } from '../kernel/index.ts';
import { credentialOf, isOpen, setState } from './credential-record.ts';
import { endLinks } from './link.ts';

/** Nobody received it in time. A later resend opens another window. */
export function endClaimWindow(
  world: World,
  { credential, round }: { readonly credential: string; readonly round: number },
): void {
  const record = credentialOf(world, credential);
  // At the end of the validity the other timer has the word.
  if (!isOpen(record) || record.round !== round || record.claimUntil >= record.validUntil) return;
  setState(world, credential, 'unclaimed-expired');
  emit(world, 'credential.expired', { credential, cause: 'claim-window' });
}

/** The academic year is over. */
export function endValidity(world: World, { credential }: { readonly credential: string }): void {
  const record = credentialOf(world, credential);
  if (!isOpen(record) && record.state !== 'claimed') return;
  setState(world, credential, 'expired');
  endLinks(world, credential, 'withdrawn');
  emit(world, 'credential.expired', { credential, cause: 'validity' });
}
