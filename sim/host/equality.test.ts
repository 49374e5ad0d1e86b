import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparableId } from './equality.ts';

/** Spelled in another way: some of its characters percent-encoded. */
const spelled = fc
  .array(fc.tuple(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }), fc.boolean()), { minLength: 1 })
  .map((signs) => ({
    // A `%` that is meant is encoded in any spelling.
    id: `urn:${signs.map(([sign]) => sign.replaceAll('%', '%25')).join('')}:1`,
    other: `urn:${signs.map(([sign, isEncoded]) => (isEncoded || sign === '%' ? encoded(sign) : sign)).join('')}:1`,
  }));

function encoded(text: string): string {
  return [...Buffer.from(text, 'utf8')].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}

describe('an id, as ids are compared', () => {
  it.each([
    ['https://a.example/1', 'https://a.example/%31'],
    ['https://a.example/バッジ', 'https://a.example/%E3%83%90%e3%83%83%E3%82%B8'],
    ['https://a.example/1', ' https://a.example/1\n'],
    ['https://a.example/1', '%20https://a.example/1%09'],
  ])('%j is %j', (one, other) => {
    expect(comparableId(other)).toBe(comparableId(one));
  });

  it.each([
    ['https://a.example/1', 'https://a.example/2'],
    ['https://a.example/1', 'https://a.example/1/'],
    ['https://a.example/a', 'https://A.example/a'],
    ['https://a.example/%2531', 'https://a.example/1'],
  ])('%j is not %j', (one, other) => {
    expect(comparableId(other)).not.toBe(comparableId(one));
  });

  it('is the same in any spelling', () => {
    fc.assert(
      fc.property(spelled, ({ id, other }) => {
        expect(comparableId(other)).toBe(comparableId(id));
      }),
      { seed: 1 },
    );
  });

  it('is some text for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('%', 'f', 'F', '0', 'e', '3', ' ', '\0', 'あ') }), (text) => {
        expect(typeof comparableId(text)).toBe('string');
      }),
      { seed: 1 },
    );
  });
});
