import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../proof/index.ts';
import { type StudentFixture, slug, studentFixture } from '../student-fixture.ts';

const issuer = `https://issuer.openbadge.test/schools/${slug}`;
const contexts = ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'];

/** A badge that the school might write itself. */
const badge = (differing: object = {}): JsonObject => ({
  '@context': contexts,
  id: 'urn:uuid:5a7b7f36-9f5e-4c62-8c3c-21f1f0a6d001',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  name: '図書館ガイダンス修了',
  issuer: { id: issuer, type: ['Profile'], name: '見本大学' },
  validFrom: '2026-04-01T08:00:00+09:00',
  credentialSubject: {
    type: ['AchievementSubject'],
    id: 'did:example:hanako',
    achievement: {
      id: `${issuer}/achievements/library`,
      type: ['Achievement'],
      name: '図書館ガイダンス',
      description: '図書館の使い方を学びました。',
      criteria: { narrative: '参加すること。' },
    },
  },
  ...differing,
});

/** A credential that is no badge. */
const other = (differing: object = {}): JsonObject => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: 'urn:uuid:5a7b7f36-9f5e-4c62-8c3c-21f1f0a6d002',
  type: ['VerifiableCredential'],
  issuer,
  validFrom: '2026-04-01T08:00:00+09:00',
  credentialSubject: { id: 'did:example:hanako' },
  ...differing,
});

interface Issued {
  readonly verifiableCredential: JsonObject;
}

const issue = (student: StudentFixture, body: object) =>
  student.asSchool('POST', `/schools/${slug}/credentials/issue`, body);

const issued = async (student: StudentFixture, credential: JsonObject): Promise<JsonObject> =>
  (await issue(student, { credential, options: {} })).json<Issued>().verifiableCredential;

const verify = async (student: StudentFixture, verifiableCredential: unknown, options: object = {}) => {
  const answer = await student.ask('verifier', 'POST', '/credentials/verify', {
    body: { verifiableCredential, options },
  });
  return { status: answer.status, ...answer.json<JsonObject>() };
};

