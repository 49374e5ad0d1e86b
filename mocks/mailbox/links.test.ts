import { expect, it } from 'vitest';
import { linksIn, readableText } from './links.ts';

it('a link ends before the punctuation of its sentence', () => {
  expect(linksIn('(https://a.test/x?y=1).. https://b.test/.…', '')).toEqual([
    'https://a.test/x?y=1',
    'https://b.test/',
  ]);
  expect(linksIn(`https://a.test/${'.'.repeat(50_000)}b`, '')).toHaveLength(1);
});

it('only the entities that there are stand for a character', () => {
  expect(readableText('&lt;&#33457;&#x5b50;&constructor;&nosuch;')).toBe('<花子&constructor;&nosuch;');
});
