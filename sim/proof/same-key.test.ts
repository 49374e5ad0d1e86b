import { createPrivateKey, createPublicKey } from 'node:crypto';
import { expect, it } from 'vitest';
import { createWorld, defaultLimits } from '../kernel/index.ts';
import { isSameKey, keyOfMultikey, multikeyOf } from './index.ts';

const { keys } = createWorld({ seed: 1, startsAt: 0, limits: defaultLimits, parameters: {} }, []);
const ed25519 = keys.ed25519('one');
const p256 = keys.ecP256('one');

it('is the same key by another object, and none of another kind', () => {
  const again = createPublicKey({ key: ed25519.publicKey.export({ format: 'jwk' }), format: 'jwk' });
  expect(isSameKey(ed25519.publicKey, again)).toBe(true);
  for (const other of [keys.ed25519('other'), p256]) {
    expect(isSameKey(ed25519.publicKey, other.publicKey)).toBe(false);
    expect(isSameKey(other.publicKey, ed25519.publicKey)).toBe(false);
  }
});

it('is the same point, compressed or not', () => {
  const compressed = keyOfMultikey(multikeyOf(p256.publicKey));
  expect(compressed && isSameKey(compressed, p256.publicKey)).toBe(true);
});

it('leaves nothing behind that makes the next private key unreadable', () => {
  const pem = ed25519.privateKey.export({ type: 'pkcs8', format: 'pem' });
  isSameKey(p256.publicKey, ed25519.publicKey);
  expect(createPrivateKey(pem).asymmetricKeyType).toBe('ed25519');
});
