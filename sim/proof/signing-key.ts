import type { KeyObject } from 'node:crypto';
import type { KeyPair } from '../kernel/index.ts';
import { type PublicJwk, publicJwkOf, thumbprintOf } from './jwk.ts';

/** A key pair with what a proof says of it. */
export interface SigningKey {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly jwk: PublicJwk;
  /** RFC 7638 thumbprint. */
  readonly kid: string;
}

const signingKeys = new WeakMap<KeyPair, SigningKey>();

/** The same pair gives the same object: exporting and hashing happen once. */
export function signingKeyOf(pair: KeyPair): SigningKey {
  let key = signingKeys.get(pair);
  if (key === undefined) {
    const jwk = publicJwkOf(pair.publicKey);
    key = { ...pair, jwk, kid: thumbprintOf(jwk) };
    signingKeys.set(pair, key);
  }
  return key;
}
