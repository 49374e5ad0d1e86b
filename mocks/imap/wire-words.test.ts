import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, dayOfDateField, imapDateTime, parseImapDateTime, parseImapDay } from './imap-date.ts';
import { astring, imapString } from './imap-string.ts';
import { fitsPattern } from './list-pattern.ts';
import { fromModifiedUtf7, toModifiedUtf7 } from './modified-utf7.ts';
import { rangesOf, sequenceSetOf, within } from './sequence-set.ts';

describe('modified UTF-7', () => {
  // https://www.rfc-editor.org/rfc/rfc3501#section-5.1.3
  it.each([
    ['INBOX', 'INBOX'],
    ['a&b', 'a&-b'],
    ['~peter/mail/台北/日本語', '~peter/mail/&U,BTFw-/&ZeVnLIqe-'],
    ['迷惑メール', '&j,dg0TDhMPww6w-'],
    ['𠮷', '&2ELftw-'],
  ])('%s is %s', (name, encoded) => {
    expect(toModifiedUtf7(name)).toBe(encoded);
    expect(fromModifiedUtf7(encoded)).toBe(name);
  });

  it('gives every name back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(fromModifiedUtf7(toModifiedUtf7(name))).toBe(name);
      }),
      { seed: 1 },
    );
  });

  it.each(['&', '&AAA', '&=-', '&A-'])('%s, which is none, does no harm', (text) => {
    expect(typeof fromModifiedUtf7(text)).toBe('string');
  });
});

describe('a pattern of LIST', () => {
  it('fits as a regular expression would, and takes no longer for being long', () => {
    const character = fc.constantFrom('a', 'b', '/', '*', '%');
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '/'), maxLength: 8 });
    fc.assert(
      fc.property(text, fc.string({ unit: character, maxLength: 6 }), (name, pattern) => {
        const expression = pattern.replaceAll('*', '.*').replaceAll('%', '[^/]*');
        expect(fitsPattern(name, pattern)).toBe(new RegExp(`^${expression}$`).test(name));
      }),
      { seed: 1, numRuns: 1_000 },
    );
    expect(fitsPattern('a'.repeat(30), `${'*a'.repeat(400)}b`)).toBe(false);
  });
});

describe('a sequence set', () => {
  it.each([
    ['1', 9, [[1, 1]]],
    ['*', 9, [[9, 9]]],
    ['4:2', 9, [[2, 4]]],
    ['12:*', 9, [[9, 12]]],
    [
      '1,3:5',
      9,
      [
        [1, 1],
        [3, 5],
      ],
    ],
  ])('%s of %i', (set, largest, ranges) => {
    expect(rangesOf(set, largest)).toEqual(ranges);
  });

  it.each(['', '0', '1:', ':1', '1,', '1:2:3', '01', '-1', '99999999999', '$', '1,$'])('%j is none', (set) => {
    expect(() => rangesOf(set, 9)).toThrow('no sequence set');
  });

  it('names the numbers that it was made of', () => {
    const numbers = fc
      .uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1 })
      .map((all) => all.sort((a, b) => a - b));
    const everything = [...Array(40).keys()].map((at) => at + 1);
    fc.assert(
      fc.property(numbers, (some) => {
        expect(within(everything, rangesOf(sequenceSetOf(some), 40))).toEqual(some);
      }),
      { seed: 1 },
    );
  });
});

describe('a date', () => {
  it.each([
    ['01-Apr-2026 09:00:00 +0900', Date.UTC(2026, 3, 1)],
    [' 1-apr-2026 00:00:00 +0000', Date.UTC(2026, 3, 1)],
    ['31-Dec-1999 20:30:00 -0430', Date.UTC(2000, 0, 1, 1)],
    ['31-Apr-2026 00:00:00 +0000', undefined],
    ['01-Abc-2026 00:00:00 +0000', undefined],
    ['01-Apr-2026 24:00:00 +0000', undefined],
    ['01-Apr-2026 00:00:00', undefined],
    ['01-Apr-1900 00:00:00 +0000', undefined],
  ])('%s', (text, instant) => {
    expect(parseImapDateTime(text)).toBe(instant);
  });

  it('is written as it is read', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e9 }), (seconds) => {
        expect(parseImapDateTime(imapDateTime(seconds * 1_000))).toBe(seconds * 1_000);
      }),
      { seed: 1 },
    );
  });

  it('falls on a day in Japan, or on the one that its field names', () => {
    const firstOfApril = parseImapDay('1-Apr-2026') ?? 0;
    expect(dayOf(Date.UTC(2026, 2, 31, 15))).toBe(firstOfApril);
    expect(dayOf(Date.UTC(2026, 2, 31, 14, 59))).toBe(firstOfApril - 1);
    expect(dayOfDateField('Wed, 1 Apr 2026 23:59:00 -1200')).toBe(firstOfApril);
    expect(dayOfDateField('soon')).toBeUndefined();
  });
});

describe('a string', () => {
  it.each([
    ['a "b" \\c', '"a \\"b\\" \\\\c"'],
    ['', '""'],
    ['a\r\nb', '{4}\r\na\r\nb'],
    ['\xe8', '{1}\r\n\xe8'],
  ])('%j is written as %j', (text, written) => {
    expect(imapString(text)).toBe(written);
  });

  it('is a word where it can be one', () => {
    expect(['Subject', 'a b', 'a)', ''].map(astring)).toEqual(['Subject', '"a b"', '"a)"', '""']);
  });
});
