import type { Instant } from '../kernel/index.ts';
import { checkCredential } from './check-credential.ts';
import type { AchievementCredential } from './credential-schema.ts';
import { multikeyOf } from './multikey.ts';
import type { SecuredCredential } from './secured-credential.ts';
import type { SecuringMechanism } from './securing-mechanism.ts';
import type { SigningKey } from './signing-key.ts';
import { issueVcJwt } from './vc-jwt.ts';

/**
 * Secures a credential of our issuer by the mechanism, whose key it must be. The same arguments give the same text.
 * Throws ServiceError `credential-invalid`, TypeError for a key of another kind.
 */
export async function secureCredential(
  credential: AchievementCredential,
  key: SigningKey,
  { mechanism, created }: { readonly mechanism: SecuringMechanism; readonly created: Instant },
): Promise<SecuredCredential & { readonly way?: 'stencil' | 'standard' }> {
  if (mechanism !== 'eddsa-rdfc-2022') return { secured: await issueVcJwt(credential, key), mediaType: 'text/plain' };
  checkCredential(credential);
  // JSON-LD is heavy, and a school that signs JWTs has no use for it.
  const { secureWithDataIntegrity } = await import('./data-integrity.ts');
  const { secured, way } = await secureWithDataIntegrity(credential, key, {
    // The key in the fragment needs no look-up, and before it stands who controls it: the issuer.
    verificationMethod: `${credential.issuer.id}#${multikeyOf(key.publicKey)}`,
    // Whole seconds in UTC: the one spelling that every verifier reads.
    created: new Date(created).toISOString().replace(/\.\d+Z$/, 'Z'),
  });
  return { secured: JSON.stringify(secured), mediaType: 'application/vc+ld+json', way };
}
