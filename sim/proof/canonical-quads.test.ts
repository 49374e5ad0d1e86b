import { describe, expect, test } from 'vitest';
import { canonicalForm } from './canonical-form.ts';
import { canonicalQuads, quadsOf } from './canonical-quads.ts';
import { officialVector } from './official-vector-fixture.ts';

const { unsecured, proofOptions } = officialVector;
const subject = unsecured.credentialSubject;
const textOf = (quads: readonly string[]): string => quads.map((quad) => `${quad}\n`).join('');

describe('canonical quads', () => {
  test('are those of the official vector', async () => {
    expect(await canonicalQuads(unsecured)).toBe(textOf(officialVector.documentQuads));
    const config = { '@context': unsecured['@context'], ...proofOptions };
    expect(await canonicalQuads(config)).toBe(textOf(officialVector.proofQuads));
  });

  test('do not depend on the order of members', async () => {
    const turned = Object.fromEntries(Object.entries(unsecured).reverse());
    expect(await canonicalQuads(turned)).toBe(textOf(officialVector.documentQuads));
  });

  test('say a value that is spelt twice once', async () => {
    const document = {
      '@context': { ok: { '@id': 'urn:ok', '@type': 'http://www.w3.org/2001/XMLSchema#boolean' } },
      '@id': 'urn:x',
      ok: [true, 'true'],
    };
    expect(await quadsOf(document)).toHaveLength(1);
  });

  test.each([
    [
      'a member that no context defines',
      { ...unsecured, credentialSubject: { ...subject, nickname: 'x' } },
      '/credentialSubject/nickname',
    ],
    ['an id that is no absolute IRI', { ...unsecured, id: 'credential' }, '/id'],
    ['a type that no context defines', { ...unsecured, type: ['VerifiableCredential', 'Novelty'] }, '/type/1'],
    [
      'a text where an object stands',
      { ...unsecured, issuer: { ...unsecured.issuer, address: 'x' } },
      '/issuer/address',
    ],
    [
      'a protected term with another meaning',
      { ...unsecured, '@context': [...unsecured['@context'], { type: 'urn:t' }] },
      '/',
    ],
    ['half of a surrogate pair', { ...unsecured, name: 'a\ud83d' }, '/name'],
    ['a member named __proto__', JSON.parse('{"@context":{"a":"urn:a"},"__proto__":{"a":"x"}}'), '/'],
  ])('refuse %s and say where', async (_, document, where) => {
    await expect(canonicalQuads(document)).rejects.toMatchObject({ code: 'jsonld-unsafe', parameters: { where } });
  });

  test.each([
    ['named at the top', { ...unsecured, '@context': [...unsecured['@context'], 'https://evil.test/c'] }],
    [
      'of a term',
      {
        ...unsecured,
        '@context': [...unsecured['@context'], { x: { '@id': 'urn:x', '@context': 'https://evil.test/c' } }],
      },
    ],
    ['imported', { '@context': { '@version': 1.1, '@import': 'https://evil.test/c' }, id: 'urn:x' }],
  ])('refuse an unknown context %s', async (_, document) => {
    const failure = { code: 'context-unknown', parameters: { url: 'https://evil.test/c' } };
    await expect(canonicalQuads(document)).rejects.toMatchObject(failure);
  });
});

describe('hostile documents', () => {
  const linked = { p: { '@id': 'urn:p', '@type': '@id' } };
  const nodes = (count: number, linksOf: (node: number) => readonly string[]): object => ({
    '@context': linked,
    '@graph': Array.from({ length: count }, (_, node) => ({ '@id': `_:n${node}`, p: linksOf(node) })),
  });
  const all = (count: number): string[] => Array.from({ length: count }, (_, node) => `_:n${node}`);
  const nested = (levels: number): object => (levels === 0 ? {} : { a: nested(levels - 1) });

  test.each([
    ['many values', { ...unsecured, name: Array.from({ length: 3_000 }, (_, index) => `${index}`) }],
    ['much text', { ...unsecured, name: 'x'.repeat(3_000_000) }],
    ['many levels', { '@context': { a: 'urn:a' }, ...nested(10_000) }],
    ['many contexts', { ...unsecured, '@context': Array.from({ length: 30 }, () => unsecured['@context'][1]) }],
    [
      'long contexts',
      { '@context': Object.fromEntries(all(200).map((name) => [name.slice(2), `urn:${name}`])), n1: 'x' },
    ],
    ['a clique of nodes without names', nodes(12, (node) => all(12).filter((name) => name !== `_:n${node}`))],
    ['two stars without names', nodes(2, (node) => Array.from({ length: 300 }, (_, ray) => `_:m${node}x${ray}`))],
  ])('with %s are refused after work that is counted', async (_, document) => {
    await expect(canonicalQuads(document)).rejects.toMatchObject({ code: 'jsonld-unsafe' });
  });

  test.each(['__proto__', 'constructor', 'toString'])(
    'nodes that are called %s write into no prototype',
    async (name) => {
      for (const document of [
        { ...unsecured, issuer: name },
        nodes(1, () => [name]),
        { ...unsecured, evidence: [name] },
      ]) {
        for (const wayOf of [canonicalQuads, canonicalForm]) {
          await expect(wayOf(document)).rejects.toMatchObject({ code: 'jsonld-unsafe' });
        }
      }
      expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('@id');
      expect(Object.getOwnPropertyNames(Object)).not.toContain('@id');
      expect(Object.getOwnPropertyNames(Object.prototype.toString)).not.toContain('@id');
      // As a text it is as good as any.
      expect(await canonicalQuads({ ...unsecured, name })).toContain(`"${name}"`);
    },
  );

  test('nodes that only their neighbours tell apart are not hostile', async () => {
    const ring = nodes(9, (node) => [`_:n${(node + 1) % 9}`]);
    expect((await canonicalQuads(ring)).split('\n')).toHaveLength(10);
  });
});
