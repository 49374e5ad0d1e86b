import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenPasswordRules, passwordLength, passwordRules, passwordSymbols } from './password-rules.ts';

const broken = (password: string): string =>
  brokenPasswordRules(password)
    .map(({ rule }) => rule)
    .join(',');

describe('password rules', () => {
  it.each([
    ['Mihon2026!', ''],
    ['Aa1!aaaa', ''],
    [`Aa1!${'a'.repeat(26)}`, ''],
    ['Aa1!aaa', 'length'],
    [`Aa1!${'a'.repeat(27)}`, 'length'],
    ['abc123', 'length,upper,symbol'],
    ['', 'length,upper,lower,digit,symbol'],
    ['MIHON2026!', 'lower'],
    ['mihon2026!', 'upper'],
    ['MihonMihon!', 'digit'],
    ['Mihon2026', 'symbol'],
    ['Mihon2026?', 'symbol,character'],
    ['Mihon 2026!', 'character'],
    ['Ａｂｃ１２３！Ｘyz9#', 'upper,character'],
    ['Ｍｉｈｏｎ２０２６！', 'upper,lower,digit,symbol,character'],
  ])('%j breaks "%s"', (password, rules) => expect(broken(password)).toBe(rules));

  it('names full-width characters as the reason, and only them', () => {
    const sentence = (password: string) =>
      brokenPasswordRules(password).find(({ rule }) => rule === 'character')?.sentence;
    for (const wide of ['Ａ', '！', '　', 'ひ', 'ー', '花', '￥', '𠮷']) {
      expect(sentence(`Mihon2026!${wide}`)?.ja, wide).toContain('全角の文字は使えません');
      expect(sentence(`Mihon2026!${wide}`)?.en, wide).toContain('Full-width');
    }
    for (const other of [' ', '?', 'é', 'ﾊ', '😀']) {
      expect(sentence(`Mihon2026!${other}`), other).toEqual(passwordRules.character);
    }
  });

  it('never repeats what was typed', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 12, maxLength: 40, unit: 'binary' }), (password) => {
        expect(JSON.stringify(brokenPasswordRules(password))).not.toContain(password);
      }),
      { numRuns: 30, seed: 1 },
    );
  });

  it('accepts exactly what has every part and nothing else', () => {
    const part = (text: string) => fc.constantFrom(...text);
    const [upper, lower, digits] = ['ABCXYZ', 'abcxyz', '0123456789'];
    const allowed = fc
      .tuple(
        part(upper),
        part(lower),
        part(digits),
        part(passwordSymbols),
        fc.array(part(upper + lower + digits + passwordSymbols), { minLength: 4, maxLength: 26 }),
      )
      .chain(([a, b, c, d, rest]) => fc.shuffledSubarray([a, b, c, d, ...rest], { minLength: rest.length + 4 }))
      .map((characters) => characters.join(''));
    fc.assert(
      fc.property(allowed, fc.nat(), fc.constantFrom('?', ' ', 'ｚ', '-'), (password, at, foreign) => {
        expect(broken(password)).toBe('');
        const place = at % password.length;
        const spoiled = password.slice(0, place) + foreign + password.slice(place);
        expect(broken(spoiled).split(',')).toContain('character');
        expect([...password].length).toBeLessThanOrEqual(passwordLength.max);
      }),
      { seed: 1 },
    );
  });
});
