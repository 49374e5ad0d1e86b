import type { KeyObject } from 'node:crypto';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { signPresentation } from '@digitalbazaar/vc';
import { SignJWT } from 'jose';
import { documentLoader, multikeyOf } from '../proof/index.ts';

/** For tests: what a presentation is bound to. */
export interface Bound {
  /** The challenge. */
  readonly nonce: string;
  /** The domain. */
  readonly audience: string;
}

export interface KeyName {
  readonly did: string;
  readonly kid: string;
}

/** The did:key of an Ed25519 key. */
export function nameOf(key: KeyObject): KeyName {
  const multikey = multikeyOf(key);
  return { did: `did:key:${multikey}`, kid: `did:key:${multikey}#${multikey}` };
}

export const presentationOf = (credential: unknown, more: object = {}) => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiablePresentation'],
  verifiableCredential: [credential],
  ...more,
});

/** A JWT around a presentation in `vp`; `claims` are beside it, or instead. */
export function jwtPresentation(
  vp: object,
  key: KeyObject,
  { nonce, audience: aud }: Bound,
  claims: object = {},
): Promise<string> {
  const { did, kid } = nameOf(key);
  return new SignJWT({ iss: did, aud, nonce, vp, ...claims })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT', kid })
    .sign(key);
}

/** The same with an eddsa-rdfc-2022 proof in it, as the library of other people makes one. */
export async function linkedPresentation(
  presentation: object,
  key: KeyObject,
  { nonce: challenge, audience: domain }: Bound,
): Promise<object> {
  const { did: controller, kid: id } = nameOf(key);
  const jwk = key.export({ format: 'jwk' });
  const signer = (await Ed25519Multikey.fromJwk({ jwk, secretKey: true, controller, id })).signer();
  const suite = new DataIntegrityProof({ signer, cryptosuite, date: '2026-04-01T00:00:00Z' });
  return signPresentation({
    presentation: structuredClone(presentation),
    suite,
    challenge,
    domain,
    documentLoader: documentLoader as never,
  });
}
