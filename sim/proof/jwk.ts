import { hash, type KeyObject } from 'node:crypto';

/** A public key as RFC 7517 writes it; never a private member. */
export type PublicJwk =
  | { readonly kty: 'RSA'; readonly n: string; readonly e: string }
  | { readonly kty: 'OKP'; readonly crv: string; readonly x: string };

export interface JwkSet {
  readonly keys: readonly (PublicJwk & { readonly kid: string; readonly alg: string; readonly use: 'sig' })[];
}

/** The public members of an RSA or Ed25519 key. Throws TypeError for other kinds. */
export function publicJwkOf(key: KeyObject): PublicJwk {
  const { kty, n, e, crv, x } = key.export({ format: 'jwk' });
  if (kty === 'RSA' && n !== undefined && e !== undefined) return { kty, n, e };
  if (kty === 'OKP' && crv !== undefined && x !== undefined) return { kty, crv, x };
  throw new TypeError(`no public JWK is made of a key of type ${String(kty)}`);
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
