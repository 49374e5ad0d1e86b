export { standardForm, witnessStencils } from './canonical-form.ts';
export { quadsOf } from './canonical-quads.ts';
export { checkCredential } from './check-credential.ts';
export { type CompactJws, checkSignature, parseCompactJws, signCompactJws } from './compact-jws.ts';
export {
  type Achievement,
  type AchievementCredential,
  achievementCredentialSchema,
  type IdentityObject,
  type Profile,
} from './credential-schema.ts';
export {
  type DataIntegrityOptions,
  type DataIntegrityProof,
  type LinkedData,
  secureWithDataIntegrity,
} from './data-integrity.ts';
export { didWebUrlsOf } from './did-web.ts';
export { documentLoader } from './document-loader.ts';
export { verifyEmbeddedProof } from './embedded-proof.ts';
export type { HeldProof } from './held-proof.ts';
export { hashedAddress, isIdentityOf, plainIdentity } from './identity.ts';
export { type JsonObject, objectOf } from './json-object.ts';
export { type JwkSet, jwkSetOf, keyOfJwk, type PublicJwk, publicJwkOf, thumbprintOf } from './jwk.ts';
export { createKeyResolver } from './key-resolver.ts';
export { keyOfMultikey, multikeyOf } from './multikey.ts';
export { cutOwnStencils } from './own-stencils.ts';
export type { ProofExpectations } from './proof-object.ts';
export { isSameKey } from './same-key.ts';
export { secureAnyCredential } from './secure-any-credential.ts';
export { secureCredential } from './secure-credential.ts';
export { isSecureUrl } from './secure-url.ts';
export {
  mediaTypeOf,
  type SecuredCredential,
  type SecuredMediaType,
  unverifiedCredential,
} from './secured-credential.ts';
export { defaultMechanism, type SecuringMechanism, securingMechanisms } from './securing-mechanism.ts';
export { type SigningKey, signingKeyOf } from './signing-key.ts';
export { decodeStatusList, encodeStatusList, isStatusSet, statusEntriesMin } from './status-list.ts';
export { type StudentId, studentIdOf } from './student-id.ts';
export { type HeldVcJwt, issueVcJwt, type VcJwtPayload, verifyVcJwt, verifyVcJwtProof } from './vc-jwt.ts';
export type { VcJwtProfile } from './vc-jwt-claims.ts';
export type { ResolveKey, VerificationMethod } from './verification-method.ts';
