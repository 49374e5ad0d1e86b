import { emit } from '../events/index.ts';
import type { World } from '../kernel/index.ts';
import {
  type AchievementCredential,
  type SecuredCredential,
  secureCredential,
  signingKeyOf,
  unverifiedCredential,
} from '../proof/index.ts';
import { checkClaimable, settleClaim } from './claim.ts';
import { type CredentialRecord, credentialOf, securedOf } from './credential-record.ts';
import { schoolOf } from './school.ts';
import { currentKey } from './school-key.ts';

/** Who proved to have a key. */
export interface Holder {
  /** did:key or did:jwk of the key, as the holder names it. */
  readonly did: string;
  /** RFC 7638 thumbprint of the key. */
  readonly thumbprint: string;
}

export interface BoundCredential extends SecuredCredential {
  readonly credential: string;
}

/** The claims that a VC-JWT has beside the credential, and the proof that an embedded one has in it. */
const notOfCredential: ReadonlySet<string> = new Set(['iss', 'jti', 'sub', 'nbf', 'exp', 'proof']);

/**
 * Hands the credential to the holder of a key: the same credential (id, validity, status entry), secured once more with
 * the holder's DID as its subject, so that a verifier can ask for a proof of the key (OB 3.0 implementation guide,
 * "Claiming"). It counts as received by that key, and no other one gets it; the same key gets the same text again. Only
 * inside a command. Throws what {@link checkClaimable} throws.
 */
export async function bindCredential(world: World, credential: string, holder: Holder): Promise<BoundCredential> {
  const record = credentialOf(world, credential);
  if (isBoundTo(record, holder)) return { credential, ...securedOf(world, credential) };
  checkClaimable(world, record);
  const key = signingKeyOf(currentKey(world, record.school));
  const { mechanism } = schoolOf(world, record.school);
  const { secured, mediaType } = await secureCredential(boundTo(holder, securedOf(world, credential)), key, {
    mechanism,
    created: world.clock.now(),
  });
  // The text with the pseudonym has never left the issuer: there is one copy of it in the world.
  world.store.run(
    'UPDATE issuer_secured SET secured = ?, media_type = ? WHERE credential = ?',
    secured,
    mediaType,
    credential,
  );
  world.store.run('UPDATE issuer_credential SET key_id = ? WHERE credential = ?', key.kid, credential);
  const method = holder.did.startsWith('did:key:') ? 'did:key' : 'did:jwk';
  emit(world, 'credential.bound', { credential, method, holder: holder.thumbprint });
  settleClaim(world, credential, accountOf(holder));
  return { credential, secured, mediaType };
}

/** Whether this very key received it, and may have it again. */
export function isBoundTo({ state, account }: CredentialRecord, holder: Holder): boolean {
  return state === 'claimed' && account === accountOf(holder);
}

function accountOf({ thumbprint }: Holder): string {
  return `openid4vci:${thumbprint}`;
}

function boundTo({ did }: Holder, { secured }: SecuredCredential): AchievementCredential {
  const members = Object.entries(unverifiedCredential(secured) ?? {});
  const credential = Object.fromEntries(
    members.filter(([name]) => !notOfCredential.has(name)),
  ) as AchievementCredential;
  return { ...credential, credentialSubject: { ...credential.credentialSubject, id: did } };
}
