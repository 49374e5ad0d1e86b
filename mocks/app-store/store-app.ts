/** An app as the stores list it. */
export interface StoreApp {
  /** The name on the store's page. */
  readonly name: string;
  readonly version: string;
  /** The oldest system version that the store lets it be installed on, by platform; a platform that is absent has no build. */
  readonly minimum: Readonly<Record<string, string>>;
  /** Device forms that the publisher allows. */
  readonly forms: readonly string[];
  /** What it takes on the device. */
  readonly sizeMb: number;
  /** The countries whose stores list it: ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
  /** The last version for older systems, which the App Store keeps for who had the app before. */
  readonly earlier?: { readonly version: string; readonly minimum: Readonly<Record<string, string>> };
}

/** Everything but the manual's limits (1-1: iOS 15.0, Android 7.0, smartphones only) is an assumption. */
export const storeApps: Readonly<Record<string, StoreApp>> = {
  wallet: {
    name: 'LecoS',
    version: '2.0',
    minimum: { iOS: '15.0', Android: '7.0' },
    forms: ['phone'],
    sizeMb: 120,
    countries: ['JP'],
    earlier: { version: '1.0', minimum: { iOS: '13.0' } },
  },
  /** What a search for the name brings up too: made for Open Badges 2.0, and no way to a student ID. */
  'old-wallet': {
    name: 'オープンバッジウォレット 2.0',
    version: '5.1',
    minimum: { iOS: '12.0', Android: '6.0' },
    forms: ['phone', 'tablet'],
    sizeMb: 40,
    countries: ['JP', 'US'],
  },
};
