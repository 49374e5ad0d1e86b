import type { ResolvedHandset } from './resolved-cast.ts';

type Handset = Omit<ResolvedHandset, 'settings'>;

/** The devices of the library: supported ones, and those that the manual's section 1-1 rules out. */
export const handsets = {
  'iphone-17': { platform: 'iOS', version: '26.0', form: 'phone', model: 'iPhone 17' },
  'iphone-13': { platform: 'iOS', version: '17.6', form: 'phone', model: 'iPhone 13' },
  // iOS 15 is the last that it runs, and the first that the app runs on.
  'iphone-7': { platform: 'iOS', version: '15.8', form: 'phone', model: 'iPhone 7' },
  // Never updated: one version too old.
  'iphone-se-1': { platform: 'iOS', version: '14.8', form: 'phone', model: 'iPhone SE (1st generation)' },
  'android-13': { platform: 'Android', version: '13', form: 'phone', model: 'Android 13 phone' },
  'android-6': { platform: 'Android', version: '6.0.1', form: 'phone', model: 'Android 6 phone' },
  'pixel-7': { platform: 'Android', version: '16', form: 'phone', model: 'Pixel 7' },
  'ipad-10': { platform: 'iOS', version: '18.0', form: 'tablet', model: 'iPad (10th generation)' },
  'android-tablet': { platform: 'Android', version: '14', form: 'tablet', model: 'Android 14 tablet' },
  'windows-pc': { platform: 'Windows', version: '11', form: 'pc', model: 'Windows PC' },
  chromebook: { platform: 'ChromeOS', version: '140', form: 'pc', model: 'Chromebook' },
} as const satisfies Record<string, Handset>;
