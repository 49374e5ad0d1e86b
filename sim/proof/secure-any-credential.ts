import { ServiceError } from '../errors/index.ts';
import { formatInstant, type Instant } from '../kernel/index.ts';
import { quadsOf } from './canonical-quads.ts';
import { signCompactJws } from './compact-jws.ts';
import { type JsonObject, objectOf } from './json-object.ts';
import { multikeyOf } from './multikey.ts';
import type { SecuredCredential } from './secured-credential.ts';
import type { SecuringMechanism } from './securing-mechanism.ts';
import type { SigningKey } from './signing-key.ts';
import { numericDate } from './vc-jwt-claims.ts';

/**
 * Secures a credential of data model 2.0 that somebody else wrote, by the mechanism, whose key it must be. The caller
 * has seen to its members and its issuer; here every word of it must have a meaning. Throws ServiceError
 * `jsonld-unsafe`, `context-unknown`.
 */
export async function secureAnyCredential(
  credential: JsonObject,
  key: SigningKey,
  {
    mechanism,
    issuer,
    created,
  }: { readonly mechanism: SecuringMechanism; readonly issuer: string; readonly created: Instant },
): Promise<SecuredCredential> {
  if (mechanism !== 'eddsa-rdfc-2022') return secureAsJwt(credential, key, { issuer, created });
  const { secureWithDataIntegrity } = await import('./data-integrity.ts');
  const { secured } = await secureWithDataIntegrity(credential, key, {
    verificationMethod: `${issuer}#${multikeyOf(key.publicKey)}`,
    created: new Date(created).toISOString().replace(/\.\d+Z$/, 'Z'),
  });
  return { secured: JSON.stringify(secured), mediaType: 'application/vc+ld+json' };
}

/** OB 3.0 §8.2.3: `iss`, `jti` and `nbf` always, `sub` and `exp` when their properties are there. */
async function secureAsJwt(
  credential: JsonObject,
  key: SigningKey,
  { issuer, created }: { readonly issuer: string; readonly created: Instant },
): Promise<SecuredCredential> {
  const validFrom = credential.validFrom ?? formatInstant(Math.floor(created / 1_000) * 1_000);
  const dated = { ...credential, validFrom };
  await quadsOf(dated);
  const subject = objectOf(credential.credentialSubject)?.id;
  const nbf = numericDate(validFrom);
  if (nbf === undefined) throw new ServiceError('proof-claim', { claim: 'nbf' });
  const payload = {
    ...dated,
    iss: issuer,
    jti: credential.id,
    ...(subject !== undefined && { sub: subject }),
    nbf,
    ...(credential.validUntil !== undefined && { exp: numericDate(credential.validUntil) }),
  };
  return {
    secured: await signCompactJws({ typ: 'JWT', jwk: key.jwk }, payload, key.privateKey),
    mediaType: 'text/plain',
  };
}
