import { decode, encode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { maskedScreen } from './masked-screen.ts';

const token = 'QSnAr07wLUwH3h1pkria4WYytKuadze2jvf5Rplcipg';
const link = `https://wallet.openbadge.test/receive/${token}?iuv=1`;

/** 40 by 80 pixels, all of one colour. */
const picture = encode({ width: 40, height: 80, channels: 3, data: new Uint8Array(40 * 80 * 3).fill(10) });

function coloursAt(png: Uint8Array | undefined, points: readonly (readonly [x: number, y: number])[]): unknown[] {
  if (png === undefined) return [];
  const { data, width, channels } = decode(png);
  return points.map(([x, y]) => data[(y * width + x) * channels]);
}

describe('a screen that is kept', () => {
  it.each([
    [
      'XCUITest, in points',
      `<AppiumAUT><XCUIElementTypeApplication x="0" y="0" width="20" height="40" label="メール"><XCUIElementTypeLink label="${link}" x="5" y="10" width="10" height="5"/></XCUIElementTypeApplication></AppiumAUT>`,
    ],
    [
      'UiAutomator2, in pixels',
      `<hierarchy><android.widget.FrameLayout bounds="[0,0][40,80]"><android.widget.TextView text="${link}" bounds="[10,20][30,30]"/></android.widget.FrameLayout></hierarchy>`,
    ],
    [
      'a desktop program',
      `<Window BoundingRectangle="0 0 40 80"><Hyperlink Name="${link}" BoundingRectangle="10 20 20 10"/></Window>`,
    ],
  ])('shows no live link: %s', (_dialect, source) => {
    const masked = maskedScreen(source, picture, true);
    expect(masked.source).not.toContain(token);
    expect(masked.source).toContain('https://wallet.openbadge.test/receive/…?iuv=1');
    const points = [
      [10, 20],
      [29, 29],
      [9, 20],
      [30, 29],
      [10, 19],
      [29, 30],
    ] as const;
    expect(coloursAt(masked.picture, points)).toEqual([0xdd, 0xdd, 10, 10, 10, 10]);
  });

  it('is kept as it is where none stands on it', () => {
    const source = '<hierarchy><android.widget.TextView text="/receive/short" bounds="[0,0][40,80]"/></hierarchy>';
    expect(maskedScreen(source, picture, true)).toEqual({ source, picture });
  });

  it('has no picture where nobody tells the place of the link', () => {
    expect(maskedScreen(`<a href="${link}">開く</a>`, picture, false)).toEqual({
      source: '<a href="https://wallet.openbadge.test/receive/…?iuv=1">開く</a>',
      picture: undefined,
    });
    expect(maskedScreen(`<Window Name="${link}"/>`, picture, true).picture).toBeUndefined();
  });
});
