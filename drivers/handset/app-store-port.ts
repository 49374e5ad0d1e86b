import type { Bilingual } from '#sim/errors';

/** What an app store looks at before it lets an app be installed. */
export interface StoreDevice {
  readonly platform: 'iOS' | 'Android' | 'Windows' | 'ChromeOS';
  /** Of the operating system, as its settings show it: `15.0`, `7.1.2`. */
  readonly version: string;
  readonly form: 'phone' | 'tablet' | 'pc';
}

export interface AppOffer {
  readonly verdict: 'installed' | 'refused';
  /** What the store's page says. */
  readonly sentence: Bilingual;
}

/** How a handset asks the app store of its platform; a stand-in for the stores is given by whoever composes the run. */
export type StoreOffers = (app: string, device: StoreDevice) => AppOffer;
