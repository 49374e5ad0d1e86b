import type { KeyObject } from 'node:crypto';

/** A public key with its name and whose it is: https://www.w3.org/TR/cid-1.0/#verification-methods */
export interface VerificationMethod {
  /** A DID URL or an https URL, with the fragment. */
  readonly id: string;
  /** A DID or a URL. Whether that is the issuer of what was signed, another check must find out. */
  readonly controller: string;
  /** Ed25519, P-256, P-384 or RSA. */
  readonly publicKey: KeyObject;
}

/** What a key must be for: https://www.w3.org/TR/cid-1.0/#verification-relationships */
export type ProofPurpose = 'assertionMethod' | 'authentication';

/**
 * Finds the key that an id names, for that purpose: `assertionMethod` unless said. Of an `authentication` the controller
 * is told only where it says itself that the key is its own, as nobody else asks whose it is. Throws ServiceError
 * `key-unresolved` { method, reason }.
 */
export type ResolveKey = (id: string, purpose?: ProofPurpose) => Promise<VerificationMethod>;
