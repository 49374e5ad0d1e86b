import { ServiceError } from '../errors/index.ts';
import { emit } from '../events/index.ts';
import { command, type World } from '../kernel/index.ts';
import { addressKey } from '../mail/index.ts';
import type { SecuredMediaType } from '../proof/index.ts';
import { type CredentialRecord, credentialOf, securedOf, setState } from './credential-record.ts';
import { endLinks } from './link.ts';

type Claim = {
  readonly credential: string;
  /** The wallet's name for the account. */
  readonly account: string;
  /** The account's confirmed addresses. */
  readonly addresses: readonly string[];
};

/** What the wallet gets. */
type Claimed = {
  readonly credential: string;
  readonly secured: string;
  readonly mediaType: SecuredMediaType;
};

/**
 * Hands the credential to an account that owns its address; the same account gets the same answer again. Throws
 * ServiceError `credential-unknown`, `credential-revoked`, `credential-superseded`, `credential-expired`,
 * `claim-window-over`, `already-claimed`, `offer-of-another-address`.
 */
export const claimCredential = command<Claim, Claimed>('issuer.claim', (world, { credential, account, addresses }) => {
  const record = credentialOf(world, credential);
  const answer = { credential, ...securedOf(world, credential) };
  if (record.state === 'claimed' && record.account === account) return answer;
  // Who does not own the address learns nothing of the state.
  const key = addressKey(record.address);
  if (!addresses.some((address) => addressKey(address) === key)) throw new ServiceError('offer-of-another-address');
  checkClaimable(world, record);
  settleClaim(world, credential, account);
  return answer;
});

/** Records who has it now; its links lead nowhere from then on. Only inside a command. */
export function settleClaim(world: World, credential: string, account: string): void {
  world.store.run('UPDATE issuer_credential SET account = ? WHERE credential = ?', account, credential);
  setState(world, credential, 'claimed');
  endLinks(world, credential, 'used');
  emit(world, 'credential.claimed', { credential });
}

/**
 * Throws ServiceError `credential-revoked`, `credential-superseded`, `credential-expired`, `already-claimed`,
 * `claim-window-over`.
 */
export function checkClaimable(world: World, { state, claimUntil, validUntil }: CredentialRecord): void {
  const now = world.clock.now();
  if (state === 'revoked') throw new ServiceError('credential-revoked');
  if (state === 'superseded') throw new ServiceError('credential-superseded');
  if (state === 'expired' || now >= validUntil) throw new ServiceError('credential-expired');
  if (state === 'claimed') throw new ServiceError('already-claimed');
  if (state === 'unclaimed-expired' || now >= claimUntil) throw new ServiceError('claim-window-over');
}
