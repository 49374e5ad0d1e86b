import { beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../proof/index.ts';
import { jwtPresentation, linkedPresentation, nameOf, presentationOf } from '../presentation-fixture.ts';
import { type StudentFixture, slug, studentFixture } from '../student-fixture.ts';

const contexts = ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'];
const bound = { nonce: 'n-0S6_WzA2Mj', audience: 'https://desk.example' };
const expected = { challenge: bound.nonce, domain: bound.audience };

let student: StudentFixture;
let credential: JsonObject;

const hanako = () => student.world.keys.ed25519('test/hanako').privateKey;
const taro = () => student.world.keys.ed25519('test/taro').privateKey;

beforeAll(async () => {
  student = await studentFixture({ mechanism: 'eddsa-rdfc-2022' });
  const issuer = `https://issuer.openbadge.test/schools/${slug}`;
  const badge = {
    '@context': contexts,
    id: 'urn:uuid:5a7b7f36-9f5e-4c62-8c3c-21f1f0a6d004',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: issuer, type: ['Profile'], name: '見本大学' },
    validFrom: '2026-04-01T08:00:00+09:00',
    credentialSubject: {
      type: ['AchievementSubject'],
      id: nameOf(hanako()).did,
      achievement: {
        id: `${issuer}/achievements/library`,
        type: ['Achievement'],
        name: '図書館ガイダンス',
        description: '図書館の使い方を学びました。',
        criteria: { narrative: '参加すること。' },
      },
    },
  };
  const answer = await student.asSchool('POST', `/schools/${slug}/credentials/issue`, { credential: badge });
  credential = answer.json<{ verifiableCredential: JsonObject }>().verifiableCredential;
});

const verify = async (verifiablePresentation: unknown, options: object = expected) =>
  (
    await student.ask('verifier', 'POST', '/presentations/verify', { body: { verifiablePresentation, options } })
  ).json();

const enveloped = (jws: string) => ({
  '@context': [contexts[0]],
  id: `data:application/vp+jwt,${jws}`,
  type: ['EnvelopedVerifiablePresentation'],
});

/** The two ways in which a holder proves a presentation. */
const ways = {
  'eddsa-rdfc-2022': linkedPresentation,
  'VP-JWT': async (...made: Parameters<typeof jwtPresentation>) => enveloped(await jwtPresentation(...made)),
};

const refusedAs = (code: string) => ({
  verified: false,
  problemDetails: [
    {
      type: 'https://www.w3.org/TR/vc-data-model-2.0/#CRYPTOGRAPHIC_SECURITY_ERROR',
      title: `holder-binding: ${code}`,
    },
  ],
  results: { credentials: [{ verified: true }] },
});

describe.each(Object.entries(ways))('a presentation that its holder proved by %s', (way, prove) => {
  const differs = way === 'VP-JWT' ? 'proof-claim' : 'proof-member';

  it('holds, with and without something that it must be bound to', async () => {
    const presentation = await prove(presentationOf(credential, { holder: nameOf(hanako()).did }), hanako(), bound);
    for (const options of [expected, { challenge: expected.challenge }, {}]) {
      expect(await verify(presentation, options)).toMatchObject({ verified: true, problemDetails: [] });
    }
  });

  it('is refused with another challenge or domain', async () => {
    const presentation = await prove(presentationOf(credential), hanako(), bound);
    expect(await verify(presentation, { ...expected, challenge: 'other' })).toMatchObject(refusedAs(differs));
    expect(await verify(presentation, { ...expected, domain: 'https://evil.example' })).toMatchObject(
      refusedAs(differs),
    );
  });

  it('is refused when another one signed than it names as holder', async () => {
    const presentation = await prove(presentationOf(credential, { holder: nameOf(hanako()).did }), taro(), bound);
    expect(await verify(presentation)).toMatchObject(refusedAs('holder-differs'));
  });

  it('does not hold when the credential in it does not', async () => {
    const altered = { ...credential, name: '別のバッジ' };
    expect(await verify(await prove(presentationOf(altered), hanako(), bound))).toMatchObject({
      verified: false,
      problemDetails: [],
      results: { credentials: [{ verified: false }] },
    });
  });
});

describe('a presentation', () => {
  it('in a JWT is refused out of its time, and from another than its iss', async () => {
    const seconds = student.world.clock.now() / 1_000;
    const made = async (claims: object) =>
      verify(enveloped(await jwtPresentation(presentationOf(credential), hanako(), bound, claims)));
    expect(await made({ nbf: seconds, exp: seconds + 1 })).toMatchObject({ verified: true });
    expect(await made({ exp: seconds })).toMatchObject(refusedAs('proof-expired'));
    expect(await made({ nbf: seconds + 1 })).toMatchObject(refusedAs('proof-claim'));
    expect(await made({ iss: nameOf(taro()).did })).toMatchObject(refusedAs('proof-claim'));
  });

  it('that was altered, or whose proof is of a credential, is refused', async () => {
    const presentation = (await linkedPresentation(presentationOf(credential), hanako(), bound)) as { proof: object };
    const proof = (more: object) => ({ ...presentation, proof: { ...presentation.proof, ...more } });
    expect(await verify({ ...presentation, id: 'urn:uuid:other' })).toMatchObject(refusedAs('proof-signature'));
    expect(await verify(proof({ proofPurpose: 'assertionMethod' }))).toMatchObject(refusedAs('proof-member'));
    expect(await verify(proof({ verificationMethod: nameOf(taro()).kid }))).toMatchObject(refusedAs('proof-signature'));
    const jws = await jwtPresentation(presentationOf(credential), hanako(), bound);
    expect(await verify(enveloped(`${jws.slice(0, -6)}AAAAAA`))).toMatchObject({ verified: false });
    expect(await verify(enveloped('a.b.c'))).toMatchObject({ code: expect.stringMatching(/^(proof|credential)-/) });
  });
});
