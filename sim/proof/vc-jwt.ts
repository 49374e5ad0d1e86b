import type { KeyObject } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { ServiceError } from '../errors/index.ts';
import type { Instant } from '../kernel/index.ts';
import { checkCredential } from './check-credential.ts';
import {
  algorithmOf,
  type CompactJws,
  checkSignature,
  inputHashOf,
  parseCompactJws,
  signCompactJws,
} from './compact-jws.ts';
import type { AchievementCredential } from './credential-schema.ts';
import type { HeldProof } from './held-proof.ts';
import type { JsonObject } from './json-object.ts';
import { keyOfJwk, publicJwkOf } from './jwk.ts';
import { isSameKey } from './same-key.ts';
import type { SigningKey } from './signing-key.ts';
import { claimedCredential, numericDate, type VcJwtProfile } from './vc-jwt-claims.ts';
import type { ResolveKey, VerificationMethod } from './verification-method.ts';

/** The credential at the top level with the registered claims that mirror it (OB 3.0 §8.2.3, VCDM 2.0 profile). */
export type VcJwtPayload = AchievementCredential & {
  readonly iss: string;
  readonly jti: string;
  readonly sub: string;
  readonly nbf: number;
  readonly exp: number;
};

/**
 * Signs a credential as a compact JWS: RS256, ES256 or EdDSA, as the key is. The same credential and key give the same
 * text. Throws ServiceError `credential-invalid`, TypeError for a key that none of the three is for.
 */
export async function issueVcJwt(credential: AchievementCredential, key: SigningKey): Promise<string> {
  checkCredential(credential);
  const payload = {
    ...credential,
    iss: credential.issuer.id,
    jti: credential.id,
    sub: credential.credentialSubject.id,
    nbf: numericDate(credential.validFrom),
    exp: numericDate(credential.validUntil),
  };
  // OB 3.0 §8.2.2 https://www.imsglobal.org/spec/ob/v3p0/ : alg, kid or jwk, typ, and no other header.
  return signCompactJws({ typ: 'JWT', jwk: key.jwk }, payload, key.privateKey);
}

/**
 * The payload, once the signature holds for `publicKey` and every claim equals its property (OB 3.0 §8.2.6); with
 * `now`, not before `nbf` and before `exp`. Whether the key is the issuer's is the caller's question.
 * Throws ServiceError `proof-malformed`, `proof-algorithm`, `proof-header`, `proof-signature`, `proof-claim`,
 * `credential-not-yet-valid`, `credential-expired`.
 */
export async function verifyVcJwt(
  jwt: string,
  publicKey: KeyObject,
  options: { readonly now?: Instant } = {},
): Promise<VcJwtPayload> {
  const jws = parseCompactJws(jwt);
  checkHeader(jws);
  const { jwk } = jws.header;
  if (jwk !== undefined && !isDeepStrictEqual(jwk, publicJwkOf(publicKey))) refuse('jwk');
  await checkSignature(jws, publicKey);
  // The profile that we issue.
  if (claimedCredential(jws.payload).profile !== 'vcdm2') throw new ServiceError('proof-claim', { claim: 'vc' });
  if (options.now !== undefined) checkTimes(jws.payload, options.now);
  return jws.payload as unknown as VcJwtPayload;
}

/** A VC-JWT whose signature holds. */
export interface HeldVcJwt {
  readonly proof: HeldProof;
  /** Without the claims that mirror it. */
  readonly credential: JsonObject;
  readonly profile: VcJwtProfile;
  /** What was signed. */
  readonly payload: JsonObject;
}

/**
 * Verifies a VC-JWT of anyone: by the key that `kid` names, or by the `jwk` in its header, of which nobody knows yet
 * whose it is. The times are another check's. Throws ServiceError `proof-malformed`, `proof-algorithm`, `proof-header`,
 * `proof-signature`, `proof-claim`, `key-unresolved`.
 */
export async function verifyVcJwtProof(jwt: string, resolveKey: ResolveKey): Promise<HeldVcJwt> {
  const jws = parseCompactJws(jwt);
  checkHeader(jws);
  const { jwk, kid } = jws.header;
  const embedded = jwk === undefined ? undefined : (keyOfJwk(jwk) ?? refuse('jwk'));
  const method = typeof kid === 'string' ? await resolveKey(kid) : undefined;
  // Two keys in one header must be one.
  if (embedded !== undefined && method !== undefined && !isSameKey(method.publicKey, embedded)) refuse('jwk');
  await checkSignature(jws, method?.publicKey ?? embedded ?? refuse('jwk'));
  return { proof: heldProof(jws, method), payload: jws.payload, ...claimedCredential(jws.payload) };
}

function heldProof(jws: CompactJws, method: VerificationMethod | undefined): HeldProof {
  return {
    mechanism: `VC-JWT ${algorithmOf(jws).name}`,
    ...(method !== undefined && { verificationMethod: method.id, controller: method.controller }),
    hashes: { signingInputHash: inputHashOf(jws) },
  };
}

function refuse(member: string): never {
  throw new ServiceError('proof-header', { member });
}

/** OB 3.0 §8.2.2: "alg", "kid" or "jwk", "typ"; additional JOSE headers are not allowed; "jwk" without private parts. */
function checkHeader(jws: CompactJws): void {
  const { header } = jws;
  algorithmOf(jws);
  for (const member of Object.keys(header)) {
    if (!['alg', 'typ', 'jwk', 'kid'].includes(member)) refuse(member);
  }
  if (header.typ !== undefined && header.typ !== 'JWT') refuse('typ');
  if (header.jwk === undefined && header.kid === undefined) refuse('jwk');
  if (header.kid !== undefined && typeof header.kid !== 'string') refuse('kid');
}

/** https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4 : "on or after" exp is too late. */
function checkTimes(payload: JsonObject, now: Instant): void {
  const seconds = now / 1_000;
  if (seconds < (payload.nbf as number)) throw new ServiceError('credential-not-yet-valid');
  if (typeof payload.exp === 'number' && seconds >= payload.exp) throw new ServiceError('credential-expired');
}
