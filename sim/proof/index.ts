export { checkCredential } from './check-credential.ts';
export {
  type Achievement,
  type AchievementCredential,
  achievementCredentialSchema,
  type IdentityObject,
  type Profile,
} from './credential-schema.ts';
export { secureWithDataIntegrity, verifyEmbeddedProof } from './data-integrity.ts';
export type { HeldProof } from './held-proof.ts';
export { hashedAddress, isIdentityOf, plainIdentity } from './identity.ts';
export { type JwkSet, jwkSetOf, keyOfJwk, type PublicJwk, publicJwkOf, thumbprintOf } from './jwk.ts';
export { createKeyResolver } from './key-resolver.ts';
export { keyOfMultikey, multikeyOf } from './multikey.ts';
export type { SecuringMechanism } from './securing-mechanism.ts';
export { type SigningKey, signingKeyOf } from './signing-key.ts';
export { decodeStatusList, encodeStatusList, isStatusSet, statusEntriesMin } from './status-list.ts';
export { type StudentId, studentIdOf } from './student-id.ts';
export { issueVcJwt, type VcJwtPayload, vcJwtRs256, verifyVcJwt } from './vc-jwt.ts';
export type { ResolveKey, VerificationMethod } from './verification-method.ts';
