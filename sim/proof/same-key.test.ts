import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { isSameKey, keyOfMultikey, multikeyOf } from './index.ts';

const ed25519 = generateKeyPairSync('ed25519');
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' });

it('is the same key by another object, and none of another kind or curve', () => {
  const again = createPublicKey({ key: ed25519.publicKey.export({ format: 'jwk' }), format: 'jwk' });
  expect(isSameKey(ed25519.publicKey, again)).toBe(true);
  for (const other of [generateKeyPairSync('ed25519'), p256, generateKeyPairSync('ec', { namedCurve: 'P-384' })]) {
    expect(isSameKey(ed25519.publicKey, other.publicKey)).toBe(false);
    expect(isSameKey(p256.publicKey, other.publicKey)).toBe(other === p256);
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
