import type { Bilingual } from '#sim/errors';

/**
 * A character that YAML has no place for (https://yaml.org/spec/1.2.2/#51-character-set), a byte order mark that is not
 * at the start, or what decoding leaves where the bytes were not UTF-8.
 */
export const refusedCharacter =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufeff\ufffd-\uffff]|\p{Surrogate}/u;

/** What is wrong with such a character, by its name. */
export function saidOfCharacter(name: string): Bilingual {
  return name === 'U+FFFD'
    ? {
        ja: 'UTF-8 として読めない文字があります（Shift_JIS ではありませんか）',
        en: 'a character is not UTF-8; perhaps the file is Shift_JIS',
      }
    : { ja: `${name} はシナリオに書けない文字です`, en: `${name} is no character that a scenario may hold` };
}

/** `U+0000` */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
