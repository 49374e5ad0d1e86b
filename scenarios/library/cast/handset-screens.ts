import type { handsets } from './handsets.ts';

/** A screen in CSS pixels, the pixels of one of these, and how many full-width letters of a subject a list shows. */
export interface HandsetScreen {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly subjectZenkaku: number;
}

/**
 * How the devices show a page. Sizes of Apple's: https://developer.apple.com/design/human-interface-guidelines/layout;
 * those of unnamed models are usual ones. assumption: a list shows 21 full-width letters on a phone, as an iPhone has
 * them on a line (https://news.mynavi.jp/article/20220611-iphone_why), fewer where the screen is narrow, more where it
 * is wide; no maker publishes it.
 */
export const handsetScreens: { readonly [handset in keyof typeof handsets]: HandsetScreen } = {
  'iphone-17': { width: 402, height: 874, scale: 3, subjectZenkaku: 22 },
  'iphone-13': { width: 390, height: 844, scale: 3, subjectZenkaku: 21 },
  'iphone-7': { width: 375, height: 667, scale: 2, subjectZenkaku: 20 },
  'iphone-se-1': { width: 320, height: 568, scale: 2, subjectZenkaku: 20 },
  'android-13': { width: 360, height: 800, scale: 3, subjectZenkaku: 20 },
  'android-6': { width: 360, height: 640, scale: 3, subjectZenkaku: 20 },
  'pixel-7': { width: 412, height: 915, scale: 2.625, subjectZenkaku: 22 },
  'ipad-10': { width: 820, height: 1180, scale: 2, subjectZenkaku: 40 },
  'android-tablet': { width: 800, height: 1280, scale: 2, subjectZenkaku: 40 },
  'windows-pc': { width: 1366, height: 768, scale: 1, subjectZenkaku: 24 },
  chromebook: { width: 1366, height: 768, scale: 1.25, subjectZenkaku: 24 },
};
