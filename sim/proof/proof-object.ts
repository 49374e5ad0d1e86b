import { ServiceError } from '../errors/index.ts';
import { type Instant, parseInstant } from '../kernel/index.ts';

/** A proof that stands in a document, once its members are what they must be. */
export interface ProofObject {
  readonly type: string;
  readonly cryptosuite?: string;
  readonly verificationMethod: string;
  readonly proofPurpose: 'assertionMethod' | 'authentication';
  /** Multibase. */
  readonly proofValue: string;
  readonly [member: string]: unknown;
}

export interface ProofExpectations {
  /** A proof that expired by then does not count. */
  readonly now?: Instant;
  /** What the proof must be bound to, when it was asked for; without, a proof bound to anything counts. */
  readonly domain?: string;
  readonly challenge?: string;
  /** `assertionMethod` unless said: `authentication` is that of presentations. */
  readonly purpose?: 'assertionMethod' | 'authentication';
}

/** As selective disclosure needs for a document as large as may be: a signature a quad. */
const proofValueLengthMax = 300_000;

/**
 * Reads a proof: https://www.w3.org/TR/vc-data-integrity/#verify-proof .
 * Throws ServiceError `proof-member`, `proof-expired`.
 */
export function readProof(value: unknown, expected: ProofExpectations = {}): ProofObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ServiceError('proof-member', { member: 'proof', reason: 'an object is needed' });
  }
  const proof = value as Readonly<Record<string, unknown>>;
  const refuse = (member: string, reason: string): never => {
    throw new ServiceError('proof-member', { member, reason });
  };
  for (const member of ['type', 'verificationMethod', 'proofValue']) {
    if (typeof proof[member] !== 'string') refuse(member, 'a text is needed');
  }
  if (String(proof.proofValue).length > proofValueLengthMax) refuse('proofValue', 'too long');
  const purpose = expected.purpose ?? 'assertionMethod';
  if (proof.proofPurpose !== purpose) refuse('proofPurpose', `${purpose} is needed`);
  for (const member of ['created', 'expires']) {
    if (proof[member] !== undefined && instantOf(proof[member]) === undefined) refuse(member, 'no date-time');
  }
  for (const member of ['domain', 'challenge'] as const) {
    const wanted = expected[member];
    if (wanted !== undefined && ![proof[member]].flat().includes(wanted)) refuse(member, 'not what was asked for');
  }
  const expires = instantOf(proof.expires);
  if (expected.now !== undefined && expires !== undefined && expires <= expected.now) {
    throw new ServiceError('proof-expired');
  }
  return proof as unknown as ProofObject;
}

/** https://www.w3.org/TR/xmlschema11-2/#dateTimeStamp ; issuers in other languages write microseconds. */
function instantOf(dateTime: unknown): Instant | undefined {
  return typeof dateTime === 'string' ? parseInstant(dateTime.replace(/(\.\d{3})\d{1,9}/, '$1')) : undefined;
}
