import { hash, type KeyObject, sign, verify } from 'node:crypto';
import { base58 } from '@scure/base';
import { ServiceError } from '../errors/index.ts';
import { type CanonicalForm, canonicalForm, standardForm } from './canonical-form.ts';
import { checkCredential } from './check-credential.ts';
import type { HeldProof } from './held-proof.ts';
import { isOwnStatusList } from './own-status-list.ts';
import type { ProofObject } from './proof-object.ts';
import type { SigningKey } from './signing-key.ts';
import type { ResolveKey } from './verification-method.ts';

export interface DataIntegrityProof {
  readonly type: 'DataIntegrityProof';
  readonly created: string;
  readonly verificationMethod: string;
  readonly cryptosuite: 'eddsa-rdfc-2022';
  readonly proofPurpose: 'assertionMethod';
  /** Multibase, base58btc. */
  readonly proofValue: string;
}

export interface DataIntegrityOptions {
  /** The id under which others find the public key. */
  readonly verificationMethod: string;
  /** RFC 3339, by the world's clock. */
  readonly created: string;
}

/** A document that a proof stands in, or will: JSON-LD with its contexts. */
export interface LinkedData {
  readonly '@context'?: unknown;
  readonly proof?: unknown;
}

/** A way to canonical N-Quads: `canonicalForm` or `standardForm`. */
export type FormOf = (document: object) => Promise<CanonicalForm>;

/** The members of a proof configuration that we make; other people's may have more. */
const ownMembers: ReadonlySet<string> = new Set([
  'type',
  'created',
  'verificationMethod',
  'cryptosuite',
  'proofPurpose',
]);

/**
 * Adds an eddsa-rdfc-2022 proof, beside those that are there already (a set, not a chain); `proof` is a list always,
 * as both generations of the OB 3.0 schema have it. Ed25519 has no random part: the same input gives the same bytes.
 * https://www.w3.org/TR/vc-di-eddsa/#eddsa-rdfc-2022 . Throws ServiceError `jsonld-unsafe`, `context-unknown`;
 * TypeError for a key that is not Ed25519.
 */
export async function secureWithDataIntegrity<Document extends LinkedData>(
  credential: Document,
  key: Pick<SigningKey, 'privateKey'>,
  { verificationMethod, created }: DataIntegrityOptions,
): Promise<{
  readonly secured: Document & { readonly proof: readonly DataIntegrityProof[] };
  readonly way: CanonicalForm['way'];
}> {
  if (key.privateKey.asymmetricKeyType !== 'ed25519') throw new TypeError('eddsa-rdfc-2022 takes an Ed25519 key');
  const { proof: earlier, ...unsecured } = credential;
  const options = {
    type: 'DataIntegrityProof',
    created,
    verificationMethod,
    cryptosuite: 'eddsa-rdfc-2022',
    proofPurpose: 'assertionMethod',
  } as const;
  const { toSign, way } = await hashProof(unsecured, options, formFor(unsecured));
  const proof: DataIntegrityProof = { ...options, proofValue: proofValueOf(sign(null, toSign, key.privateKey)) };
  const secured = { ...unsecured, proof: [...[earlier ?? []].flat(), proof] };
  return { secured: secured as unknown as Document & { proof: readonly DataIntegrityProof[] }, way };
}

/** https://www.w3.org/TR/vc-di-eddsa/#create-proof-eddsa-rdfc-2022 , step 6: base58-btc multibase. */
export function proofValueOf(signature: Uint8Array): string {
  return `z${base58.encode(signature)}`;
}

/** The stencils only for what passes our own schema, or is a status list as we make them. */
export function formFor(unsecured: object): FormOf {
  if (isOwnStatusList(unsecured)) return canonicalForm;
  try {
    checkCredential(unsecured);
    return canonicalForm;
  } catch (error) {
    if (error instanceof ServiceError) return standardForm;
    throw error;
  }
}

export interface HashedProof {
  readonly hashes: {
    readonly documentHash: string;
    readonly proofHash: string;
    readonly canonicalQuads: string;
    readonly proofQuads: string;
  };
  /** The hash of the proof configuration, then that of the document. */
  readonly toSign: Uint8Array;
  readonly way: CanonicalForm['way'];
}

/** What eddsa-rdfc-2022 and Ed25519Signature2020 sign. Throws ServiceError `jsonld-unsafe`, `context-unknown`. */
export async function hashProof(unsecured: LinkedData, options: object, formOf: FormOf): Promise<HashedProof> {
  // https://www.w3.org/TR/vc-di-eddsa/#proof-configuration-eddsa-rdfc-2022 : "Set proofConfig.@context to
  // unsecuredDocument.@context"; at the front, as others have it, which counts for nothing.
  const config = { '@context': unsecured['@context'], ...options, ...contextOf(unsecured) };
  const isOwn = Object.keys(options).every((member) => ownMembers.has(member));
  const [document, proof] = await Promise.all([formOf(unsecured), isOwn ? formOf(config) : standardForm(config)]);
  const documentHash = hash('sha256', document.text, 'hex');
  const proofHash = hash('sha256', proof.text, 'hex');
  return {
    hashes: { documentHash, proofHash, canonicalQuads: document.text, proofQuads: proof.text },
    toSign: Buffer.from(proofHash + documentHash, 'hex'),
    way: document.way === 'stencil' && proof.way === 'stencil' ? 'stencil' : 'standard',
  };
}

function contextOf({ '@context': context }: LinkedData): object {
  return context === undefined ? {} : { '@context': context };
}

/**
 * Verifies eddsa-rdfc-2022 (https://www.w3.org/TR/vc-di-eddsa/#verify-proof-eddsa-rdfc-2022) and its elder
 * Ed25519Signature2020 (https://www.w3.org/community/reports/credentials/CG-FINAL-di-eddsa-2020-20220724/), which
 * differ only in how a proof names itself. Throws ServiceError `proof-member`, `proof-signature`, `jsonld-unsafe`,
 * `context-unknown`, `key-unresolved`.
 */
export async function verifyEd25519Proof(
  unsecured: LinkedData,
  proof: ProofObject,
  { resolveKey, formOf }: { readonly resolveKey: ResolveKey; readonly formOf: FormOf },
): Promise<HeldProof> {
  const { proofValue, ...options } = proof;
  const signature = signatureOf(proofValue);
  const { hashes, toSign, way } = await hashProof(unsecured, options, formOf);
  const { id, controller, publicKey } = await resolveKey(proof.verificationMethod, proof.proofPurpose);
  checkKind(publicKey);
  if (!verify(null, toSign, publicKey, signature)) throw new ServiceError('proof-signature');
  return { mechanism: proof.cryptosuite ?? proof.type, verificationMethod: id, controller, way, hashes };
}

/** 64 bytes: https://www.rfc-editor.org/rfc/rfc8032#section-5.1.6 */
function signatureOf(proofValue: string): Uint8Array {
  const signature = /^z[1-9A-HJ-NP-Za-km-z]{64,88}$/.test(proofValue) ? base58.decode(proofValue.slice(1)) : undefined;
  if (signature?.length !== 64) {
    throw new ServiceError('proof-member', { member: 'proofValue', reason: 'no base58btc of an Ed25519 signature' });
  }
  return signature;
}

function checkKind({ asymmetricKeyType }: KeyObject): void {
  if (asymmetricKeyType === 'ed25519') return;
  throw new ServiceError('proof-member', { member: 'verificationMethod', reason: 'an Ed25519 key is needed' });
}
