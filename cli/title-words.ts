import type { Bilingual } from '#sim/errors';

/** Whether a word, or several, stands in a title: anywhere in the Japanese one, from the beginning of a word in the English. */
export function isInTitle(word: string, title: Bilingual): boolean {
  const asked = folded(word);
  const english = wordsOf(asked);
  // One letter, or figures alone, stand in titles by chance.
  if (english.length < 2 || !/\p{L}/u.test(english)) return false;
  return folded(title.ja).includes(asked) || ` ${wordsOf(folded(title.en))}`.includes(` ${english}`);
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

function wordsOf(text: string): string {
  return text
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ');
}
