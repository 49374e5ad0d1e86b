import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { calculateJwkThumbprint } from 'jose';
import { describe, expect, it } from 'vitest';
import { jwkSetOf, keyOfJwk, publicJwkOf, thumbprintOf } from './index.ts';

describe('a thumbprint', () => {
  it('is the vector of https://www.rfc-editor.org/rfc/rfc7638#section-3.1', () => {
    const n =
      '0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw';
    expect(thumbprintOf({ kty: 'RSA', n, e: 'AQAB' })).toBe('NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs');
  });

  it('agrees with jose for RSA, Ed25519 and the NIST curves', async () => {
    for (const { publicKey } of [
      generateKeyPairSync('rsa', { modulusLength: 2048 }),
      generateKeyPairSync('ed25519'),
      generateKeyPairSync('ec', { namedCurve: 'P-256' }),
      generateKeyPairSync('ec', { namedCurve: 'P-384' }),
    ]) {
      const jwk = publicJwkOf(publicKey);
      expect(thumbprintOf(jwk)).toBe(await calculateJwkThumbprint({ ...jwk }));
    }
  });
});

describe('a JWK set', () => {
  it('publishes keys that import again, by thumbprint, without private members', () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const [jwk] = jwkSetOf([publicKey]).keys;
    expect(Object.keys(jwk ?? {})).toEqual(['kty', 'n', 'e', 'kid', 'alg', 'use']);
    expect(createPublicKey({ key: { ...jwk }, format: 'jwk' }).equals(publicKey)).toBe(true);
    expect(Object.keys(publicJwkOf(privateKey))).not.toContain('d');
  });

  it('refuses kinds of keys that nothing here signs with', () => {
    for (const namedCurve of ['secp256k1', 'P-521']) {
      const { publicKey } = generateKeyPairSync('ec', { namedCurve });
      expect(() => publicJwkOf(publicKey), namedCurve).toThrow(TypeError);
    }
    expect(() => publicJwkOf(generateKeyPairSync('x25519').publicKey)).toThrow(TypeError);
  });

  it('says the algorithm of each key', () => {
    const keys = [
      generateKeyPairSync('ed25519'),
      generateKeyPairSync('ec', { namedCurve: 'P-256' }),
      generateKeyPairSync('ec', { namedCurve: 'P-384' }),
    ];
    const { keys: published } = jwkSetOf(keys.map(({ publicKey }) => publicKey));
    expect(published.map(({ alg }) => alg)).toEqual(['EdDSA', 'ES256', 'ES384']);
  });
});

describe('the key of a JWK', () => {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = publicJwkOf(pair.publicKey);

  it('is the same object each time, whatever else the JWK says', () => {
    const key = keyOfJwk({ ...jwk, kid: 'a', alg: 'ES256' });
    expect(key?.equals(pair.publicKey)).toBe(true);
    expect(keyOfJwk(jwk)).toBe(key);
  });

  it('is none when the JWK gives a private part away', () => {
    for (const { privateKey } of [
      pair,
      generateKeyPairSync('rsa', { modulusLength: 2048 }),
      generateKeyPairSync('ed25519'),
    ]) {
      expect(keyOfJwk(privateKey.export({ format: 'jwk' }))).toBeUndefined();
    }
  });

  it.each([
    undefined,
    null,
    'jwk',
    [],
    {},
    { kty: 'oct', k: 'AAAA' },
    { ...jwk, kty: 'OKP' },
    { ...jwk, crv: 'secp256k1' },
    { ...jwk, crv: 'P-384' },
    { ...jwk, y: undefined },
    { ...jwk, y: 'x' in jwk ? jwk.x : '' },
    { ...jwk, x: 7 },
    { ...jwk, use: 'enc' },
    { kty: 'OKP', crv: 'X25519', x: 'AAAA' },
    { kty: 'OKP', crv: 'Ed25519', x: 'AAAA' },
    { kty: 'RSA', n: 'A'.repeat(10_000), e: 'AQAB' },
  ])('is none of %o', (value) => {
    expect(keyOfJwk(value)).toBeUndefined();
  });
});
