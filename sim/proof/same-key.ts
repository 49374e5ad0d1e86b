import type { KeyObject } from 'node:crypto';

/**
 * Whether two public keys are one. `KeyObject.equals` would do, but of keys of two kinds it leaves an error behind in
 * OpenSSL's queue, with which the next private key that is read fails (Node 24.21).
 */
export function isSameKey(one: KeyObject, other: KeyObject): boolean {
  const [ofOne, ofOther] = [one, other].map((key) => key.export({ type: 'spki', format: 'der' }));
  return ofOne !== undefined && ofOther !== undefined && ofOne.equals(ofOther);
}
