import type { KeyObject, webcrypto } from 'node:crypto';
import type { KeyPair } from '../kernel/index.ts';
import { type PublicJwk, publicJwkOf, thumbprintOf } from './jwk.ts';

/** A key pair with what a proof says of it. */
export interface SigningKey {
  readonly privateKey: KeyObject;
  readonly jwk: PublicJwk;
  /** RFC 7638 thumbprint. */
  readonly kid: string;
}

const signingKeys = new WeakMap<KeyPair, SigningKey>();
const imported = new WeakMap<KeyObject, webcrypto.CryptoKey>();

/** The same pair gives the same object: exporting and hashing happen once. */
export function signingKeyOf(pair: KeyPair): SigningKey {
  let key = signingKeys.get(pair);
  if (key === undefined) {
    const jwk = publicJwkOf(pair.publicKey);
    key = { privateKey: pair.privateKey, jwk, kid: thumbprintOf(jwk) };
    signingKeys.set(pair, key);
  }
  return key;
}

/** The key in the form that jose signs and verifies with, imported once. `usage` follows from the kind of key. */
export function rs256KeyOf(key: KeyObject): webcrypto.CryptoKey {
  let found = imported.get(key);
  if (found === undefined) {
    const usage = key.type === 'private' ? 'sign' : 'verify';
    found = key.toCryptoKey({ name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, false, [usage]);
    imported.set(key, found);
  }
  return found;
}
