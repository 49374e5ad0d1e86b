import { base58 } from '@scure/base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWorld, defaultLimits } from '../kernel/index.ts';
import { keyOfMultikey, multikeyOf, publicJwkOf } from './index.ts';

/** The examples of https://w3c-ccg.github.io/did-key-spec/ §3.1, §3.2, with the keys that its test vectors give. */
const examples = [
  [
    'z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp',
    { kty: 'OKP', crv: 'Ed25519', x: 'O2onvM62pC1io6jQKm8Nc2UyFXcd4kOmOsBIoYtZ2ik' },
  ],
  [
    'zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv',
    {
      kty: 'EC',
      crv: 'P-256',
      x: 'igrFmi0whuihKnj9R3Om1SoMph72wUGeFaBbzG2vzns',
      y: 'efsX5b10x8yjyrj4ny3pGfLcY7Xby1KzgqOdqnsrJIM',
    },
  ],
  [
    'z82LkvCwHNreneWpsgPEbV3gu1C6NFJEBg4srfJ5gdxEsMGRJUz2sG9FE42shbn2xkZJh54',
    {
      kty: 'EC',
      crv: 'P-384',
      x: 'CA-iNoHDg1lL8pvX3d1uvExzVfCz7Rn6tW781Ub8K5MrDf2IMPyL0RTDiaLHC1JT',
      y: 'Kpnrn8DkXUD3ge4mFxi-DKr0DYO2KuJdwNBrhzLRtfMa3WFMZBiPKUPfJj8dYNl_',
    },
  ],
] as const;

const { keys } = createWorld({ seed: 3, startsAt: 0, limits: defaultLimits, parameters: {} }, [
  { name: 'multikey-test', tables: '', commands: [], begin: (world) => void world.keys.allocateRsa('school') },
]);
const bytesOf = (text: string): Uint8Array => base58.decode(text.slice(1));
const textOf = (bytes: Uint8Array): string => `z${base58.encode(bytes)}`;

describe('a Multikey', () => {
  it.each(examples)('%s is the key of its specification', (text, jwk) => {
    const key = keyOfMultikey(text);
    expect(key === undefined ? undefined : publicJwkOf(key)).toEqual(jwk);
    expect(key === undefined ? undefined : multikeyOf(key)).toBe(text);
  });

  it('reads back as the key that it was made of', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        for (const { publicKey } of [keys.ed25519(name), keys.ecP256(name)]) {
          expect(keyOfMultikey(multikeyOf(publicKey))?.equals(publicKey)).toBe(true);
        }
      }),
      { seed: 1, numRuns: 50 },
    );
  });

  it('is made of no RSA key', () => {
    expect(() => multikeyOf(keys.rsa('school').publicKey)).toThrow(TypeError);
  });

  const [[ed25519], [p256]] = examples;
  it.each([
    ['empty', ''],
    ['only its base', 'z'],
    ['of another base', `u${ed25519.slice(1)}`],
    ['with a letter that base58 lacks', `${ed25519}0`],
    ['with a space', `${ed25519} `],
    ['too long', `z${'2'.repeat(1_000)}`],
    ['a byte short', textOf(bytesOf(ed25519).subarray(0, 33))],
    ['a byte long', textOf(Uint8Array.of(...bytesOf(ed25519), 0))],
    ['a private key (0x1300)', textOf(Uint8Array.of(0x80, 0x26, ...bytesOf(ed25519).subarray(2)))],
    ['of secp256k1 (0xe7)', textOf(Uint8Array.of(0xe7, 0x01, ...bytesOf(p256).subarray(2)))],
    ['an X25519 key (0xec)', textOf(Uint8Array.of(0xec, 0x01, ...bytesOf(ed25519).subarray(2)))],
    ['no point of its curve', textOf(Uint8Array.of(0x80, 0x24, 2, ...new Uint8Array(32).fill(255)))],
    ['a point with a strange sign', textOf(Uint8Array.of(0x80, 0x24, 5, ...bytesOf(p256).subarray(3)))],
    ['RSA without a key in it', textOf(Uint8Array.of(0x85, 0x24, 0x30, 0x00))],
  ])('is no key when it is %s', (_, text) => {
    expect(keyOfMultikey(text)).toBeUndefined();
  });
});