describe('an issuer of the VC API', () => {
  it('adds a proof to a credential of the school, and its verifier holds that it is right', async () => {
    const student = await studentFixture({ mechanism: 'eddsa-rdfc-2022' });
    for (const credential of [badge(), other()]) {
      const answer = await issue(student, { credential, options: { mandatoryPointers: [] } });
      expect(answer.status).toBe(201);
      const { verifiableCredential } = answer.json<Issued>();
      expect(verifiableCredential).toMatchObject({ ...credential, proof: [{ cryptosuite: 'eddsa-rdfc-2022' }] });
      expect(await verify(student, verifiableCredential)).toEqual({ status: 200, verified: true });
    }
  });

  it.each(['VC-JWT RS256', 'VC-JWT ES256', 'VC-JWT EdDSA'] as const)(
    'puts a %s into an envelope',
    async (mechanism) => {
      const student = await studentFixture({ mechanism });
      const { validFrom, ...undated } = other();
      for (const credential of [badge(), undated]) {
        const envelope = await issued(student, credential);
        expect(envelope).toMatchObject({ type: ['EnvelopedVerifiableCredential'] });
        expect(envelope.id).toMatch(/^data:application\/vc\+jwt,[\w.-]+$/);
        expect(await verify(student, envelope)).toEqual({ status: 200, verified: true });
      }
    },
  );

  it.each([
    ['/credential/@context', { '@context': undefined }],
    ['/credential/@context', { '@context': 'https://www.w3.org/ns/credentials/v2' }],
    ['/credential/@context', { '@context': [4] }],
    ['/credential/@context', { '@context': [[]] }],
    ['/credential/@context/0', { '@context': ['https://www.w3.org/2018/credentials/v1'] }],
    ['/@context', { '@context': [...contexts, 'https://elsewhere.example/context'] }],
    ['/credential/type', { type: undefined }],
    ['/credential/type', { type: 'VerifiableCredential' }],
    ['/credential/type', { type: [null] }],
    ['/credential/type', { type: ['OpenBadgeCredential'] }],
    ['/credential/issuer', { issuer: undefined }],
    ['/credential/issuer', { issuer: null }],
    ['/credential/issuer', { issuer: [] }],
    ['/credential/issuer', { issuer: 'https://issuer.openbadge.test/schools/other' }],
    ['/credential/credentialSubject', { credentialSubject: undefined }],
    ['/credential/credentialSubject', { credentialSubject: [] }],
    ['/credential/credentialSubject', { credentialSubject: {} }],
    ['/credential/credentialSubject', { credentialSubject: 'did:example:1234' }],
    [
      '/credential/credentialSubject/achievement',
      { credentialSubject: { id: 'did:example:hanako', type: ['AchievementSubject'] } },
    ],
    ['/credential/validFrom', { validFrom: 'yesterday' }],
    ['/credential/credentialStatus', { credentialStatus: { id: 'https://a.example/1' } }],
    ['/credential/proof', { proof: { type: 'DataIntegrityProof' } }],
    ['/colour', { colour: 'red' }],
  ])('refuses at %s %o', async (pointer, differing) => {
    const student = await studentFixture({ mechanism: 'eddsa-rdfc-2022' });
    const answer = await issue(student, { credential: badge(differing) });
    expect([answer.status, answer.json()]).toMatchObject([
      400,
      { code: 'credential-unfit', params: { pointer }, problemDetails: [{ code: 'credential-unfit' }] },
    ]);
  });

  it('refuses options that it does not know, and a request without a credential', async () => {
    const student = await studentFixture();
    const codeOf = async (body: object) => (await issue(student, body)).json<{ code: string }>().code;
    const credential = badge();
    expect(await codeOf({ credential, options: { mandatoryPointers: ['/issuer'] } })).toBe('vc-api-option');
    expect(await codeOf({ credential, options: { credentialId: 'urn:uuid:other' } })).toBe('vc-api-option');
    expect(await codeOf({ credential, options: 'red' })).toBe('request-invalid');
    expect(await codeOf({ verifiableCredential: credential })).toBe('request-invalid');
    const stranger = await student.ask('issuer', 'POST', `/schools/${slug}/credentials/issue`, {
      body: { credential },
    });
    expect(stranger.status).toBe(401);
  });

  it.each([
    ['issuer', `/schools/${slug}/credentials/issue`, { credential: badge() }],
    ['verifier', '/credentials/verify', { verifiableCredential: badge() }],
    ['verifier', '/presentations/verify', { presentation: { '@context': contexts, type: ['VerifiablePresentation'] } }],
  ] as const)('names an option that it does not know as VCALM does: %s %s', async (service, path, body) => {
    const student = await studentFixture();
    const type = 'https://www.w3.org/TR/vcalm#UNKNOWN_OPTION_PROVIDED';
    for (const options of [{ colour: 'red' }, { challenge: 7, mandatoryPointers: 7 }]) {
      const asked = { body: { ...body, options }, bearer: student.world.keys.secret(`school/${slug}`) };
      const answer = await student.ask(service, 'POST', path, asked);
      expect([answer.status, answer.json()]).toMatchObject([
        400,
        { type, code: 'vc-api-option', problemDetails: [{ type }] },
      ]);
    }
  });

  it('revokes, suspends and reinstates what it issued to a student', async () => {
    const student = await studentFixture({ mechanism: 'eddsa-rdfc-2022' });
    const { secured } = await student.held();
    const credential = JSON.parse(secured) as JsonObject;
    const set = async (statusPurpose: string, status: boolean, credentialId: unknown = credential.id) => {
      const credentialStatus = { type: 'BitstringStatusListEntry', statusPurpose };
      const body = { credentialId, credentialStatus, status };
      return (await student.asSchool('POST', `/schools/${slug}/credentials/status`, body)).status;
    };
    const found = async () => {
      await student.world.advance(600_000);
      return verify(student, credential);
    };
    expect(await found()).toMatchObject({ verified: true });
    expect(await set('suspension', true)).toBe(200);
    expect(await found()).toMatchObject({ verified: false, problemDetails: [{ title: 'status: suspended' }] });
    expect(await set('suspension', false, 'cred_0001')).toBe(200);
    expect(await found()).toMatchObject({ verified: true });
    expect(await set('revocation', true)).toBe(200);
    expect(await found()).toMatchObject({ verified: false, problemDetails: [{ title: 'status: revoked' }] });
    expect(await set('revocation', false)).toBe(410);
    expect(await set('revocation', true, 'urn:uuid:nothing')).toBe(404);
  });
});

