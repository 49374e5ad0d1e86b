import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fetch } from '../kernel/index.ts';
import { type BadgeDocument, describeOb2, exportOb2, importOb2, readBadge } from './index.ts';
import type { JsonObject } from './json-object.ts';
import { assertion as anyAssertion } from './ob2-arbitrary.ts';

const offline = {};
/** The same value as it would be written down and read again. */
const written = (document: JsonObject) => JSON.parse(JSON.stringify(document)) as JsonObject;
const signed = (document: JsonObject) =>
  ['{"alg":"RS256"}', JSON.stringify(document), 'signature']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');
const read = (text: string): BadgeDocument => {
  const badge = readBadge(text);
  if (badge === undefined) throw new TypeError('no badge');
  return badge;
};

const badge: JsonObject = {
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Assertion',
  id: 'https://school.example.test/assertions/1',
  recipient: {
    type: 'email',
    hashed: true,
    salt: 'Kosher',
    identity: 'sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399',
  },
  image: { id: 'https://school.example.test/assertions/1.png', caption: '修了証' },
  evidence: [
    'https://school.example.test/works/1',
    { id: 'https://school.example.test/works/2', narrative: '卒業制作' },
  ],
  issuedOn: '2026-03-25',
  expires: '2027-03-31T23:59:59+09:00',
  badge: {
    type: 'BadgeClass',
    id: 'https://school.example.test/badges/1',
    name: '情報リテラシー修了',
    description: '科目を修了したこと。',
    image: 'https://school.example.test/badges/1.png',
    criteria: 'https://school.example.test/badges/1.html',
    tags: ['情報', 'literacy'],
    alignment: [{ targetName: '情報', targetUrl: 'https://frameworks.example.test/1', targetCode: 'J1' }],
    '@language': 'ja',
    issuer: {
      type: 'Issuer',
      id: 'https://school.example.test/issuer',
      name: '見本大学',
      url: 'https://school.example.test',
      email: 'badge@school.example.test',
      telephone: '+81-3-0000-0000',
      publicKey: 'https://school.example.test/key',
    },
  },
  verification: { type: 'hosted' },
};

const studentId: JsonObject = {
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  id: 'urn:uuid:6a5f1a94-9c52-4c3c-8a0b-0f8fca23e001',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  name: 'スマート学生証',
  issuer: {
    id: 'https://issuer.openbadge.test/schools/mihon',
    type: ['Profile'],
    name: '見本大学',
    description: '模擬',
  },
  validFrom: '2026-04-01T09:00:00.000+09:00',
  validUntil: '2027-03-31T23:59:59.000+09:00',
  credentialSubject: {
    id: 'urn:uuid:6a5f1a94-9c52-4c3c-8a0b-0f8fca23e002',
    type: ['AchievementSubject'],
    identifier: [
      { type: 'IdentityObject', hashed: false, identityHash: 'A0012', identityType: 'sisSourcedId' },
      { type: 'IdentityObject', hashed: true, identityHash: 'sha256$00', identityType: 'emailAddress', salt: 'salt' },
    ],
    term: '2026',
    achievement: {
      id: 'https://issuer.openbadge.test/a',
      type: ['Achievement'],
      achievementType: 'Membership',
      name: '在籍',
      description: '在籍していること',
      criteria: { narrative: '在籍者' },
    },
  },
  proof: [{ type: 'DataIntegrityProof', proofValue: 'z' }],
};
const portrait = 'data:image/svg+xml,%3Csvg%3E';

