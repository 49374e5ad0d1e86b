import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { calculateJwkThumbprint } from 'jose';
import { describe, expect, it } from 'vitest';
import { jwkSetOf, publicJwkOf, thumbprintOf } from './index.ts';

describe('a thumbprint', () => {
  it('is the vector of https://www.rfc-editor.org/rfc/rfc7638#section-3.1', () => {
    const n =
      '0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw';
    expect(thumbprintOf({ kty: 'RSA', n, e: 'AQAB' })).toBe('NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs');
  });

  it('agrees with jose for RSA and Ed25519', async () => {
    for (const { publicKey } of [generateKeyPairSync('rsa', { modulusLength: 2048 }), generateKeyPairSync('ed25519')]) {
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
    expect(() => publicJwkOf(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey)).toThrow(TypeError);
  });
});
