import type { PhoneModel } from './phone-model.ts';

/**
 * The devices that people of the journey hold: supported ones, and those that the manual's section 1-1 rules out. What an
 * app store lets them install follows from system and form alone. Figures without a source beside them are assumptions:
 *
 * - Points and insets of Apple's: https://developer.apple.com/design/human-interface-guidelines/layout; the last iOS of a
 *   model that still gets new ones is the one of 2026.
 * - Android: 360 dp wide unless told; a status bar of 24 dp (more beside a camera hole), three keys of 48 dp up to
 *   Android 9, a gesture bar of 24 dp after it. https://developer.android.com/develop/ui/views/layout/edge-to-edge
 */
export const phoneModels = {
  'iphone-17': {
    key: 'iphone-17',
    name: 'iPhone 17',
    platform: 'iOS',
    form: 'phone',
    // https://support.apple.com/en-us/125089
    versions: { first: '26.0', last: '26.3', usual: '26.0' },
    screen: { width: 402, height: 874, scale: 3 },
    insets: { top: 62, bottom: 34 },
    biometric: 'face',
  },
  'iphone-13': {
    key: 'iphone-13',
    name: 'iPhone 13',
    platform: 'iOS',
    form: 'phone',
    versions: { first: '15.0', last: '26.3', usual: '17.6' },
    screen: { width: 390, height: 844, scale: 3 },
    insets: { top: 47, bottom: 34 },
    biometric: 'face',
  },
  // iOS 15 is the last that it runs, and the first that the app runs on: https://support.apple.com/en-us/103120
  'iphone-7': {
    key: 'iphone-7',
    name: 'iPhone 7',
    platform: 'iOS',
    form: 'phone',
    versions: { first: '10.0.1', last: '15.8.5', usual: '15.8' },
    screen: { width: 375, height: 667, scale: 2 },
    insets: { top: 20, bottom: 0 },
    biometric: 'fingerprint',
  },
  // Usual: never updated, one version too old.
  'iphone-se-1': {
    key: 'iphone-se-1',
    name: 'iPhone SE (1st generation)',
    platform: 'iOS',
    form: 'phone',
    versions: { first: '9.3', last: '15.8.5', usual: '14.8' },
    screen: { width: 320, height: 568, scale: 2 },
    insets: { top: 20, bottom: 0 },
    biometric: 'fingerprint',
  },
  'pixel-7': {
    key: 'pixel-7',
    name: 'Pixel 7',
    platform: 'Android',
    form: 'phone',
    // Five years of updates from October 2022: https://support.google.com/pixelphone/answer/4457705
    versions: { first: '13', last: '16', usual: '16' },
    // 1080 × 2400 pixels at 420 dpi: https://support.google.com/pixelphone/answer/7158570
    screen: { width: 412, height: 915, scale: 2.625 },
    insets: { top: 45, bottom: 24 },
    biometric: 'fingerprint',
  },
  'galaxy-s6': {
    key: 'galaxy-s6',
    name: 'Galaxy S6',
    platform: 'Android',
    form: 'phone',
    // assumption: Android 7.0 is the last that Samsung gave it, and the first that the app runs on.
    versions: { first: '5.0.2', last: '7.0', usual: '7.0' },
    // 1440 × 2560 pixels: https://news.mynavi.jp/article/20160226-galaxy_s7_s6; its keys lie below the screen.
    screen: { width: 360, height: 640, scale: 4 },
    insets: { top: 24, bottom: 0 },
    biometric: 'fingerprint',
  },
  'arrows-we': {
    key: 'arrows-we',
    name: 'arrows We',
    platform: 'Android',
    form: 'phone',
    // assumption: sold with Android 11, two updates; 720 × 1520 pixels.
    versions: { first: '11', last: '13', usual: '12' },
    screen: { width: 360, height: 760, scale: 2 },
    insets: { top: 28, bottom: 24 },
    biometric: 'fingerprint',
  },
  'aquos-sense8': {
    key: 'aquos-sense8',
    name: 'AQUOS sense8',
    platform: 'Android',
    form: 'phone',
    // Sold with Android 13, at most three updates: https://ameblo.jp/kabutonioigame/entry-12841607806.html
    versions: { first: '13', last: '16', usual: '15' },
    // assumption: 1080 × 2432 pixels.
    screen: { width: 360, height: 811, scale: 3 },
    insets: { top: 32, bottom: 24 },
    biometric: 'fingerprint',
  },
  // Made for elderly people, with a home key: parents of students hold it.
  'rakuraku-smartphone': {
    key: 'rakuraku-smartphone',
    name: 'らくらくスマートフォン F-53E',
    platform: 'Android',
    form: 'phone',
    // 1080 × 2160 pixels, Android 14: https://funa1blog.com/202411_rakuraku; assumption: one update by 2026
    versions: { first: '14', last: '15', usual: '14' },
    screen: { width: 360, height: 720, scale: 3 },
    insets: { top: 24, bottom: 0 },
    biometric: 'fingerprint',
  },
  'android-13': {
    key: 'android-13',
    name: 'Android 13 phone',
    platform: 'Android',
    form: 'phone',
    versions: { first: '11', last: '13', usual: '13' },
    screen: { width: 360, height: 800, scale: 3 },
    insets: { top: 28, bottom: 24 },
    biometric: 'fingerprint',
  },
  'android-6': {
    key: 'android-6',
    name: 'Android 6 phone',
    platform: 'Android',
    form: 'phone',
    versions: { first: '5.1', last: '6.0.1', usual: '6.0.1' },
    screen: { width: 360, height: 640, scale: 3 },
    insets: { top: 24, bottom: 48 },
    biometric: 'none',
  },
  'ipad-10': {
    key: 'ipad-10',
    name: 'iPad (10th generation)',
    platform: 'iOS',
    form: 'tablet',
    versions: { first: '16.1', last: '26.3', usual: '18.0' },
    screen: { width: 820, height: 1180, scale: 2 },
    insets: { top: 24, bottom: 20 },
    biometric: 'fingerprint',
  },
  'android-tablet': {
    key: 'android-tablet',
    name: 'Android 14 tablet',
    platform: 'Android',
    form: 'tablet',
    versions: { first: '12', last: '14', usual: '14' },
    screen: { width: 800, height: 1280, scale: 2 },
    insets: { top: 24, bottom: 24 },
    biometric: 'none',
  },
  // Schools lend them: a browser, and no app of a phone's store that the publisher keeps to phones.
  chromebook: {
    key: 'chromebook',
    name: 'Chromebook',
    platform: 'ChromeOS',
    form: 'pc',
    versions: { first: '102', last: '140', usual: '140' },
    screen: { width: 1366, height: 768, scale: 1.25 },
    insets: { top: 0, bottom: 0 },
    biometric: 'none',
  },
  'windows-pc': {
    key: 'windows-pc',
    name: 'Windows PC',
    platform: 'Windows',
    form: 'pc',
    versions: { first: '10', last: '11', usual: '11' },
    screen: { width: 1366, height: 768, scale: 1 },
    insets: { top: 0, bottom: 0 },
    biometric: 'none',
  },
} as const satisfies { readonly [key: string]: PhoneModel };

export type PhoneModelKey = keyof typeof phoneModels;
