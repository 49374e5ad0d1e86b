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

/** Finds the key that an id names. Throws ServiceError `key-unresolved` { method, reason }. */
export type ResolveKey = (id: string) => Promise<VerificationMethod>;
