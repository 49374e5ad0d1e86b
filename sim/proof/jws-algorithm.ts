import type { KeyObject, webcrypto } from 'node:crypto';

/** One way to sign a JWS: https://www.rfc-editor.org/rfc/rfc7518#section-3 , RFC 8037 §3.1 (EdDSA). */
export interface JwsAlgorithm {
  /** `alg` in the header. */
  readonly name: 'RS256' | 'ES256' | 'ES384' | 'EdDSA';
  /** What the Web Crypto API calls it, and what it needs to know of a key: https://www.w3.org/TR/webcrypto/ */
  readonly webCrypto: webcrypto.RsaHashedImportParams | webcrypto.EcKeyImportParams | webcrypto.Algorithm;
  /** Whether this project signs with it, too. */
  readonly signs: boolean;
  /** Whether a key, public or private, is of the one kind that the algorithm is for. */
  fits(key: KeyObject): boolean;
}

function isCurve(key: KeyObject, namedCurve: string): boolean {
  return key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === namedCurve;
}

const algorithms: readonly JwsAlgorithm[] = [
  {
    name: 'RS256',
    webCrypto: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    signs: true,
    // https://www.rfc-editor.org/rfc/rfc7518#section-3.3 : "A key of size 2048 bits or larger MUST be used".
    fits: (key) => key.asymmetricKeyType === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= 2_048,
  },
  {
    name: 'ES256',
    webCrypto: { name: 'ECDSA', namedCurve: 'P-256' },
    signs: true,
    fits: (key) => isCurve(key, 'prime256v1'),
  },
  {
    name: 'ES384',
    webCrypto: { name: 'ECDSA', namedCurve: 'P-384' },
    signs: false,
    fits: (key) => isCurve(key, 'secp384r1'),
  },
  {
    name: 'EdDSA',
    webCrypto: { name: 'Ed25519' },
    signs: true,
    fits: (key) => key.asymmetricKeyType === 'ed25519',
  },
];

/** By `alg`; undefined for `none`, for shared secrets, and for whatever else is not known here. */
export function jwsAlgorithm(alg: unknown): JwsAlgorithm | undefined {
  // https://www.rfc-editor.org/rfc/rfc9864#section-2.2 gives EdDSA over Ed25519 a name of its own.
  return algorithms.find(({ name }) => name === (alg === 'Ed25519' ? 'EdDSA' : alg));
}

/** The algorithm that a key signs with; undefined for keys that none of them is for. */
export function jwsAlgorithmOf(key: KeyObject): JwsAlgorithm | undefined {
  return algorithms.find((one) => one.fits(key));
}

const imported = new WeakMap<KeyObject, webcrypto.CryptoKey>();

/** The key in the form that jose signs and verifies with, imported once. It must fit the algorithm. */
export function cryptoKeyOf(key: KeyObject, { webCrypto }: JwsAlgorithm): webcrypto.CryptoKey {
  let found = imported.get(key);
  if (found === undefined) {
    found = key.toCryptoKey(webCrypto, false, [key.type === 'private' ? 'sign' : 'verify']);
    imported.set(key, found);
  }
  return found;
}
