import { hash, type KeyObject } from 'node:crypto';
import { CompactSign, compactVerify, errors } from 'jose';
import { ServiceError } from '../errors/index.ts';
import { es256Signature } from './es256-signature.ts';
import { type JsonObject, objectOf } from './json-object.ts';
import { cryptoKeyOf, type JwsAlgorithm, jwsAlgorithm, jwsAlgorithmOf } from './jws-algorithm.ts';

/** A JWS in its compact form, read but not verified: https://www.rfc-editor.org/rfc/rfc7515#section-7.1 */
export interface CompactJws {
  readonly header: JsonObject;
  readonly payload: JsonObject;
  /** Header and payload as they were signed. */
  readonly input: string;
  /** All of it. */
  readonly text: string;
}

/**
 * Signs with the algorithm that the key is for; the same arguments give the same text. Throws TypeError for keys that
 * nothing here signs with.
 */
export async function signCompactJws(header: JsonObject, payload: JsonObject, key: KeyObject): Promise<string> {
  const algorithm = jwsAlgorithmOf(key);
  if (algorithm?.signs !== true) throw new TypeError(`nothing is signed with this ${key.asymmetricKeyType} key`);
  const protectedHeader = { alg: algorithm.name, ...header };
  if (algorithm.name === 'ES256') return signEs256(protectedHeader, payload, key);
  return new CompactSign(Buffer.from(JSON.stringify(payload)))
    .setProtectedHeader(protectedHeader)
    .sign(cryptoKeyOf(key, algorithm));
}

async function signEs256(header: JsonObject, payload: JsonObject, key: KeyObject): Promise<string> {
  const input = [header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${input}.${(await es256Signature(input, key)).toString('base64url')}`;
}

/** Throws ServiceError `proof-malformed`. */
export function parseCompactJws(jws: string): CompactJws {
  const [header = '', payload = '', signature = '', ...more] = jws.split('.', 4);
  if (more.length > 0 || bytesOf(signature).length === 0) throw new ServiceError('proof-malformed');
  return { header: decoded(header), payload: decoded(payload), input: `${header}.${payload}`, text: jws };
}

function decoded(part: string): JsonObject {
  let value: JsonObject | undefined;
  try {
    value = objectOf(JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytesOf(part))));
  } catch (error) {
    if (error instanceof ServiceError) throw error;
    // No UTF-8, or not JSON: the same answer as JSON that is no object.
  }
  if (value === undefined) throw new ServiceError('proof-malformed');
  return value;
}

/** One text for the same bytes: what Buffer would overlook (padding, line ends, loose last bits) is refused. */
function bytesOf(part: string): Buffer {
  const bytes = Buffer.from(part, 'base64url');
  if (bytes.toString('base64url') !== part) throw new ServiceError('proof-malformed');
  return bytes;
}

/** The algorithm that the header names. Throws ServiceError `proof-algorithm`. */
export function algorithmOf({ header }: CompactJws): JwsAlgorithm {
  const algorithm = jwsAlgorithm(header.alg);
  if (algorithm === undefined) throw new ServiceError('proof-algorithm');
  return algorithm;
}

/**
 * Holds the signature against a key, which must be of the kind that the header's algorithm is for: who chooses the
 * algorithm must not choose how the key is read (https://www.rfc-editor.org/rfc/rfc8725#section-3.1). Throws
 * ServiceError `proof-algorithm`, `proof-signature`.
 */
export async function checkSignature(jws: CompactJws, publicKey: KeyObject): Promise<void> {
  const algorithm = algorithmOf(jws);
  if (!algorithm.fits(publicKey)) throw new ServiceError('proof-algorithm');
  try {
    await compactVerify(jws.text, cryptoKeyOf(publicKey, algorithm), { algorithms: [algorithm.name, 'Ed25519'] });
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed) throw new ServiceError('proof-signature');
    if (error instanceof errors.JOSEError) throw new ServiceError('proof-malformed', {}, { cause: error });
    throw error;
  }
}

/** SHA-256 of what was signed; hex. */
export function inputHashOf({ input }: CompactJws): string {
  return hash('sha256', input);
}
