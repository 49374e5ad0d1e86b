/** How many full-width letters of a subject a list shows. No maker publishes it: a world may say 20 to 40. */
export const subjectZenkaku = { min: 20, max: 40, default: 21 } as const;

/**
 * A subject as a list shows it: cut after so many full-width letters (a half-width one counts half), with `…` for what
 * is missing. Emoji and ideographs beyond the BMP are never cut in two.
 */
export function cutSubject(subject: string, zenkakuMax: number): string {
  const line = subject.replace(/\s+/g, ' ').trim();
  let halves = 0;
  let shown = '';
  for (const { segment } of new Intl.Segmenter('ja', { granularity: 'grapheme' }).segment(line)) {
    halves += isHalfWidth(segment) ? 1 : 2;
    if (halves > zenkakuMax * 2) return `${shown}…`;
    shown += segment;
  }
  return line;
}

/** ASCII, Latin-1 and half-width kana: https://www.unicode.org/reports/tr11/ */
function isHalfWidth(letter: string): boolean {
  return /^[\u0020-\u00ff\uff61-\uff9f]$/.test(letter);
}
