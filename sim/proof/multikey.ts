import { createPublicKey, type KeyObject } from 'node:crypto';
import { base58 } from '@scure/base';
import { publicJwkOf } from './jwk.ts';

interface Kind {
  /** The multicodec of the public key, as a varint: https://www.w3.org/TR/cid-1.0/#Multikey */
  readonly header: string;
  /** DER of a SubjectPublicKeyInfo up to the key's own bytes: RFC 8410 §4, RFC 5480 §2. */
  readonly spki: string;
  /** Points of curves are compressed: a byte for the sign of y, then x. */
  readonly bytes: number;
}

const ed25519: Kind = { header: 'ed01', spki: '302a300506032b6570032100', bytes: 32 };
const p256: Kind = { header: '8024', spki: '3039301306072a8648ce3d020106082a8648ce3d030107032200', bytes: 33 };
const p384: Kind = { header: '8124', spki: '3046301006072a8648ce3d020106052b81040022033200', bytes: 49 };
/** Only did:key has RSA, as PKCS #1 bytes: https://w3c-ccg.github.io/did-key-spec/#signature-method-creation-algorithm */
const rsaHeader = '8524';

/** An RSA key of 4096 bits takes 726 characters; decoding base58 takes time with the square of the length. */
const textLengthMax = 800;

/** `z6Mk…`, `zDn…`, `z82…`: the public part of an Ed25519, P-256 or P-384 key. Throws TypeError for other kinds. */
export function multikeyOf(key: KeyObject): string {
  const jwk = publicJwkOf(key);
  if (jwk.kty === 'RSA') throw new TypeError('a Multikey is made of no RSA key');
  const x = Buffer.from(jwk.x, 'base64url');
  if (jwk.kty === 'OKP') return multibase(ed25519, x);
  const isOdd = ((Buffer.from(jwk.y, 'base64url').at(-1) ?? 0) & 1) === 1;
  // https://www.secg.org/sec1-v2.pdf §2.3.3
  return multibase(jwk.crv === 'P-256' ? p256 : p384, Buffer.concat([Buffer.of(isOdd ? 3 : 2), x]));
}

function multibase({ header }: Kind, bytes: Buffer): string {
  return `z${base58.encode(Buffer.concat([Buffer.from(header, 'hex'), bytes]))}`;
}

/** The key of a Multikey or a did:key; undefined when it is none that is known here. */
export function keyOfMultikey(text: string): KeyObject | undefined {
  if (!/^z[1-9A-HJ-NP-Za-km-z]+$/.test(text) || text.length > textLengthMax) return undefined;
  const all = Buffer.from(base58.decode(text.slice(1)));
  const header = all.subarray(0, 2).toString('hex');
  const bytes = all.subarray(2);
  if (header === rsaHeader) return keyOf(bytes, 'pkcs1');
  const kind = [ed25519, p256, p384].find((one) => one.header === header);
  // Two spellings of one key would be two names of it: a point is compressed or no point.
  if (kind === undefined || bytes.length !== kind.bytes) return undefined;
  return keyOf(Buffer.concat([Buffer.from(kind.spki, 'hex'), bytes]), 'spki');
}

function keyOf(key: Buffer, type: 'spki' | 'pkcs1'): KeyObject | undefined {
  try {
    return createPublicKey({ key, format: 'der', type });
  } catch {
    // No point of the curve, or no key at all.
    return undefined;
  }
}
