import { hash, type KeyObject } from 'node:crypto';
import { ServiceError } from '../errors/index.ts';
import { type JsonObject, objectOf } from './json-object.ts';
import { type JwsAlgorithm, jwsAlgorithm, jwsAlgorithmOf } from './jws-algorithm.ts';

/** A JWS in its compact form, read but not verified: https://www.rfc-editor.org/rfc/rfc7515#section-7.1 */
export interface CompactJws {
  readonly header: JsonObject;
  readonly payload: JsonObject;
  /** Header and payload as they were signed. */
  readonly input: string;
  readonly signature: Buffer;
}

/** Signs with the algorithm that the key is for. Throws TypeError for keys that nothing here signs with. */
export async function signCompactJws(header: JsonObject, payload: JsonObject, key: KeyObject): Promise<string> {
  const algorithm = jwsAlgorithmOf(key);
  if (algorithm?.sign === undefined) throw new TypeError(`nothing is signed with this ${key.asymmetricKeyType} key`);
  const input = `${encoded({ alg: algorithm.name, ...header })}.${encoded(payload)}`;
  const signature = await algorithm.sign(Buffer.from(input), key);
  return `${input}.${Buffer.from(signature).toString('base64url')}`;
}

function encoded(part: JsonObject): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

/** Throws ServiceError `proof-malformed`. */
export function parseCompactJws(jws: string): CompactJws {
  const [header = '', payload = '', signature = '', ...more] = jws.split('.', 4);
  const bytes = bytesOf(signature);
  if (more.length > 0 || bytes.length === 0) throw new ServiceError('proof-malformed');
  return { header: decoded(header), payload: decoded(payload), input: `${header}.${payload}`, signature: bytes };
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
export function checkSignature(jws: CompactJws, publicKey: KeyObject): void {
  const algorithm = algorithmOf(jws);
  if (!algorithm.fits(publicKey)) throw new ServiceError('proof-algorithm');
  if (!algorithm.verify(Buffer.from(jws.input), jws.signature, publicKey)) throw new ServiceError('proof-signature');
}

/** SHA-256 of what was signed; hex. */
export function inputHashOf({ input }: CompactJws): string {
  return hash('sha256', input);
}
