import { describe, expect, it } from 'vitest';
import { lookOf, queryOf } from './look.ts';

describe('how the phone is set', () => {
  it('stands in the address and is read back', () => {
    const look = { language: 'en', subjectZenkaku: 28, asText: true, showsImages: false } as const;
    expect(lookOf(queryOf(look), 'en')).toEqual(look);
    expect(lookOf('', 'ja')).toEqual({ language: 'ja', subjectZenkaku: 21, asText: false, showsImages: true });
  });

  it.each([
    ['1', 20],
    ['99', 40],
    ['x', 21],
  ])('a subject of %s letters becomes one of %i', (given, zenkaku) => {
    expect(lookOf(`?subject=${given}`, 'ja').subjectZenkaku).toBe(zenkaku);
  });
});
