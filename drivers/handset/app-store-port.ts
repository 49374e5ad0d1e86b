import type { Bilingual } from '#sim/errors';

/** What an app store looks at before it lets an app be installed. */
export interface StoreDevice {
  readonly platform: 'iOS' | 'Android' | 'Windows' | 'ChromeOS';
  /** Of the operating system, as its settings show it: `15.0`, `7.1.2`. */
  readonly version: string;
  readonly form: 'phone' | 'tablet' | 'pc';
}

/** What else decides whether the owner of a device gets an app: the store account, the storage, and who has a say. */
export interface StoreCircumstances {
  /** Of the store account: ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly freeMb: number;
  /** Whether a guardian has to approve, and has approved. */
  readonly approval: 'not-needed' | 'needed' | 'given';
  /** `managed`: an organisation decides which apps there are. `rooted`: the owner has broken its protection. */
  readonly management: 'none' | 'managed' | 'rooted';
  /** The account got the app on another phone before: the App Store then gives an old system an old version. */
  readonly hasBought: boolean;
}

/** An ordinary phone of somebody in Japan. */
export const usualCircumstances: StoreCircumstances = {
  country: 'JP',
  freeMb: 8_000,
  approval: 'not-needed',
  management: 'none',
  hasBought: false,
};

/** Why a store does not give an app; `device`: nothing that its owner could change in the store helps. */
export type StoreRefusal = 'device' | 'country' | 'storage' | 'approval' | 'management' | 'not-found';

export interface AppOffer {
  readonly verdict: 'installed' | 'refused';
  /** What the store's page says. */
  readonly sentence: Bilingual;
  /** Of a refusal; `device` when absent. */
  readonly refusal?: StoreRefusal;
  /** The version that is installed, where the store has more than one. */
  readonly version?: string;
}

/** How a handset asks the app store of its platform; a stand-in for the stores is given by whoever composes the run. */
export type StoreOffers = (app: string, device: StoreDevice, circumstances: StoreCircumstances) => AppOffer;
