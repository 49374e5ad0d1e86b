import type { KeyObject } from 'node:crypto';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import { createDiscloseCryptosuite, createSignCryptosuite } from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { derive, issue } from '@digitalbazaar/vc';
import jwt from 'jsonwebtoken';
import { multikeyOf, publicJwkOf } from '#sim/proof';
import { studentIdFrom } from './credential.ts';
import { outsideLoader } from './outside-documents.ts';
import { issuerIdOf, type Keys, school } from './school.ts';
import type { Members } from './tampering.ts';

/** Issues the school's student ID with the tools of other people: a compact JWS, or the text of a document. */
export type Outsider = (keys?: Keys) => Promise<string>;

const documentLoader = outsideLoader(new Map());
const date = '2026-04-01T00:00:00Z';

/** What Multikey packages take: a JWK, and the name that a proof gives the key. */
function namedKey(pair: { readonly publicKey: KeyObject; readonly privateKey: KeyObject }) {
  const [jwk, controller] = [pair.privateKey.export({ format: 'jwk' }), issuerIdOf('https')];
  return { jwk, secretKey: true, controller, id: `${controller}#${multikeyOf(pair.publicKey)}` };
}

const byDataIntegrity: Outsider = async ({ EdDSA } = school) => {
  const signer = (await Ed25519Multikey.fromJwk(namedKey(EdDSA))).signer();
  const suite = new DataIntegrityProof({ signer, cryptosuite, date });
  return JSON.stringify(await issue({ credential: studentIdFrom('https'), suite, documentLoader }));
};

/** The elder suite, over data model 1.1. */
const bySignature2020: Outsider = async ({ EdDSA } = school) => {
  const { validFrom, validUntil, credentialStatus, ...rest } = studentIdFrom('https');
  const contexts = [
    'https://www.w3.org/2018/credentials/v1',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    'https://w3id.org/security/suites/ed25519-2020/v1',
  ];
  const credential = { ...rest, '@context': contexts, issuanceDate: validFrom, expirationDate: validUntil };
  const signer = (await Ed25519Multikey.fromJwk(namedKey(EdDSA))).signer();
  return JSON.stringify(await issue({ credential, suite: new Ed25519Signature2020({ signer, date }), documentLoader }));
};

/** The issuer signs each quad; the holder shows all but the reading of the name. */
const bySelectiveDisclosure: Outsider = async ({ ES256 } = school) => {
  const signer = (await EcdsaMultikey.fromJwk(namedKey(ES256))).signer();
  const mandatoryPointers = ['/issuer', '/validFrom', '/validUntil', '/credentialStatus', '/name', '/description'];
  const suite = new DataIntegrityProof({ signer, cryptosuite: createSignCryptosuite({ mandatoryPointers }), date });
  const signed = await issue({ credential: studentIdFrom('https'), suite, documentLoader });
  const selectivePointers = ['/credentialSubject/identifier/0', '/credentialSubject/achievement'];
  const disclosing = new DataIntegrityProof({ cryptosuite: createDiscloseCryptosuite({ selectivePointers }) });
  return JSON.stringify(await derive({ verifiableCredential: signed, suite: disclosing, documentLoader }));
};

const byJsonwebtoken =
  (algorithm: 'RS256' | 'ES256'): Outsider =>
  async (keys = school) => {
    const credential = studentIdFrom('https');
    const seconds = (dateTime: unknown): number => Math.floor(Date.parse(String(dateTime)) / 1_000);
    const claims = {
      iss: (credential.issuer as Members).id,
      jti: credential.id,
      sub: (credential.credentialSubject as Members).id,
      nbf: seconds(credential.validFrom),
      exp: seconds(credential.validUntil),
    };
    const header = { alg: algorithm, typ: 'JWT', jwk: publicJwkOf(keys[algorithm].publicKey) };
    return jwt.sign({ ...credential, ...claims }, keys[algorithm].privateKey, { algorithm, noTimestamp: true, header });
  };

export const outsiders: Readonly<Record<string, Outsider>> = {
  '@digitalbazaar eddsa-rdfc-2022': byDataIntegrity,
  '@digitalbazaar Ed25519Signature2020': bySignature2020,
  '@digitalbazaar ecdsa-sd-2023, derived': bySelectiveDisclosure,
  'jsonwebtoken RS256': byJsonwebtoken('RS256'),
  'jsonwebtoken ES256': byJsonwebtoken('ES256'),
};
