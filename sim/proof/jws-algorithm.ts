import { type KeyObject, sign, verify } from 'node:crypto';

/** One way to sign a JWS: https://www.rfc-editor.org/rfc/rfc7518#section-3 , RFC 8037 §3.1 (EdDSA). */
export interface JwsAlgorithm {
  /** `alg` in the header. */
  readonly name: 'RS256' | 'ES256' | 'ES384' | 'EdDSA';
  /** Whether a key, public or private, is of the one kind that the algorithm is for. */
  fits(key: KeyObject): boolean;
  /** The same input and key give the same bytes. Absent where this project only verifies. */
  sign?(input: Uint8Array, key: KeyObject): Uint8Array | Promise<Uint8Array>;
  verify(input: Uint8Array, signature: Uint8Array, key: KeyObject): boolean;
}

function isCurve(key: KeyObject, namedCurve: string): boolean {
  return key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === namedCurve;
}

const rs256: JwsAlgorithm = {
  name: 'RS256',
  // https://www.rfc-editor.org/rfc/rfc7518#section-3.3 : "A key of size 2048 bits or larger MUST be used".
  fits: (key) => key.asymmetricKeyType === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= 2_048,
  // RSASSA-PKCS1-v1_5 has no random part.
  sign: (input, key) => sign('sha256', input, key),
  verify: (input, signature, key) => verify('sha256', input, key, signature),
};

const es256: JwsAlgorithm = {
  name: 'ES256',
  fits: (key) => isCurve(key, 'prime256v1'),
  // node:crypto draws a nonce for every signature; RFC 6979 takes it from the key and the input.
  async sign(input, key) {
    const { p256 } = await import('@noble/curves/nist.js');
    const secret = Buffer.from(key.export({ format: 'jwk' }).d ?? '', 'base64url');
    return p256.sign(input, secret, { lowS: false });
  },
  // https://www.rfc-editor.org/rfc/rfc7518#section-3.4 : R and S side by side, not DER.
  verify: (input, signature, key) => verify('sha256', input, { key, dsaEncoding: 'ieee-p1363' }, signature),
};

const es384: JwsAlgorithm = {
  name: 'ES384',
  fits: (key) => isCurve(key, 'secp384r1'),
  verify: (input, signature, key) => verify('sha384', input, { key, dsaEncoding: 'ieee-p1363' }, signature),
};

const edDsa: JwsAlgorithm = {
  name: 'EdDSA',
  fits: (key) => key.asymmetricKeyType === 'ed25519',
  sign: (input, key) => sign(null, input, key),
  verify: (input, signature, key) => verify(null, input, key, signature),
};

const algorithms: readonly JwsAlgorithm[] = [rs256, es256, es384, edDsa];

/** By `alg`; undefined for `none`, for shared secrets, and for whatever else is not known here. */
export function jwsAlgorithm(alg: unknown): JwsAlgorithm | undefined {
  // https://www.rfc-editor.org/rfc/rfc9864#section-2.2 gives EdDSA over Ed25519 a name of its own.
  return algorithms.find(({ name }) => name === (alg === 'Ed25519' ? 'EdDSA' : alg));
}

/** The algorithm that a key signs with; undefined for keys that none of them is for. */
export function jwsAlgorithmOf(key: KeyObject): JwsAlgorithm | undefined {
  return algorithms.find((one) => one.fits(key));
}
