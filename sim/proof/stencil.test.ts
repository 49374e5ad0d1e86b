import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalForm, standardForm } from './canonical-form.ts';
import { contextUrls, loadContext } from './contexts.ts';
import { credentialArbitrary } from './credential-arbitrary.ts';
import { markedCopy, shapeOf } from './document-shape.ts';
import { officialVector } from './official-vector-fixture.ts';

const { unsecured } = officialVector;
const subject = unsecured.credentialSubject;

/** Text and way, or the code of the failure. */
async function outcomeOf(form: typeof canonicalForm, document: object) {
  try {
    return await form(document);
  } catch (error) {
    return { text: (error as { code?: string }).code, way: 'refused' } as const;
  }
}

describe('a stencil', () => {
  test('gives what the standard way gives, for every document that it serves', { timeout: 120_000 }, async () => {
    const ways = { stencil: 0, standard: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(credentialArbitrary, async (document) => {
        const [fast, standard] = [await outcomeOf(canonicalForm, document), await outcomeOf(standardForm, document)];
        expect(fast.text).toBe(standard.text);
        ways[fast.way]++;
      }),
      { seed: 1, numRuns: 1_000 },
    );
    // The claim would be empty if most documents went the other ways.
    expect(ways.stencil).toBeGreaterThan(300);
    expect(ways.refused).toBeGreaterThan(30);
  });

  test('is cut once for a shape, and serves equal values, merged nodes and hard characters', async () => {
    const hard = ['', '"\\\b\t\n\f\r\0\u001f\u007f', '\u0080\u2028\ufffe', '𠮷🎓', 'Teamwork', 'urn:todoku-marker:2.'];
    for (const name of hard) {
      const achievement = { ...subject.achievement, id: unsecured.issuer.id, name, description: name };
      const document = { ...unsecured, name, credentialSubject: { ...subject, achievement } };
      const form = await canonicalForm(document);
      expect(form).toEqual({ text: (await standardForm(document)).text, way: 'stencil' });
    }
  });

  test.each([
    ['an IRI beyond ASCII', { ...unsecured, id: 'https://学校.test/1' }],
    ['an IRI of another scheme', { ...unsecured, id: 'tag:school.test,2026:1' }],
    [
      'a context written inside',
      { ...unsecured, '@context': [...unsecured['@context'], { nick: 'urn:nick' }], nick: 'x' },
    ],
    ['a context deeper inside', { ...unsecured, credentialSubject: { ...subject, '@context': unsecured['@context'] } }],
    ['a language', { ...unsecured, name: { '@value': 'x', '@language': 'en' } }],
    [
      'blank nodes that look alike',
      {
        ...unsecured,
        credentialSubject: {
          ...subject,
          identifier: [0, 1].map(() => ({ type: 'IdentityObject', identityHash: 'x' })),
        },
      },
    ],
    [
      'a JSON literal',
      { ...unsecured, credentialSchema: { id: 'https://a.test/', type: 'JsonSchema', jsonSchema: { a: 'x' } } },
    ],
    [
      'a negative zero',
      {
        ...unsecured,
        credentialSubject: { ...subject, achievement: { ...subject.achievement, creditsAvailable: -0 } },
      },
    ],
  ])('is not used for %s', async (_, document) => {
    const [fast, standard] = [await outcomeOf(canonicalForm, document), await outcomeOf(standardForm, document)];
    expect(fast).toEqual(standard);
    expect(fast.way).not.toBe('stencil');
  });

  test.each(['credential', '@type', ''])('lets the standard way refuse the id %j', async (id) => {
    await expect(canonicalForm({ ...unsecured, id })).rejects.toMatchObject({ code: 'jsonld-unsafe' });
  });
});

describe('what stencils rely on', () => {
  test.each(contextUrls)('%s has no term that a safe IRI could be, and none for other keywords', async (url) => {
    const context: unknown = await loadContext(url);
    const names: string[] = [];
    const keywords: unknown[] = [];
    JSON.stringify(context, (name, value: unknown) => {
      names.push(name);
      if (!name.startsWith('@') && typeof value === 'string' && value.startsWith('@')) keywords.push(value);
      return value;
    });
    expect(names.filter((name) => name.includes(':') || ['http', 'https', 'urn', 'did'].includes(name))).toEqual([]);
    expect(keywords.filter((keyword) => keyword !== '@id' && keyword !== '@type')).toEqual([]);
  });
});

describe('the shape of a document', () => {
  test('is the same for other texts, and another for other words, members, lengths and numbers', () => {
    const key = shapeOf(unsecured)?.key;
    expect(shapeOf({ ...unsecured, name: 'x' })?.key).toBe(key);
    const others = [
      { ...unsecured, type: ['VerifiableCredential'] },
      { ...unsecured, name: ['x'] },
      { ...unsecured, name: 1 },
      { ...unsecured, name: null },
      { ...unsecured, description: 'x' },
    ];
    for (const other of others) expect(shapeOf(other)?.key).not.toBe(key);
  });

  test('counts its texts as the marked copy does', () => {
    const marked = JSON.stringify(markedCopy(unsecured, (index) => `<${index}>`));
    const { texts = [] } = shapeOf(unsecured) ?? {};
    for (const index of texts.keys()) expect(marked).toContain(`"<${index}>"`);
    expect(marked).not.toContain(`"<${texts.length}>"`);
  });
});
