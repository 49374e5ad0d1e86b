import type { KeyObject } from 'node:crypto';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as ecdsa from '@digitalbazaar/ecdsa-multikey';
import { createDiscloseCryptosuite, createSignCryptosuite } from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import * as ed25519 from '@digitalbazaar/ed25519-multikey';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { cryptosuite as eddsa } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { derive, issue } from '@digitalbazaar/vc';
import { describe, expect, test } from 'vitest';
import { createWorld, defaultLimits } from '../kernel/index.ts';
import type { LinkedData } from './data-integrity.ts';
import { documentLoader } from './document-loader.ts';
import { verifyEmbeddedProof } from './embedded-proof.ts';
import { createKeyResolver } from './key-resolver.ts';
import { multikeyOf } from './multikey.ts';
import { officialVector } from './official-vector-fixture.ts';

const { keys } = createWorld({ seed: 3, startsAt: 0, limits: defaultLimits, parameters: {} }, []);

const resolve = createKeyResolver();
const controller = officialVector.controller;
const loader = async (url: string) => structuredClone(await documentLoader(url));
const edwards = keys.ed25519('school');
const p256 = keys.ecP256('school');

async function signerOf(library: typeof ecdsa | typeof ed25519, pair: { publicKey: KeyObject; privateKey: KeyObject }) {
  const id = `${controller}#${multikeyOf(pair.publicKey)}`;
  const key = await library.fromJwk({
    jwk: pair.privateKey.export({ format: 'jwk' }),
    secretKey: true,
    id,
    controller,
  });
  return key.signer();
}

async function issuedBy(suite: object, credential: object): Promise<LinkedData> {
  return issue({ credential: structuredClone(credential), suite, documentLoader: loader });
}

const version1 = {
  '@context': [
    'https://www.w3.org/2018/credentials/v1',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json',
    'https://w3id.org/security/suites/ed25519-2020/v1',
  ],
  id: 'urn:uuid:6a5f1a94-9c52-4c3c-8a0b-0f8fca23e001',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  name: '旧形式の修了証',
  issuer: { id: controller, type: ['Profile'], name: '見本大学' },
  issuanceDate: '2024-04-01T00:00:00Z',
  credentialSubject: officialVector.unsecured.credentialSubject,
};

const selective = async (options: object) =>
  new DataIntegrityProof({ signer: await signerOf(ecdsa, p256), date: '2026-04-01T00:00:00Z', cryptosuite: options });

async function derived(pointers: readonly string[]) {
  const sign = createSignCryptosuite({ mandatoryPointers: ['/issuer', '/validFrom'] });
  const base = await issuedBy(await selective(sign), officialVector.unsecured);
  const suite = new DataIntegrityProof({ cryptosuite: createDiscloseCryptosuite({ selectivePointers: pointers }) });
  const shown = (await derive({ verifiableCredential: base, suite, documentLoader: loader })) as {
    readonly proof: { readonly proofValue: string };
    readonly name?: string;
  };
  return { base, shown };
}

describe('proofs that other people make', () => {
  test('by eddsa-rdfc-2022 hold, and not for another text', async () => {
    const signer = await signerOf(ed25519, edwards);
    const suite = new DataIntegrityProof({ signer, cryptosuite: eddsa, date: '2026-04-01T00:00:00Z' });
    const badge = await issuedBy(suite, officialVector.unsecured);
    expect(await verifyEmbeddedProof(badge, resolve)).toMatchObject({ mechanism: 'eddsa-rdfc-2022', controller });
    await expect(verifyEmbeddedProof({ ...badge, name: 'x' } as object, resolve)).rejects.toMatchObject({
      code: 'proof-signature',
    });
  });

  test('by Ed25519Signature2020 hold in the profile of VCDM 1.1, and not for another text', async () => {
    const signer = await signerOf(ed25519, edwards);
    const badge = await issuedBy(new Ed25519Signature2020({ signer, date: '2026-04-01T00:00:00Z' }), version1);
    expect(await verifyEmbeddedProof(badge, resolve)).toMatchObject({ mechanism: 'Ed25519Signature2020', controller });
    await expect(verifyEmbeddedProof({ ...badge, name: 'x' } as object, resolve)).rejects.toMatchObject({
      code: 'proof-signature',
    });
  });
});

describe('ecdsa-sd-2023', () => {
  test('holds for what a holder shows, and the rest is not there', async () => {
    const { shown } = await derived(['/credentialSubject/achievement']);
    expect(shown.name).toBeUndefined();
    expect(await verifyEmbeddedProof(shown, resolve)).toMatchObject({ mechanism: 'ecdsa-sd-2023', controller });
  });

  test('does not hold once something is changed, added or taken away', async () => {
    const { shown } = await derived(['/name']);
    for (const changed of [
      { ...shown, name: 'x' },
      { ...shown, description: 'x' },
      { ...shown, name: undefined },
    ]) {
      const document = JSON.parse(JSON.stringify(changed)) as object;
      await expect(verifyEmbeddedProof(document, resolve)).rejects.toMatchObject({ code: 'proof-signature' });
    }
  });

  test('of an issuer, from which nothing was derived yet, is refused and told', async () => {
    const { base } = await derived([]);
    const failure = { code: 'proof-member', parameters: { member: 'proofValue' } };
    await expect(verifyEmbeddedProof(base, resolve)).rejects.toMatchObject(failure);
  });

  test('with a broken value or by another kind of key is refused', async () => {
    const { shown } = await derived([]);
    const broken = { ...shown, proof: { ...shown.proof, proofValue: `${shown.proof.proofValue.slice(0, 60)}` } };
    await expect(verifyEmbeddedProof(broken, resolve)).rejects.toMatchObject({ code: 'proof-member' });
    const other = async (id: string) => ({ id, controller, publicKey: edwards.publicKey });
    const failure = { code: 'proof-member', parameters: { member: 'verificationMethod' } };
    await expect(verifyEmbeddedProof(shown, other)).rejects.toMatchObject(failure);
  });
});
