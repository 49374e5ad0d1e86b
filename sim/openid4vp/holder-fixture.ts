import type { KeyObject } from 'node:crypto';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { signPresentation } from '@digitalbazaar/vc';
import { createWorld, defaultLimits } from '../kernel/index.ts';
import { documentLoader, type JsonObject, multikeyOf, publicJwkOf, signCompactJws } from '../proof/index.ts';

export const now = Date.parse('2026-04-01T09:00:00+09:00');
export const clientId = 'decentralized_identifier:did:web:verifier.openbadge.test';
export const nonce = 'n-0S6_WzA2Mj';

const { keys } = createWorld({ seed: 1, startsAt: now, limits: defaultLimits, parameters: {} }, []);

/** Somebody with a key, and how the key is named. */
export interface Holder {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly did: string;
  readonly kid: string;
}

export function holderOfKey(name: string): Holder {
  const pair = keys.ed25519(`holder/${name}`);
  const multikey = multikeyOf(pair.publicKey);
  return { ...pair, did: `did:key:${multikey}`, kid: `did:key:${multikey}#${multikey}` };
}

export function holderOfJwk(name: string): Holder {
  const pair = keys.ecP256(`holder/${name}`);
  const did = `did:jwk:${Buffer.from(JSON.stringify(publicJwkOf(pair.publicKey))).toString('base64url')}`;
  return { ...pair, did, kid: `${did}#0` };
}

const context = 'https://www.w3.org/ns/credentials/v2';

/** A credential about somebody; whether its issuer signed it, who reads the presentation does not ask yet. */
export function credentialAbout(id: string): JsonObject {
  return {
    '@context': [context],
    id: 'urn:uuid:5a7b7f36-9f5e-4c62-8c3c-21f1f0a6d005',
    type: ['VerifiableCredential'],
    issuer: 'https://issuer.openbadge.test/schools/mihon',
    validFrom: '2026-04-01T08:00:00+09:00',
    credentialSubject: { id },
  };
}

export function credentialJwtAbout(id: string): Promise<string> {
  const { privateKey } = keys.ed25519('school');
  return signCompactJws(
    { typ: 'JWT' },
    { iss: 'https://issuer.openbadge.test/schools/mihon', ...credentialAbout(id) },
    privateKey,
  );
}

export const presentationWith = (verifiableCredential: unknown, more: object = {}): JsonObject => ({
  '@context': [context],
  type: ['VerifiablePresentation'],
  verifiableCredential: [verifiableCredential],
  ...more,
});

/** https://openid.net/specs/openid-4-verifiable-presentations-1_0.html#appendix-B.1.3.1.5 ; claims that are undefined go. */
export function jwtPresentation(by: Holder, vp: object, claims: object = {}, header: object = {}): Promise<string> {
  const payload = { iss: by.did, aud: clientId, nonce, vp, ...claims };
  return signCompactJws({ typ: 'JWT', kid: by.kid, ...header }, payload, by.privateKey);
}

/** As the library of other people proves a presentation: Appendix B.1.3.2.4. */
export async function linkedPresentation(
  by: Holder,
  presentation: object,
  bound: { readonly challenge?: string; readonly domain?: string } = {},
): Promise<object> {
  const { did: controller, kid: id } = by;
  const jwk = by.privateKey.export({ format: 'jwk' });
  const signer = (await Ed25519Multikey.fromJwk({ jwk, secretKey: true, controller, id })).signer();
  const suite = new DataIntegrityProof({ signer, cryptosuite, date: '2026-04-01T00:00:00Z' });
  const { challenge = nonce, domain = clientId } = bound;
  return signPresentation({
    presentation: structuredClone(presentation),
    suite,
    challenge,
    domain,
    documentLoader: documentLoader as never,
  });
}
