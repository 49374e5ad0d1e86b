import { createPublicKey, hash, type KeyObject } from 'node:crypto';

export type RsaJwk = { readonly kty: 'RSA'; readonly n: string; readonly e: string };
export type OkpJwk = { readonly kty: 'OKP'; readonly crv: string; readonly x: string };
export type EcJwk = { readonly kty: 'EC'; readonly crv: string; readonly x: string; readonly y: string };

/** A public key as RFC 7517 writes it; never a private member. */
export type PublicJwk = RsaJwk | OkpJwk | EcJwk;

export interface JwkSet {
  readonly keys: readonly (PublicJwk & { readonly kid: string; readonly alg: string; readonly use: 'sig' })[];
}

const exported = new WeakMap<KeyObject, PublicJwk>();

/** The public members of an RSA, Ed25519, P-256 or P-384 key. Throws TypeError for other kinds. */
export function publicJwkOf(key: KeyObject): PublicJwk {
  let jwk = exported.get(key);
  if (jwk === undefined) {
    jwk = publicMembers(key.export({ format: 'jwk' }));
    if (jwk === undefined) throw new TypeError(`no public JWK is made of a key of type ${key.asymmetricKeyType}`);
    exported.set(key, jwk);
  }
  return jwk;
}

/** What `publicJwkOf` gives for the same key; undefined for kinds of keys that no proof here is made with. */
function publicMembers(jwk: { readonly [member: string]: unknown }): PublicJwk | undefined {
  const { kty, n, e, crv, x, y } = jwk;
  if (kty === 'RSA' && typeof n === 'string' && typeof e === 'string') return { kty, n, e };
  if (typeof x !== 'string') return undefined;
  if (kty === 'OKP' && crv === 'Ed25519') return { kty, crv, x };
  if (kty === 'EC' && (crv === 'P-256' || crv === 'P-384') && typeof y === 'string') return { kty, crv, x, y };
  return undefined;
}

/** Members of RFC 7518 §6 that only a private or a shared key has. */
const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/** 16 384 bits of modulus, in base64url: far more than any key has that a verifier should work with. */
const memberLengthMax = 2_732;

/** Keys by their members, oldest first: issuers have few, and every credential needs its issuer's again. */
const imported = new Map<string, KeyObject>();
const importedMax = 256;

/**
 * The key that a JWK writes out; the same JWK gives the same object. Undefined when it is no public key of a kind that
 * is known here, when it carries a private member, or when it is for encryption.
 */
export function keyOfJwk(value: unknown): KeyObject | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const jwk = value as { readonly [member: string]: unknown };
  if (privateMembers.some((member) => Object.hasOwn(jwk, member))) return undefined;
  if (jwk.use !== undefined && jwk.use !== 'sig') return undefined;
  const members = publicMembers(jwk);
  if (members === undefined || Object.values(members).some((text) => text.length > memberLengthMax)) return undefined;
  const name = canonical(members);
  const found = imported.get(name);
  if (found !== undefined) return found;
  const key = keyOf(members);
  if (key === undefined) return undefined;
  imported.set(name, key);
  const [oldest] = imported.keys();
  if (imported.size > importedMax && oldest !== undefined) imported.delete(oldest);
  return key;
}

function keyOf(members: PublicJwk): KeyObject | undefined {
  try {
    return createPublicKey({ key: members, format: 'jwk' });
  } catch {
    // Points off the curve, members of a wrong length, a modulus that is none.
    return undefined;
  }
}

/** The required members in lexical order: https://www.rfc-editor.org/rfc/rfc7638#section-3.2 */
function canonical(jwk: PublicJwk): string {
  const { kty } = jwk;
  if (kty === 'RSA') return JSON.stringify({ e: jwk.e, kty, n: jwk.n });
  if (kty === 'OKP') return JSON.stringify({ crv: jwk.crv, kty, x: jwk.x });
  return JSON.stringify({ crv: jwk.crv, kty, x: jwk.x, y: jwk.y });
}

/** The key's name: https://www.rfc-editor.org/rfc/rfc7638#section-3 */
export function thumbprintOf(jwk: PublicJwk): string {
  return hash('sha256', canonical(jwk), 'base64url');
}

/** The JWS algorithm that a key signs with: https://www.rfc-editor.org/rfc/rfc7518#section-3.1, RFC 8037 §3.1 */
function algorithmOf(jwk: PublicJwk): string {
  if (jwk.kty === 'RSA') return 'RS256';
  if (jwk.kty === 'OKP') return 'EdDSA';
  return jwk.crv === 'P-256' ? 'ES256' : 'ES384';
}

/** https://www.rfc-editor.org/rfc/rfc7517#section-5 ; `kid` is the thumbprint. */
export function jwkSetOf(keys: readonly KeyObject[]): JwkSet {
  return {
    keys: keys.map((key) => {
      const jwk = publicJwkOf(key);
      return { ...jwk, kid: thumbprintOf(jwk), alg: algorithmOf(jwk), use: 'sig' };
    }),
  };
}
