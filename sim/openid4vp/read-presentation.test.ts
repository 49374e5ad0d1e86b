import { describe, expect, it } from 'vitest';
import type { Fetch } from '../kernel/index.ts';
import { createKeyResolver, type JsonObject } from '../proof/index.ts';
import {
  clientId,
  credentialAbout,
  credentialJwtAbout,
  type Holder,
  holderOfJwk,
  holderOfKey,
  jwtPresentation,
  linkedPresentation,
  nonce,
  now,
  presentationWith,
} from './holder-fixture.ts';
import type { PresentationFormat } from './presentation-query.ts';
import { PresentationRefusal, readBoundPresentation, readCredential } from './read-presentation.ts';

const binding = { clientId, nonce, now, resolveKey: createKeyResolver() };
const hanako = holderOfKey('hanako');
const taro = holderOfKey('taro');

async function outcome(presentation: unknown, format: PresentationFormat) {
  try {
    return await readBoundPresentation(presentation, format, binding);
  } catch (error) {
    if (error instanceof PresentationRefusal) return error.code;
    throw error;
  }
}

const jwtOf = async (by: Holder, claims: object = {}, about = by.did) =>
  jwtPresentation(by, presentationWith(await credentialJwtAbout(about)), claims);

const linkedOf = (by: Holder, bound: object = {}, about = by.did) =>
  linkedPresentation(by, presentationWith(credentialAbout(about)), bound);

describe('a VC-JWT in a VP-JWT', () => {
  it.each([
    ['did:key', hanako],
    ['did:jwk', holderOfJwk('hanako')],
  ])('is bound to its holder of %s', async (_method, holder) => {
    const jwt = await credentialJwtAbout(holder.did);
    expect(await outcome(await jwtOf(holder), 'jwt_vc_json')).toMatchObject({
      secured: jwt,
      holder: holder.did,
      credential: { credentialSubject: { id: holder.did } },
    });
  });

  it('may stand in an envelope, and without `vp` around it, as data model 2.0 has it', async () => {
    const jwt = await credentialJwtAbout(hanako.did);
    const envelope = { id: `data:application/vc+jwt,${jwt}`, type: ['EnvelopedVerifiableCredential'] };
    const claims = { vp: undefined, ...presentationWith(envelope, { holder: hanako.did }) };
    expect(await outcome(await jwtPresentation(hanako, {}, claims), 'jwt_vc_json')).toMatchObject({ secured: jwt });
  });

  it.each([
    ['nonce-differs', 'no nonce', { nonce: undefined }],
    ['nonce-differs', 'another nonce', { nonce: 'other' }],
    ['nonce-differs', 'a nonce of another kind', { nonce: [nonce] }],
    ['audience-differs', 'no audience', { aud: undefined }],
    ['audience-differs', 'another audience', { aud: 'decentralized_identifier:did:web:evil.example' }],
    ['audience-differs', 'the bare DID', { aud: 'did:web:verifier.openbadge.test' }],
    ['holder-differs', 'another iss', { iss: taro.did }],
    ['holder-late', 'an end that is over', { exp: now / 1_000 }],
    ['holder-late', 'a beginning to come', { nbf: now / 1_000 + 1 }],
    ['form', 'no credential', { vp: { type: ['VerifiablePresentation'] } }],
    ['form', 'nothing that is a presentation', { vp: 'vp' }],
    ['form', 'a presentation in it', { vp: presentationWith(presentationWith('x')) }],
  ])('is refused as %s with %s', async (code, _what, claims) => {
    expect(await outcome(await jwtOf(hanako, claims), 'jwt_vc_json')).toBe(code);
  });

  it('is refused from who is not its subject, and with two credentials', async () => {
    expect(await outcome(await jwtOf(taro, {}, hanako.did), 'jwt_vc_json')).toBe('holder-differs');
    const jwt = await credentialJwtAbout(hanako.did);
    const named = await jwtPresentation(hanako, presentationWith(jwt, { holder: taro.did }));
    expect(await outcome(named, 'jwt_vc_json')).toBe('holder-differs');
    const two = await jwtPresentation(hanako, { ...presentationWith(jwt), verifiableCredential: [jwt, jwt] });
    expect(await outcome(two, 'jwt_vc_json')).toBe('form');
  });

  it('is refused when the key of another, or none that is named, signed it', async () => {
    const vp = presentationWith(await credentialJwtAbout(hanako.did));
    const forged = await jwtPresentation({ ...taro, did: hanako.did, kid: hanako.kid }, vp);
    const nameless = await jwtPresentation(hanako, vp, {}, { kid: undefined });
    const jwk = await jwtPresentation(hanako, vp, {}, { kid: 'did:jwk:e30#0' });
    for (const presentation of [forged, nameless, jwk, 'a.b.c', '']) {
      expect(await outcome(presentation, 'jwt_vc_json')).toBe('holder-proof');
    }
    expect(await outcome(vp, 'jwt_vc_json')).toBe('form');
  });
});

