import { createPublicKey, hash, type KeyObject } from 'node:crypto';

/** A public key as RFC 7517 writes it; never a private member. */
export type PublicJwk =
  | { readonly kty: 'RSA'; readonly n: string; readonly e: string }
  | { readonly kty: 'OKP'; readonly crv: string; readonly x: string };

export interface JwkSet {
  readonly keys: readonly (PublicJwk & { readonly kid: string; readonly alg: string; readonly use: 'sig' })[];
}

const exported = new WeakMap<KeyObject, PublicJwk>();

/** The public members of an RSA or Ed25519 key. Throws TypeError for other kinds. */
export function publicJwkOf(key: KeyObject): PublicJwk {
  let jwk = exported.get(key);
  if (jwk === undefined) {
    jwk = exportedJwk(key);
    exported.set(key, jwk);
  }
  return jwk;
}

function exportedJwk(key: KeyObject): PublicJwk {
  const { kty, n, e, crv, x } = key.export({ format: 'jwk' });
  if (kty === 'RSA' && n !== undefined && e !== undefined) return { kty, n, e };
  if (kty === 'OKP' && crv !== undefined && x !== undefined) return { kty, crv, x };
  throw new TypeError(`no public JWK is made of a key of type ${String(kty)}`);
}

/** Keys by modulus and exponent, oldest first: issuers have few, and every credential needs its issuer's again. */
const rsaKeys = new Map<string, KeyObject>();
const rsaKeysMax = 256;

/** The RSA key that a JWK writes out; the same JWK gives the same object. Throws when it is no key. */
export function rsaKeyOf({ n, e }: PublicJwk & { readonly kty: 'RSA' }): KeyObject {
  const material = `${n}.${e}`;
  let key = rsaKeys.get(material);
  if (key === undefined) {
    key = createPublicKey({ key: { kty: 'RSA', n, e }, format: 'jwk' });
    rsaKeys.set(material, key);
    const [oldest] = rsaKeys.keys();
    if (rsaKeys.size > rsaKeysMax && oldest !== undefined) rsaKeys.delete(oldest);
  }
  return key;
}

/** The key's name: the required members in lexical order, hashed: https://www.rfc-editor.org/rfc/rfc7638#section-3 */
export function thumbprintOf(jwk: PublicJwk): string {
  const members = jwk.kty === 'RSA' ? { e: jwk.e, kty: jwk.kty, n: jwk.n } : { crv: jwk.crv, kty: jwk.kty, x: jwk.x };
  return hash('sha256', JSON.stringify(members), 'base64url');
}

/** https://www.rfc-editor.org/rfc/rfc7517#section-5 ; `kid` is the thumbprint. */
export function jwkSetOf(keys: readonly KeyObject[]): JwkSet {
  return {
    keys: keys.map((key) => {
      const jwk = publicJwkOf(key);
      return { ...jwk, kid: thumbprintOf(jwk), alg: jwk.kty === 'RSA' ? 'RS256' : 'EdDSA', use: 'sig' };
    }),
  };
}
