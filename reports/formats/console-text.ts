/** How text goes to a terminal. */
export interface ConsoleLook {
  /** ANSI colours (SGR); without them the signs alone tell the verdicts. */
  readonly colour: boolean;
}

const colours = { passed: 32, failed: 31, unfinished: 33, quiet: 2, strong: 1 } as const;

export function painted(text: string, colour: keyof typeof colours, look: ConsoleLook): string {
  return look.colour ? `\u001b[${colours[colour]}m${text}\u001b[0m` : text;
}

/** Texts of a run must not drive the terminal, nor break out of their line. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]+/g, ' ');
}

/** Filled up with blanks to a width in columns, of which a kanji takes two. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += isWide(character) ? 2 : 1;
  return width;
}

/** East Asian Wide and Fullwidth, as far as our texts go: https://www.unicode.org/reports/tr11/ */
function isWide(character: string): boolean {
  return /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u.test(
    character,
  );
}
