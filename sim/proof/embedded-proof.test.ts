import { describe, expect, test } from 'vitest';
import { ServiceError } from '../errors/index.ts';
import { createWorld, defaultLimits, parseInstant } from '../kernel/index.ts';
import { secureWithDataIntegrity } from './data-integrity.ts';
import { verifyEmbeddedProof } from './embedded-proof.ts';
import { createKeyResolver } from './key-resolver.ts';
import { multikeyOf } from './multikey.ts';
import { officialVector } from './official-vector-fixture.ts';
import { studentIdOfTests } from './student-id-fixture.ts';

const { keys } = createWorld({ seed: 3, startsAt: 0, limits: defaultLimits, parameters: {} }, []);

const resolve = createKeyResolver();
const { secured } = officialVector;
const withProof = (changes: object) => ({ ...secured, proof: { ...secured.proof, ...changes } });

async function failureOf(promise: Promise<unknown>): Promise<ServiceError | undefined> {
  return promise.then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof ServiceError) return error;
      throw error;
    },
  );
}

describe('an embedded proof that holds', () => {
  test('tells what it is, whose key it is, and what was hashed', async () => {
    expect(await verifyEmbeddedProof(secured, resolve)).toMatchObject({
      mechanism: 'eddsa-rdfc-2022',
      verificationMethod: secured.proof.verificationMethod,
      controller: officialVector.controller,
      way: 'standard',
      hashes: {
        documentHash: officialVector.documentHash,
        proofHash: officialVector.proofHash,
        canonicalQuads: officialVector.documentQuads.map((quad) => `${quad}\n`).join(''),
      },
    });
  });

  test('of our own credential is verified by the stencil', async () => {
    const pair = keys.ed25519('school');
    const verificationMethod = `${studentIdOfTests.issuer.id}#${multikeyOf(pair.publicKey)}`;
    const options = { verificationMethod, created: '2026-04-01T09:00:00+09:00' };
    const issued = await secureWithDataIntegrity(studentIdOfTests, pair, options);
    expect((await verifyEmbeddedProof(issued.secured, resolve)).way).toBe('stencil');
    const changed = { ...issued.secured, name: `${studentIdOfTests.name} ` };
    expect((await failureOf(verifyEmbeddedProof(changed, resolve)))?.code).toBe('proof-signature');
  });

  test('suffices among others, wherever it stands', async () => {
    const broken = { ...secured.proof, created: '2011-01-01T00:00:00Z' };
    const document = { ...secured, proof: [broken, { type: 'Novelty' }, secured.proof] };
    expect((await verifyEmbeddedProof(document, resolve)).mechanism).toBe('eddsa-rdfc-2022');
  });
});

describe('an embedded proof', () => {
  test.each([
    ['proof-missing', { ...secured, proof: undefined }],
    ['proof-missing', { ...secured, proof: [] }],
    ['proof-signature', { ...secured, name: 'Teamwork badge' }],
    ['proof-signature', withProof({ created: '2010-01-01T19:23:25Z' })],
    ['proof-signature', withProof({ domain: 'https://a.test' })],
    ['proof-unsupported', withProof({ cryptosuite: 'eddsa-jcs-2022' })],
    ['proof-unsupported', withProof({ type: 'RsaSignature2018', cryptosuite: undefined })],
    ['jsonld-unsafe', withProof({ novelty: 'x' })],
    ['context-unknown', { ...secured, '@context': [...secured['@context'], 'https://a.test/c'] }],
    ['key-unresolved', withProof({ verificationMethod: 'did:key:z6Mk' })],
  ])('is refused as %s', async (code, document) => {
    expect((await failureOf(verifyEmbeddedProof(document, resolve)))?.code).toBe(code);
  });

  test.each([
    ['proof', { ...secured, proof: ['x'] }],
    ['proof', { ...secured, proof: Array.from({ length: 9 }, () => secured.proof) }],
    ['proofPurpose', withProof({ proofPurpose: 'authentication' })],
    ['proofValue', withProof({ proofValue: 'z5x9aCBY' })],
    ['proofValue', withProof({ proofValue: `u${secured.proof.proofValue}` })],
    ['proofValue', withProof({ proofValue: 5 })],
    ['proofValue', withProof({ proofValue: `z${'5'.repeat(400_000)}` })],
    ['created', withProof({ created: '2010-02-30T00:00:00Z' })],
    ['expires', withProof({ expires: 'soon' })],
    ['verificationMethod', withProof({ verificationMethod: { id: 'x' } })],
    ['previousProof', withProof({ previousProof: 'urn:uuid:not-there' })],
    ['previousProof', withProof({ id: 'urn:a', previousProof: 'urn:a' })],
  ])('with a bad member is refused, and %s is named', async (member, document) => {
    const failure = await failureOf(verifyEmbeddedProof(document, resolve));
    expect(failure).toMatchObject({ code: 'proof-member', parameters: { member } });
  });

  test('by a key of another kind is refused', async () => {
    const { publicKey } = keys.ecP256('school');
    const other = async (id: string) => ({ id, controller: 'https://a.test', publicKey });
    const failure = await failureOf(verifyEmbeddedProof(secured, other));
    expect(failure).toMatchObject({ code: 'proof-member', parameters: { member: 'verificationMethod' } });
  });

  test('counts until it expires, and where it was asked for', async () => {
    const document = withProof({ expires: '2010-01-02T00:00:00Z', domain: ['a.test'] });
    const at = (now: string) => failureOf(verifyEmbeddedProof(document, resolve, { now: parseInstant(now) ?? 0 }));
    expect((await at('2010-01-02T00:00:00Z'))?.code).toBe('proof-expired');
    expect((await at('2010-01-01T23:59:59Z'))?.code).toBe('proof-signature');
    const asked = await failureOf(verifyEmbeddedProof(document, resolve, { domain: 'b.test' }));
    expect(asked?.parameters).toMatchObject({ member: 'domain' });
  });

  test('of several that all fail is told with the failure of each', async () => {
    const document = { ...withProof({}), name: 'x', proof: [secured.proof, { ...secured.proof, proofPurpose: 'x' }] };
    const failure = await failureOf(verifyEmbeddedProof(document, resolve));
    expect(failure?.code).toBe('proof-none-holds');
    expect(failure?.parameters).toEqual({ count: 2, failures: '1: proof-signature, 2: proof-member' });
    expect(failure?.cause).toHaveProperty('errors.length', 2);
  });
});