describe('an OB 2.0 badge', () => {
  test('becomes a credential with all that has a home in OB 3.0', async () => {
    const { document } = await importOb2({ document: badge }, offline);
    const { ob2, '@context': contexts, ...credential } = document;
    expect(contexts).toMatchObject([expect.any(String), expect.any(String), { ob2: { '@type': '@json' } }]);
    expect(ob2).toEqual({
      patch: [
        { op: 'replace', path: '/issuedOn', value: '2026-03-25' },
        { op: 'add', path: '/badge/issuer/publicKey', value: 'https://school.example.test/key' },
      ],
    });
    expect(credential).toEqual({
      id: badge.id,
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      name: '情報リテラシー修了',
      issuer: {
        id: 'https://school.example.test/issuer',
        type: ['Profile'],
        name: '見本大学',
        url: 'https://school.example.test',
        phone: '+81-3-0000-0000',
        email: 'badge@school.example.test',
      },
      validFrom: '2026-03-25T00:00:00Z',
      awardedDate: '2026-03-25T00:00:00Z',
      validUntil: '2027-03-31T23:59:59+09:00',
      credentialSubject: {
        type: ['AchievementSubject'],
        identifier: [
          {
            ...(badge.recipient as JsonObject),
            identity: undefined,
            type: 'IdentityObject',
            identityType: 'emailAddress',
            identityHash: (badge.recipient as JsonObject).identity,
          },
        ],
        image: { id: 'https://school.example.test/assertions/1.png', type: 'Image', caption: '修了証' },
        achievement: {
          id: 'https://school.example.test/badges/1',
          type: ['Achievement'],
          name: '情報リテラシー修了',
          description: '科目を修了したこと。',
          criteria: { id: 'https://school.example.test/badges/1.html' },
          image: { id: 'https://school.example.test/badges/1.png', type: 'Image' },
          tag: ['情報', 'literacy'],
          alignment: [
            {
              type: ['Alignment'],
              targetName: '情報',
              targetUrl: 'https://frameworks.example.test/1',
              targetCode: 'J1',
            },
          ],
          inLanguage: 'ja',
        },
      },
      evidence: [
        { id: 'https://school.example.test/works/1', type: ['Evidence'] },
        { id: 'https://school.example.test/works/2', type: ['Evidence'], narrative: '卒業制作' },
      ],
    });
  });

  test('comes back as it was, whatever the data model lets it hold', async () => {
    await fc.assert(
      fc.asyncProperty(anyAssertion, async (document) => {
        const badge = { document: written(document) };
        const { document: credential } = await importOb2(badge, offline);
        expect(exportOb2({ document: written(credential) }, {})).toEqual(badge);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test('that was signed comes back signed, and unsigned once it was changed', async () => {
    const given = read(signed(badge));
    const { document } = await importOb2(given, offline);
    expect(exportOb2({ document }, {})).toEqual({ document: badge, jws: given.jws });
    const changed = exportOb2({ document: { ...document, validUntil: '2026-12-31T00:00:00Z' } }, {});
    expect(changed).toEqual({ document: { ...badge, expires: '2026-12-31T00:00:00Z' } });
  });

  test('by reference is fetched, and comes back by reference', async () => {
    const { badge: badgeClass, ...rest } = badge as { badge: JsonObject };
    const hosted: Record<string, JsonObject> = {
      'https://school.example.test/badges/1': { ...badgeClass, issuer: 'https://school.example.test/issuer' },
      'https://school.example.test/issuer': badgeClass.issuer as JsonObject,
    };
    const fetch: Fetch = async (url) => {
      const body = Buffer.from(JSON.stringify(hosted[url] ?? {}));
      return {
        status: hosted[url] === undefined ? 404 : 200,
        headers: {},
        body,
        json: () => JSON.parse(body.toString()),
      };
    };
    const document = { ...rest, badge: 'https://school.example.test/badges/1' };
    const imported = await importOb2({ document }, { fetch });
    expect(imported.document).toMatchObject({ name: '情報リテラシー修了', issuer: { name: '見本大学' } });
    expect(exportOb2(imported, {})).toEqual({ document });
    const refused = (given: JsonObject, ports: object = { fetch }) =>
      expect(importOb2({ document: given }, ports)).rejects;
    await refused(document, offline).toMatchObject({ code: 'ob2-unresolved', parameters: { pointer: '/badge' } });
    await refused({ ...document, badge: 'https://school.example.test/none' }).toMatchObject({ code: 'ob2-unresolved' });
    hosted['https://school.example.test/issuer'] = { id: 'https://other.example.test/issuer' };
    await refused(document).toMatchObject({ code: 'ob2-unresolved', parameters: { pointer: '/badge/issuer' } });
  });

  test('that is revoked makes no credential that any verifier takes for good', async () => {
    const { document } = await importOb2({ document: { ...badge, revoked: true } }, offline);
    expect(document.credentialStatus).toEqual({ id: badge.id, type: 'urn:todoku:ob2:revoked' });
  });

  test.each<[JsonObject, string]>([
    [{ type: 'BadgeClass' }, '/type'],
    [{ badge: undefined }, '/badge'],
    [{ badge: { name: 'x', issuer: {} } }, '/badge/id'],
    [{ id: 'no iri' }, '/id'],
    [{ issuedOn: '2026-02-30' }, '/issuedOn'],
    [{ recipient: [] }, '/recipient'],
    [{ 'extensions:openBadges3': {} }, '/extensions:openBadges3'],
    [
      { 'extensions:openBadges3': { remainder: '{"patch":[{"op":"remove","path":"/none/deeper"}]}' } },
      '/extensions:openBadges3',
    ],
  ])('is refused by the place of what is missing: %j', async (change, pointer) => {
    const document = written({ ...badge, ...change });
    await expect(importOb2({ document }, offline)).rejects.toMatchObject({
      code: 'ob2-unfit',
      parameters: { pointer },
    });
  });
});

describe('an OB 3.0 credential', () => {
  test('becomes an Assertion that shows it, and comes back with its proof', async () => {
    const exported = exportOb2({ document: studentId }, { image: portrait });
    expect(exported.document).toMatchObject({
      '@context': 'https://w3id.org/openbadges/v2',
      type: 'Assertion',
      recipient: { type: 'email', hashed: true, identity: 'sha256$00', salt: 'salt' },
      badge: {
        name: '在籍',
        image: portrait,
        criteria: { narrative: '在籍者' },
        issuer: { type: 'Issuer', name: '見本大学' },
      },
      issuedOn: '2026-04-01T09:00:00.000+09:00',
      expires: '2027-03-31T23:59:59.000+09:00',
      verification: { type: 'signed' },
    });
    expect(await importOb2({ document: written(exported.document) }, offline)).toEqual({ document: studentId });
  });

  test('comes back whatever more it holds, as the very text when it was signed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.object({ maxDepth: 3 }), fc.boolean(), async (more, isSigned) => {
        const document = written({ ...(more as JsonObject), ...studentId });
        const given = isSigned ? read(signed(document)) : { document };
        const { document: exported } = exportOb2(given, { image: portrait });
        expect(await importOb2({ document: written(exported) }, offline)).toEqual(given);
      }),
      { seed: 1 },
    );
  });

  test.each<[JsonObject, string]>([
    [{ type: ['Assertion'] }, '/type'],
    [{ id: undefined }, '/id'],
    [{ credentialSubject: {} }, '/credentialSubject'],
    [{ issuer: 'no iri' }, '/issuer'],
    [{ ob2: { patch: 'x' } }, '/ob2'],
  ])('that no Assertion can be made of is refused: %j', (change, pointer) => {
    expect(() => exportOb2({ document: written({ ...studentId, ...change }) }, {})).toThrow(
      expect.objectContaining({ code: 'ob3-unfit' }),
    );
    try {
      exportOb2({ document: written({ ...studentId, ...change }) }, {});
    } catch (error) {
      expect(error).toMatchObject({ parameters: { pointer } });
    }
  });
});

describe('what a document says of itself', () => {
  test('is told for every kind of OB 2.0, and for nothing else', () => {
    expect(describeOb2(read(signed({ ...badge, revoked: true, revocationReason: '取消' })))).toEqual({
      kind: 'Assertion',
      form: 'signed',
      id: badge.id,
      badge: '情報リテラシー修了',
      issuer: '見本大学',
      recipient: { type: 'email', hashed: true },
      issuedOn: '2026-03-25',
      expires: '2027-03-31T23:59:59+09:00',
      revoked: true,
      revocationReason: '取消',
    });
    expect(describeOb2({ document: badge.badge as JsonObject })).toMatchObject({
      kind: 'BadgeClass',
      badge: '情報リテラシー修了',
      issuer: '見本大学',
    });
    expect(
      describeOb2({ document: { type: 'Assertion', verify: { type: 'hosted' }, badge: 'https://a.test/1' } }),
    ).toMatchObject({ form: 'hosted', badge: 'https://a.test/1' });
    expect(describeOb2({ document: studentId })).toBeUndefined();
    expect(describeOb2({ document: {} })).toBeUndefined();
  });

  test('is not read from what is neither JSON nor a signed text, nor from bottomless JSON', () => {
    for (const text of ['', 'a.b.c', '[]', '{', `${'{"a":'.repeat(1_000)}1${'}'.repeat(1_000)}`])
      expect(readBadge(text), text).toBeUndefined();
  });
});
