import type { World } from '../kernel/index.ts';
import { multikeyOf, type PublicJwk, type SigningKey, signingKeyOf } from '../proof/index.ts';

/** The verifier as wallets know it. */
export interface VerifierClient {
  readonly did: string;
  /** With its prefix: https://openid.net/specs/openid-4-verifiable-presentations-1_0.html#section-5.9 */
  readonly clientId: string;
  /** The DID URL of the key that signs its requests. */
  readonly kid: string;
  readonly key: SigningKey;
}

/**
 * A did:web where the verifier is reached by https, as that binds the key to the address; on a port of loopback, which
 * did:web has no way to name, the key itself. P-256, as every wallet verifies ES256.
 */
export function verifierClient({ origins, keys }: Pick<World, 'origins' | 'keys'>): VerifierClient {
  const key = signingKeyOf(keys.ecP256('verifier/request'));
  const { protocol, host } = new URL(origins.verifier);
  const multikey = multikeyOf(key.publicKey);
  // https://w3c-ccg.github.io/did-method-web/#create-register : the port's colon is encoded.
  const did = protocol === 'https:' ? `did:web:${host.replace(':', '%3A')}` : `did:key:${multikey}`;
  const kid = `${did}#${protocol === 'https:' ? key.kid : multikey}`;
  return { did, clientId: `decentralized_identifier:${did}`, kid, key };
}

/** The DID document of a did:web verifier: https://www.w3.org/TR/did-core/#core-properties */
export interface VerifierDocument {
  readonly '@context': readonly string[];
  readonly id: string;
  readonly verificationMethod: readonly {
    readonly id: string;
    readonly type: 'JsonWebKey';
    readonly controller: string;
    readonly publicKeyJwk: PublicJwk;
  }[];
  readonly authentication: readonly string[];
  readonly assertionMethod: readonly string[];
}

export function verifierDocument({ did, kid, key }: VerifierClient): VerifierDocument {
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/jwk/v1'],
    id: did,
    verificationMethod: [{ id: kid, type: 'JsonWebKey', controller: did, publicKeyJwk: key.jwk }],
    authentication: [kid],
    assertionMethod: [kid],
  };
}
