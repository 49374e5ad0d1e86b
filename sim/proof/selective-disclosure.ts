import { ServiceError } from '../errors/index.ts';
import { type FormOf, hashProof, type LinkedData } from './data-integrity.ts';
import { documentLoader } from './document-loader.ts';
import type { HeldProof } from './held-proof.ts';
import { multikeyOf } from './multikey.ts';
import type { ProofObject } from './proof-object.ts';
import type { ResolveKey, VerificationMethod } from './verification-method.ts';

/**
 * Verifies a derived ecdsa-sd-2023 proof: the issuer signed each quad by itself, and the holder shows some of them.
 * https://www.w3.org/TR/vc-di-ecdsa/#verify-derived-proof-ecdsa-sd-2023 . Throws ServiceError `proof-member`,
 * `proof-signature`, `jsonld-unsafe`, `context-unknown`, `key-unresolved`.
 */
export async function verifySelectiveProof(
  unsecured: LinkedData,
  proof: ProofObject,
  { resolveKey, formOf }: { readonly resolveKey: ResolveKey; readonly formOf: FormOf },
): Promise<HeldProof> {
  const { proofValue, ...options } = proof;
  // Also what keeps the work of the suite in bounds: it gets only documents that passed ours.
  const { hashes } = await hashProof(unsecured, options, formOf);
  const method = await resolveKey(proof.verificationMethod, proof.proofPurpose);
  if (method.publicKey.asymmetricKeyDetails?.namedCurve !== 'prime256v1') {
    throw new ServiceError('proof-member', { member: 'verificationMethod', reason: 'a P-256 key is needed' });
  }
  const [{ DataIntegrityProof }, { createVerifyCryptosuite }] = await Promise.all([
    import('@digitalbazaar/data-integrity'),
    import('@digitalbazaar/ecdsa-sd-2023-cryptosuite'),
  ]);
  const suite = new DataIntegrityProof({ cryptosuite: createVerifyCryptosuite() });
  const loader = loaderWith(method);
  const { verified, error } = await suite.verifyProof({ proof, document: unsecured, documentLoader: loader });
  if (!verified) throw refusalOf(error);
  const { id, controller } = method;
  return { mechanism: 'ecdsa-sd-2023', verificationMethod: id, controller, way: 'standard', hashes };
}

/** The suite asks its loader for the key, too. */
function loaderWith({ id, controller, publicKey }: VerificationMethod): (url: string) => Promise<object> {
  const document = { id, type: 'Multikey', controller, publicKeyMultibase: multikeyOf(publicKey) };
  return async (url) => (url === id ? { contextUrl: null, documentUrl: url, document } : documentLoader(url));
}

function refusalOf(error: Error | undefined): ServiceError {
  const reason = error?.message ?? '';
  // Fewer or more quads than signatures: something was taken away or added.
  if (reason === 'Invalid signature.' || reason.startsWith('Signature count'))
    return new ServiceError('proof-signature');
  const member = 'proofValue';
  return new ServiceError('proof-member', { member, reason: reason.slice(0, 120) }, { cause: error });
}
