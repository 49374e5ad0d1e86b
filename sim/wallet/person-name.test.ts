import { describe, expect, it } from 'vitest';
import { personName } from './person-name.ts';

describe('personName', () => {
  it.each([
    [' 見本 花子 ', '見本 花子'],
    ['　髙﨑𠮷之　', '髙﨑𠮷之'],
    ['O’Brien-Smith', 'O’Brien-Smith'],
    ['𠮷'.repeat(100), '𠮷'.repeat(100)],
  ])('keeps %j trimmed', (typed, kept) => expect(personName(typed)).toBe(kept));

  it.each([
    '',
    ' 　',
    '𠮷'.repeat(101),
    '花子\n見本',
    'a\u0000b',
    'a\u202eb',
    'a\u061cb',
    '\u200b',
    'a\u2028b',
    '\ud83d',
    'https://evil.example/',
    'www.evil.example を開く',
  ])('refuses %j', (typed) => {
    expect(() => personName(typed)).toThrow(expect.objectContaining({ code: 'name-invalid' }));
  });
});
