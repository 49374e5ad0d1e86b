import { describe, expect, test } from 'vitest';
import { means, type Selectable, sectionOf, select } from './selection.ts';

const library: readonly Selectable[] = [
  { id: 'S-1.1-04', manual: ['1-1', '1-2'], tags: ['os'] },
  { id: 'S-2.2-01', manual: ['2-2'], tags: ['mail', 'junk'] },
  { id: 'S-2.2-02', manual: ['2-2'], tags: ['mail'] },
  { id: 'S-22.1-01', manual: [], tags: [] },
];
const chosen = (...words: string[]): string[] => select(words, library).map(({ id }) => id);

describe('choosing scenarios by words', () => {
  test.each([
    ['S-2.2-01', ['S-2.2-01']],
    ['s-2.2-01', ['S-2.2-01']],
    ['2.2', ['S-2.2-01', 'S-2.2-02']],
    ['S-2.2', ['S-2.2-01', 'S-2.2-02']],
    ['2-2', ['S-2.2-01', 'S-2.2-02']],
    ['2', ['S-2.2-01', 'S-2.2-02']],
    ['1.2', ['S-1.1-04']],
    ['mail', ['S-2.2-01', 'S-2.2-02']],
    ['Junk', ['S-2.2-01']],
  ])('%s means %j', (word, ids) => {
    expect(chosen(word)).toEqual(ids);
  });

  test('takes each once, in the order of the library', () => {
    expect(chosen('mail', 'S-2.2-01', '1.1')).toEqual(['S-1.1-04', 'S-2.2-01', 'S-2.2-02']);
  });

  test.each([
    ['S-2.2-09', 'S-2.2-01, S-2.2-02'],
    ['mial', 'mail'],
    ['2.9', '2.2'],
  ])('refuses %s and names what is near', (word, nearest) => {
    const refused = expect.objectContaining({
      code: 'selection-unknown',
      parameters: { given: word, nearest: expect.stringContaining(nearest) },
    });
    expect(() => chosen('2.2', word)).toThrow(refused);
  });

  test('a word that means nothing means no scenario', () => {
    for (const word of ['', '.', 'S-', '9', '.2']) expect(library.filter((one) => means(word, one))).toEqual([]);
  });

  test('the section of an id', () => {
    expect(sectionOf({ id: 'S-2.2-01' })).toBe('2.2');
    expect(sectionOf({ id: 'mine' })).toBe('');
  });
});
