import type { KeyObject } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { publicJwkOf } from './jwk.ts';

/**
 * Whether two public keys are one. `KeyObject.equals` would do, but of keys of two kinds it leaves an error behind in
 * OpenSSL's queue, with which the next private key that is read fails (Node 24.21). Not as DER either: a point is
 * written as it came, compressed or not. Throws TypeError for kinds that `publicJwkOf` does not know.
 */
export function isSameKey(one: KeyObject, other: KeyObject): boolean {
  return isDeepStrictEqual(publicJwkOf(one), publicJwkOf(other));
}