describe('a holder that is named by a URL', () => {
  const url = 'https://people.example/hanako';
  const method = (key: Holder) => {
    const publicKeyMultibase = key.did.slice('did:key:'.length);
    return { id: `${url}#${publicKeyMultibase}`, type: 'Multikey', controller: url, publicKeyMultibase };
  };
  const as = (key: Holder): Holder => ({ ...key, did: url, kid: method(key).id });
  const judged = async (presentation: unknown, format: PresentationFormat, document: object) => {
    const body = Buffer.from(JSON.stringify({ id: url, ...document }));
    const fetch: Fetch = async () => ({ status: 200, headers: {}, body, json: () => JSON.parse(body.toString()) });
    try {
      const at = { ...binding, resolveKey: createKeyResolver({ fetch }) };
      return (await readBoundPresentation(presentation, format, at)).holder;
    } catch (error) {
      if (error instanceof PresentationRefusal) return error.code;
      throw error;
    }
  };

  it('is asked whether the key is its own, whatever the name of the key says', async () => {
    const own = { verificationMethod: [method(hanako)], authentication: [method(hanako).id] };
    for (const [key, document, expected] of [
      [hanako, own, url],
      // Behind the URL of another stands the key of who signed.
      [taro, own, 'holder-proof'],
      [hanako, { ...own, authentication: [], assertionMethod: own.authentication }, 'holder-proof'],
      [hanako, {}, 'holder-proof'],
    ] as const) {
      expect(await judged(await jwtOf(as(key)), 'jwt_vc_json', document)).toBe(expected);
      expect(await judged(await linkedOf(as(key)), 'ldp_vc', document)).toBe(expected);
    }
  });
});

describe('a presentation with a Data Integrity proof', () => {
  it('is bound to its holder', async () => {
    const presentation = (await linkedOf(hanako)) as JsonObject;
    expect(presentation.proof).toMatchObject({
      cryptosuite: 'eddsa-rdfc-2022',
      proofPurpose: 'authentication',
      challenge: nonce,
      domain: clientId,
    });
    expect(await outcome(presentation, 'ldp_vc')).toMatchObject({
      secured: JSON.stringify(credentialAbout(hanako.did)),
      holder: hanako.did,
    });
  });

  it('is refused with another challenge, domain, holder or purpose, or once altered', async () => {
    const good = (await linkedOf(hanako)) as JsonObject & { readonly proof: JsonObject };
    const { proof, ...unproven } = good;
    expect(await outcome(await linkedOf(hanako, { challenge: 'other' }), 'ldp_vc')).toBe('nonce-differs');
    expect(await outcome(await linkedOf(hanako, { domain: 'https://evil.example' }), 'ldp_vc')).toBe(
      'audience-differs',
    );
    expect(await outcome(await linkedOf(taro, {}, hanako.did), 'ldp_vc')).toBe('holder-differs');
    // What was signed for another request does not become one of this by changing what is said of it.
    const replayed = (await linkedOf(hanako, { challenge: 'other' })) as { readonly proof: object };
    const altered = [
      { ...replayed, proof: { ...replayed.proof, challenge: nonce } },
      { ...good, proof: { ...proof, proofPurpose: 'assertionMethod' } },
      { ...good, proof: { ...proof, verificationMethod: taro.kid } },
      { ...good, holder: hanako.did },
      { ...good, verifiableCredential: [{ ...credentialAbout(hanako.did), issuer: 'https://evil.example/' }] },
    ];
    for (const presentation of altered) expect(await outcome(presentation, 'ldp_vc')).toBe('holder-proof');
    expect(await outcome(unproven, 'ldp_vc')).toBe('nonce-differs');
    expect(await outcome('text', 'ldp_vc')).toBe('form');
  });
});

describe('a credential that nobody was asked to prove to hold', () => {
  it('is taken as it is, and a presentation is not', async () => {
    const jwt = await credentialJwtAbout(hanako.did);
    expect(readCredential(jwt, 'jwt_vc_json')).toMatchObject({ secured: jwt });
    expect(readCredential(jwt, 'jwt_vc_json').holder).toBeUndefined();
    for (const [given, format] of [
      [await jwtOf(hanako), 'jwt_vc_json'],
      [presentationWith(jwt), 'ldp_vc'],
      [jwt, 'ldp_vc'],
      [credentialAbout(hanako.did), 'jwt_vc_json'],
      [null, 'ldp_vc'],
    ] as const) {
      expect(() => readCredential(given, format)).toThrow(PresentationRefusal);
    }
  });
});
