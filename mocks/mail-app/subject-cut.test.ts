import { describe, expect, it } from 'vitest';
import { cutSubject } from './subject-cut.ts';

const notice = '【見本国際工科大学大学院】からオープンバッジ発行のお知らせ';

describe('a subject in a list', () => {
  it('loses its end where the phone has no more room, and with a long school name what it is about', () => {
    expect(cutSubject(notice, 21)).toBe('【見本国際工科大学大学院】からオープンバッ…');
    expect(cutSubject('【見本大学】からオープンバッジ発行のお知らせ', 21)).toBe(
      '【見本大学】からオープンバッジ発行のお知ら…',
    );
    expect(cutSubject(notice, 40)).toBe(notice);
  });

  it.each([
    ['half-width letters count half', 'ABCDEFGHIJ', 5, 'ABCDEFGHIJ'],
    ['and are cut one by one', 'ABCDEFGHIJK', 5, 'ABCDEFGHIJ…'],
    ['half-width kana too', 'ｶﾞｸｾｲｼｮｳ', 4, 'ｶﾞｸｾｲｼｮｳ'],
    ['an ideograph beyond the BMP stays whole', '𠮷𠮷𠮷', 2, '𠮷𠮷…'],
    ['an emoji of several code points too', '👩‍🎓👩‍🎓👩‍🎓', 2, '👩‍🎓👩‍🎓…'],
    ['blanks become one', ' a\n\t b ', 20, 'a b'],
    ['an empty one stays empty', '', 20, ''],
  ])('%s', (_title, subject, zenkaku, shown) => {
    expect(cutSubject(subject, zenkaku)).toBe(shown);
  });
});
