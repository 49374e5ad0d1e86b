import { createPrivateKey, sign } from 'node:crypto';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { describe, expect, test } from 'vitest';
import { createWorld, defaultLimits } from '../kernel/index.ts';
import { canonicalForm, standardForm } from './canonical-form.ts';
import { hashProof, proofValueOf, secureWithDataIntegrity } from './data-integrity.ts';
import { documentLoader } from './document-loader.ts';
import { multikeyOf } from './multikey.ts';
import { officialVector } from './official-vector-fixture.ts';
import { studentIdOfTests } from './student-id-fixture.ts';

const { keys } = createWorld({ seed: 3, startsAt: 0, limits: defaultLimits, parameters: {} }, []);

/** RFC 8410 §7: the seed in PKCS #8. */
function keyOfSeed(hex: string) {
  const der = Buffer.from(`302e020100300506032b657004220420${hex}`, 'hex');
  return { privateKey: createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }) };
}

const officialKey = keyOfSeed(officialVector.secretKeyHex);
const { unsecured, proofOptions } = officialVector;

describe('the official vector of eddsa-rdfc-2022', () => {
  test.each([
    ['stencil', canonicalForm],
    ['standard', standardForm],
  ])('has its hashes and its signature by the %s way', async (way, form) => {
    const hashed = await hashProof(unsecured, proofOptions, form);
    expect(hashed.way).toBe(way);
    expect(hashed.hashes.documentHash).toBe(officialVector.documentHash);
    expect(hashed.hashes.proofHash).toBe(officialVector.proofHash);
    expect(proofValueOf(sign(null, hashed.toSign, officialKey.privateKey))).toBe(officialVector.proofValue);
  });

  test('comes out byte for byte, but for the list around its proof', async () => {
    const { secured } = await secureWithDataIntegrity(unsecured, officialKey, proofOptions);
    expect(JSON.stringify({ ...secured, proof: secured.proof[0] })).toBe(JSON.stringify(officialVector.secured));
    expect(secured.proof).toHaveLength(1);
  });

  test('has its signature in base58btc', () => {
    expect(proofValueOf(Buffer.from(officialVector.signatureHex, 'hex'))).toBe(officialVector.proofValue);
  });
});

describe('securing with eddsa-rdfc-2022', () => {
  const pair = keys.ed25519('school');
  const verificationMethod = `${studentIdOfTests.issuer.id}#${multikeyOf(pair.publicKey)}`;
  const options = { verificationMethod, created: '2026-04-01T00:00:00Z' };

  test('goes by the stencil for a student ID, and others accept it', async () => {
    const { secured, way } = await secureWithDataIntegrity(studentIdOfTests, pair, options);
    expect(way).toBe('stencil');
    const { proof, ...document } = secured;
    const suite = new DataIntegrityProof({ cryptosuite });
    const key = {
      id: verificationMethod,
      type: 'Multikey',
      controller: 'x',
      publicKeyMultibase: multikeyOf(pair.publicKey),
    };
    const loader = async (url: string) => (url === verificationMethod ? { document: key } : documentLoader(url));
    const verdict = { proof: proof[0] as object, document, documentLoader: loader };
    expect(await suite.verifyProof(verdict)).toMatchObject({ verified: true });
    const changed = { ...verdict, document: { ...document, name: 'x' } };
    expect(await suite.verifyProof(changed)).toMatchObject({ verified: false });
  });

  test('gives the same bytes for the same input', async () => {
    const [first, second] = [0, 1].map(() => secureWithDataIntegrity(studentIdOfTests, pair, options));
    expect(JSON.stringify(await first)).toBe(JSON.stringify(await second));
  });

  test('goes the standard way for what its schema does not let through', async () => {
    const { way } = await secureWithDataIntegrity(
      { ...studentIdOfTests, awardedDate: '2026-04-01T00:00:00Z' },
      pair,
      options,
    );
    expect(way).toBe('standard');
  });

  test('adds a proof beside the one that is there', async () => {
    const { secured } = await secureWithDataIntegrity(officialVector.secured, pair, options);
    expect(secured.proof).toHaveLength(2);
    expect(secured.proof[0]).toEqual(officialVector.secured.proof);
  });

  test('takes no key of another kind', async () => {
    const other = keys.ecP256('school');
    await expect(secureWithDataIntegrity(unsecured, other, options)).rejects.toThrow(TypeError);
  });

  test('secures nothing that a signature would not cover', async () => {
    await expect(secureWithDataIntegrity({ ...unsecured, nickname: 'x' }, pair, options)).rejects.toMatchObject({
      code: 'jsonld-unsafe',
    });
  });
});
