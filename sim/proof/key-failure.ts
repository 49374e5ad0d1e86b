import { ServiceError } from '../errors/index.ts';

/** Why an id gave no key. */
export type KeyFailure =
  /** A document would have to be fetched, and nothing may be. */
  | 'key-resolution-offline'
  /** Nobody answered, or not with 200. */
  | 'unreachable'
  /** No scheme or DID method that is known here. */
  | 'method-unsupported'
  /** Not the form that its scheme prescribes. */
  | 'malformed'
  /** What was fetched is too large, no JSON, or of no shape that is known. */
  | 'document-invalid'
  /** The document is about something else than was asked for. */
  | 'document-id'
  /** The document has no such key, or has it twice. */
  | 'not-found'
  /** The key has another controller than the document that lists it, which anybody can write. */
  | 'controller'
  /** The document lists the key for other purposes than assertions, or as revoked. */
  | 'not-for-assertions'
  /** Likewise for a proof of who holds it. */
  | 'not-for-authentication'
  /** No public key of a kind that is known here, or one that gives its private part away. */
  | 'key-invalid';

/** For `throw`: ServiceError `key-unresolved`. */
export function unresolved(method: string, reason: KeyFailure, options?: ErrorOptions): ServiceError {
  // An id that a stranger wrote may be of any length.
  return new ServiceError('key-unresolved', { method: method.slice(0, 200), reason }, options);
}
