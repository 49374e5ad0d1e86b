import { expect, it } from 'vitest';
import { checkBounds } from './document-bounds.ts';

it.each(['@json', '@vocab', '@index', '@base', '@novelty'])('%s says nothing in a node that a proof covers', (name) => {
  const document = { '@context': [{ '@vocab': 'urn:x' }], credentialSubject: { [name]: '偽' } };
  expect(() => checkBounds(document)).toThrow(expect.objectContaining({ code: 'jsonld-unsafe' }));
});

it('leaves keywords to contexts, and those of nodes to nodes', () => {
  const context = [
    { '@vocab': 'urn:x', name: { '@id': 'urn:name', '@container': '@set', '@context': { '@base': null } } },
  ];
  expect(() =>
    checkBounds({ '@context': context, '@id': 'urn:a', name: { '@value': 'a', '@language': 'ja' } }),
  ).not.toThrow();
});
