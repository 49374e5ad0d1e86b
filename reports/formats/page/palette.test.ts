import { describe, expect, it } from 'vitest';
import { darkPalette, lightPalette, type Palette } from './palette.ts';

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const texts: readonly (keyof Palette)[] = ['ink', 'quiet', 'accent'];
const grounds: readonly (keyof Palette)[] = ['ground', 'paper', 'sunken'];
const pairs: readonly (readonly [keyof Palette, keyof Palette])[] = [
  ...texts.flatMap((text) => grounds.map((ground) => [text, ground] as const)),
  ...(['passed', 'failed', 'unfinished'] as const).flatMap((verdict) => [
    [verdict, `${verdict}Ground`] as const,
    [verdict, 'paper'] as const,
    [verdict, 'ground'] as const,
    ['ink', `${verdict}Ground`] as const,
    ['quiet', `${verdict}Ground`] as const,
  ]),
];

describe.each([
  ['light', lightPalette],
  ['dark', darkPalette],
])('the %s palette', (_, palette) => {
  it.each(pairs)('%s on %s reaches 4.5 : 1', (text, ground) => {
    expect(contrast(palette[text], palette[ground])).toBeGreaterThanOrEqual(4.5);
  });
});
