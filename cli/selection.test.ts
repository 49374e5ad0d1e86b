import { describe, expect, test } from 'vitest';
import type { Bilingual } from '#sim/errors';
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

  const title: Bilingual = {
    ja: '発行のお知らせメールが迷惑メールに入った',
    en: 'The issue mail landed in the junk folder',
  };
  const ticket: Selectable = { id: 'S-2.2-01', manual: ['2-2'], tags: [], title, providers: ['gmail', 'docomo'] };

  test.each([
    '迷惑メール',
    'お知らせ',
    'junk',
    'Junk folder',
    'land',
    'ドコモ',
    'ﾄﾞｺﾓ',
    'docomo',
    'docomo.ne.jp',
    'Gmail',
  ])('%s means what the title says or where the mail is', (word) => {
    expect(means(word, ticket)).toBe(true);
  });

  test.each(['nk', 'older', '削除', 'ソフトバンク', 'softbank', 'j', '1', 'qq'])('%s means it not', (word) => {
    expect(means(word, ticket)).toBe(false);
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
      nearest: expect.stringContaining(nearest),
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