describe('a verifier of the VC API', () => {
  it('says of what was altered, or is of another, that it does not hold', async () => {
    const student = await studentFixture({ mechanism: 'eddsa-rdfc-2022' });
    const credential = await issued(student, badge());
    const altered = await verify(
      student,
      { ...credential, name: '別のバッジ' },
      { returnResults: true, returnCredential: true },
    );
    expect(altered).toMatchObject({
      status: 200,
      verified: false,
      credential: { name: '別のバッジ' },
      problemDetails: [{ type: 'https://www.w3.org/TR/vc-data-model-2.0/#CRYPTOGRAPHIC_SECURITY_ERROR' }],
      results: { proof: [{ verified: false }] },
    });
    const late = await issued(student, badge({ validUntil: '2026-04-01T08:30:00+09:00' }));
    expect(await verify(student, late, { returnProblemDetails: false })).toEqual({ status: 200, verified: false });
    const stranger = { ...credential, issuer: { ...(credential.issuer as object), id: `${issuer}2` } };
    expect(await verify(student, stranger)).toMatchObject({ verified: false });
  });

  it.each([
    ['/@context', { '@context': undefined }],
    ['/@context', { '@context': {} }],
    ['/@context', { '@context': [null] }],
    ['/type', { type: undefined }],
    ['/type', { type: 'string' }],
    ['/type', { type: [10] }],
    ['/issuer', { issuer: 10 }],
    ['/credentialSubject', { credentialSubject: 'string' }],
    ['/proof', { proof: undefined }],
    ['/proof', { proof: 'string' }],
    ['/proof', { proof: [] }],
    ['/proof/type', { proof: { verificationMethod: 'a' } }],
    ['/proof/proofValue', { proof: { type: 'a', verificationMethod: 'a', proofPurpose: 'assertionMethod' } }],
  ])('refuses as malformed at %s %o', async (pointer, differing) => {
    const student = await studentFixture();
    const answer = await verify(student, { ...badge({ proof: {} }), ...differing });
    expect(answer).toMatchObject({
      status: 400,
      code: 'credential-unfit',
      params: { pointer: `/verifiableCredential${pointer}` },
    });
  });

  it('refuses envelopes around nothing', async () => {
    const student = await studentFixture();
    for (const id of ['data:application/vc+jwt,', 'data:text/html,x', 'data:application/vc+jwt,a.b.c', undefined]) {
      expect(await verify(student, { '@context': contexts, id, type: 'EnvelopedVerifiableCredential' })).toMatchObject({
        status: 400,
      });
    }
  });
});

describe('a presentation', () => {
  const contextsOfPresentation = [contexts[0]];

  it('without a proof is as good as the credentials in it', async () => {
    const student = await studentFixture();
    const envelope = await issued(student, badge());
    const presentation = {
      '@context': contextsOfPresentation,
      type: ['VerifiablePresentation'],
      verifiableCredential: [envelope],
    };
    const ask = async (body: object) =>
      (await student.ask('verifier', 'POST', '/presentations/verify', { body })).json<JsonObject>();
    expect(await ask({ presentation, options: { returnPresentation: true } })).toMatchObject({
      verified: true,
      results: { credentials: [{ verified: true }] },
      verifiablePresentation: presentation,
    });
    const forged = { ...envelope, id: `${String(envelope.id).slice(0, -4)}AAAA` };
    expect(await ask({ presentation: { ...presentation, verifiableCredential: forged } })).toMatchObject({
      verified: false,
    });
    expect(await ask({ verifiablePresentation: presentation })).toMatchObject({ code: 'credential-unfit' });
    expect(await ask({ presentation, verifiablePresentation: presentation })).toMatchObject({
      code: 'request-invalid',
    });
  });
});
