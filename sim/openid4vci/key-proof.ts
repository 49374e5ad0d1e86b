import type { KeyObject } from 'node:crypto';
import { decodeProtectedHeader, errors, type JWTPayload, jwtVerify, type ProtectedHeaderParameters } from 'jose';
import { ServiceError } from '../errors/index.ts';
import type { Holder } from '../issuer/index.ts';
import type { Instant } from '../kernel/index.ts';
import { createKeyResolver, keyOfJwk, publicJwkOf, thumbprintOf } from '../proof/index.ts';

/** What a wallet may sign its proof with: signatures only, so that no public key is ever taken for a shared secret. */
export const proofAlgorithms = ['ES256', 'EdDSA', 'Ed25519', 'ES384', 'RS256'] as const;

const proofLengthMax = 16_000;

/** Looks nothing up: both kinds of DID are the key. */
const resolveKey = createKeyResolver();

export interface KeyProof {
  readonly holder: Holder;
  readonly nonce: string;
}

export interface ProofExpected {
  /** The credential issuer identifier. */
  readonly audience: string;
  readonly client: string | null;
  readonly now: Instant;
  readonly ageMsMax: number;
  readonly aheadMsMax: number;
}

/**
 * Who signed a proof of possession, once it holds for this issuer and this time; whether its nonce is one of ours is
 * the caller's question. https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0.html#appendix-F.1
 * Throws ServiceError `openid4vci-proof-invalid` with the member that is wrong.
 */
export async function verifyKeyProof(jwt: string, expected: ProofExpected): Promise<KeyProof> {
  if (jwt.length > proofLengthMax) throw refused('length');
  const { key, did } = await keyOf(headerOf(jwt));
  const payload = await payloadOf(jwt, key, expected.now);
  // Text, not a list: a proof for several issuers would be one that another of them can use.
  if (payload.aud !== expected.audience) throw refused('aud');
  checkIat(payload.iat, expected);
  // Who came without naming a client has no name to put here.
  if (payload.iss !== undefined && payload.iss !== expected.client) throw refused('iss');
  if (typeof payload.nonce !== 'string' || payload.nonce.length > 200) throw refused('nonce');
  return { holder: { did, thumbprint: thumbprintOf(publicJwkOf(key)) }, nonce: payload.nonce };
}

function refused(member: string, cause?: unknown): ServiceError {
  return new ServiceError('openid4vci-proof-invalid', { member }, { cause });
}

function headerOf(jwt: string): ProtectedHeaderParameters {
  try {
    return decodeProtectedHeader(jwt);
  } catch (cause) {
    throw refused('header', cause);
  }
}

/** One way to name the key, and one only; certificates and attestations are not taken. */
async function keyOf({ alg, jwk, kid, x5c, trust_chain: chain }: ProtectedHeaderParameters): Promise<{
  readonly key: KeyObject;
  readonly did: string;
}> {
  if (!proofAlgorithms.some((one) => one === alg)) throw refused('alg');
  if (x5c !== undefined) throw refused('x5c');
  if (chain !== undefined) throw refused('trust_chain');
  if ((jwk === undefined) === (kid === undefined)) throw refused('kid');
  if (jwk !== undefined) {
    const key = keyOfJwk(jwk);
    if (key === undefined) throw refused('jwk');
    return { key, did: didOf(key) };
  }
  if (typeof kid !== 'string' || !/^did:(key|jwk):/.test(kid)) throw refused('kid');
  try {
    const { controller, publicKey } = await resolveKey(kid);
    return { key: publicKey, did: controller };
  } catch (cause) {
    throw refused('kid', cause);
  }
}

/** https://github.com/quartzjer/did-jwk/blob/main/spec.md#create */
function didOf(key: KeyObject): string {
  return `did:jwk:${Buffer.from(JSON.stringify(publicJwkOf(key))).toString('base64url')}`;
}

async function payloadOf(jwt: string, key: KeyObject, now: Instant): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(jwt, key, {
      algorithms: [...proofAlgorithms],
      typ: 'openid4vci-proof+jwt',
      // For `exp` and `nbf`, which a proof may have.
      currentDate: new Date(now),
    });
    return payload;
  } catch (cause) {
    const isOfClaim = cause instanceof errors.JWTClaimValidationFailed || cause instanceof errors.JWTExpired;
    throw refused(isOfClaim ? cause.claim : 'signature', cause);
  }
}

/** Seconds since the epoch (RFC 7519 §4.1.6), by the world's clock. */
function checkIat(iat: number | undefined, { now, ageMsMax, aheadMsMax }: ProofExpected): void {
  if (typeof iat !== 'number' || !Number.isFinite(iat)) throw refused('iat');
  const at = iat * 1_000;
  if (at < now - ageMsMax || at > now + aheadMsMax) throw refused('iat');
}
