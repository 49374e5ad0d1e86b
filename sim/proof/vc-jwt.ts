import type { KeyObject } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { CompactSign, compactVerify, errors } from 'jose';
import { ServiceError } from '../errors/index.ts';
import { type Instant, parseInstant } from '../kernel/index.ts';
import { checkCredential } from './check-credential.ts';
import type { AchievementCredential } from './credential-schema.ts';
import { publicJwkOf } from './jwk.ts';
import type { SecuringMechanism } from './securing-mechanism.ts';
import { rs256KeyOf, type SigningKey } from './signing-key.ts';

/** The credential at the top level with the registered claims that mirror it (OB 3.0 §8.2, VCDM 2.0 profile). */
export type VcJwtPayload = AchievementCredential & {
  readonly iss: string;
  readonly jti: string;
  readonly sub: string;
  readonly nbf: number;
  readonly exp: number;
};

const encoder = new TextEncoder();

/** Seconds since the epoch, as JWT counts: https://www.rfc-editor.org/rfc/rfc7519#section-2 (NumericDate). */
function numericDate(dateTime: unknown): number | undefined {
  const instant = typeof dateTime === 'string' ? parseInstant(dateTime) : undefined;
  return instant === undefined ? undefined : Math.floor(instant / 1_000);
}

/**
 * Signs a credential as a compact JWS. RSASSA-PKCS1-v1_5 has no random part, so the same credential and key give the
 * same text. Throws ServiceError `credential-invalid`.
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
  return new CompactSign(encoder.encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', jwk: { ...key.jwk } })
    .sign(rs256KeyOf(key.privateKey));
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
  const payload = parsedPart(jwt, 1);
  checkHeader(parsedPart(jwt, 0), publicKey);
  await checkSignature(jwt, publicKey);
  checkClaims(payload);
  if (options.now !== undefined) checkTimes(payload, options.now);
  return payload as unknown as VcJwtPayload;
}

type JsonObject = { readonly [name: string]: unknown };

function asObject(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
}

function parsedPart(jwt: string, index: 0 | 1): JsonObject {
  if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(jwt)) throw new ServiceError('proof-malformed');
  let part: JsonObject | undefined;
  try {
    part = asObject(JSON.parse(Buffer.from(jwt.split('.')[index] ?? '', 'base64url').toString('utf8')));
  } catch {
    // Not JSON: the same answer as JSON that is no object.
  }
  if (part === undefined) throw new ServiceError('proof-malformed');
  return part;
}

async function checkSignature(jwt: string, publicKey: KeyObject): Promise<void> {
  // https://www.rfc-editor.org/rfc/rfc7518#section-3.3 : "A key of size 2048 bits or larger MUST be used".
  const bits = publicKey.asymmetricKeyType === 'rsa' ? (publicKey.asymmetricKeyDetails?.modulusLength ?? 0) : 0;
  if (bits < 2_048) throw new ServiceError('proof-algorithm');
  try {
    await compactVerify(jwt, rs256KeyOf(publicKey), { algorithms: ['RS256'] });
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed) throw new ServiceError('proof-signature');
    if (error instanceof errors.JOSEError) throw new ServiceError('proof-malformed', {}, { cause: error });
    throw error;
  }
}

/** OB 3.0 §8.2.2: "alg", "kid" or "jwk", "typ"; additional JOSE headers are not allowed; "jwk" without private parts. */
function checkHeader(header: JsonObject, publicKey: KeyObject): void {
  if (header.alg !== 'RS256') throw new ServiceError('proof-algorithm');
  const refuse = (member: string): never => {
    throw new ServiceError('proof-header', { member });
  };
  for (const member of Object.keys(header)) {
    if (!['alg', 'typ', 'jwk', 'kid'].includes(member)) refuse(member);
  }
  if (header.typ !== undefined && header.typ !== 'JWT') refuse('typ');
  if (header.jwk === undefined && header.kid === undefined) refuse('jwk');
  if (header.jwk !== undefined && !isDeepStrictEqual(asObject(header.jwk), publicJwkOf(publicKey))) refuse('jwk');
}

/** OB 3.0 §8.2.6, "verify that the claims equal the properties": each claim is there and says what its property says. */
function checkClaims(payload: JsonObject): void {
  const expected: { readonly [claim: string]: unknown } = {
    iss: typeof payload.issuer === 'string' ? payload.issuer : asObject(payload.issuer)?.id,
    jti: payload.id,
    sub: asObject(payload.credentialSubject)?.id,
    nbf: numericDate(payload.validFrom),
  };
  for (const [claim, value] of Object.entries(expected)) {
    if (value === undefined || payload[claim] !== value) throw new ServiceError('proof-claim', { claim });
  }
  // "exp" stands if and only if "validUntil" does.
  if (
    payload.exp !== (payload.validUntil === undefined ? undefined : (numericDate(payload.validUntil) ?? Number.NaN))
  ) {
    throw new ServiceError('proof-claim', { claim: 'exp' });
  }
}

/** https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4 : "on or after" exp is too late. */
function checkTimes(payload: JsonObject, now: Instant): void {
  const seconds = now / 1_000;
  if (seconds < (payload.nbf as number)) throw new ServiceError('credential-not-yet-valid');
  if (typeof payload.exp === 'number' && seconds >= payload.exp) throw new ServiceError('credential-expired');
}

export const vcJwtRs256: SecuringMechanism<string> = {
  name: 'VC-JWT RS256',
  secure: issueVcJwt,
  async open(jwt, publicKey, options) {
    const { iss, jti, sub, nbf, exp, ...credential } = await verifyVcJwt(jwt, publicKey, options);
    return credential;
  },
};
