import { ServiceError } from '../errors/index.ts';
import type { CanonicalForm } from './canonical-form.ts';
import { type FormOf, formFor, type LinkedData, verifyEd25519Proof } from './data-integrity.ts';
import type { HeldProof } from './held-proof.ts';
import { type ProofExpectations, type ProofObject, readProof } from './proof-object.ts';
import { verifySelectiveProof } from './selective-disclosure.ts';
import type { ResolveKey } from './verification-method.ts';

/** Each costs a canonicalisation and perhaps a look-up of its key. */
const proofsMax = 8;

/**
 * Verifies the proofs that stand in a document: the first that holds is told, and suffices (OB 3.0 §9, "Multiple
 * proofs"). Whether its controller is the issuer, and the credential's own times, are other checks' questions.
 * Throws ServiceError `proof-missing`; what is wrong with it (`proof-member`, `proof-unsupported`, `proof-expired`,
 * `proof-signature`, `jsonld-unsafe`, `context-unknown`, `key-unresolved`) when there is one proof; when there are
 * more, `proof-none-holds`, whose cause is an AggregateError with the failure of each in turn.
 */
export async function verifyEmbeddedProof(
  document: LinkedData,
  resolveKey: ResolveKey,
  expected: ProofExpectations = {},
): Promise<HeldProof> {
  const { proof, ...unsecured } = document;
  const proofs: readonly unknown[] = proof === undefined ? [] : [proof].flat();
  if (proofs.length === 0) throw new ServiceError('proof-missing');
  if (proofs.length > proofsMax) {
    throw new ServiceError('proof-member', { member: 'proof', reason: `more than ${proofsMax}` });
  }
  const bench = { unsecured, proofs, resolveKey, expected, formOf: remembering(formFor(unsecured)) };
  const failures: ServiceError[] = [];
  for (const one of proofs) {
    try {
      return await verifyOne(bench, readProof(one, expected), []);
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      failures.push(error);
    }
  }
  const [only] = failures;
  if (failures.length === 1 && only !== undefined) throw only;
  const told = failures.map(({ code }, index) => `${index + 1}: ${code}`).join(', ');
  throw new ServiceError(
    'proof-none-holds',
    { count: failures.length, failures: told },
    { cause: new AggregateError(failures) },
  );
}

interface Bench {
  readonly unsecured: LinkedData;
  readonly proofs: readonly unknown[];
  readonly resolveKey: ResolveKey;
  readonly expected: ProofExpectations;
  readonly formOf: FormOf;
}

async function verifyOne(bench: Bench, proof: ProofObject, later: readonly ProofObject[]): Promise<HeldProof> {
  const unsecured = await withPreviousProofs(bench, proof, later);
  const { type, cryptosuite } = proof;
  if (type === 'DataIntegrityProof' && cryptosuite === 'ecdsa-sd-2023') {
    return verifySelectiveProof(unsecured, proof, bench);
  }
  if (type === 'DataIntegrityProof' ? cryptosuite === 'eddsa-rdfc-2022' : isLegacy(proof)) {
    return verifyEd25519Proof(unsecured, proof, bench);
  }
  throw new ServiceError('proof-unsupported', { suite: String(cryptosuite ?? type).slice(0, 100) });
}

function isLegacy({ type, cryptosuite }: ProofObject): boolean {
  return type === 'Ed25519Signature2020' && cryptosuite === undefined;
}

/**
 * https://www.w3.org/TR/vc-data-integrity/#verify-proof-sets-and-chains : a proof that names earlier ones signed the
 * document together with them, and they must hold as well.
 */
async function withPreviousProofs(
  bench: Bench,
  proof: ProofObject,
  later: readonly ProofObject[],
): Promise<LinkedData> {
  if (proof.previousProof === undefined) return bench.unsecured;
  const refuse = (reason: string): ServiceError =>
    new ServiceError('proof-member', { member: 'previousProof', reason });
  const earlier: unknown[] = [];
  for (const id of [proof.previousProof].flat()) {
    const found = bench.proofs.find((one) => typeof id === 'string' && (one as { id?: unknown } | null)?.id === id);
    if (found === undefined) throw refuse('names a proof that is not there');
    const read = readProof(found, bench.expected);
    if (read === proof || later.includes(read)) throw refuse('goes round in a circle');
    await verifyOne(bench, read, [...later, proof]);
    earlier.push(found);
  }
  return { ...bench.unsecured, proof: earlier };
}

/** Proofs of a set sign the same document: its quads are made once. */
function remembering(formOf: FormOf): FormOf {
  const made = new WeakMap<object, Promise<CanonicalForm>>();
  return (document) => {
    const form = made.get(document) ?? formOf(document);
    made.set(document, form);
    return form;
  };
}
