/** An app as the stores list it. */
export interface StoreApp {
  /** The name on the store's page. */
  readonly name: string;
  /** The oldest system version that the store lets it be installed on, by platform; a platform that is absent has no build. */
  readonly minimum: Readonly<Record<string, string>>;
  /** Device forms that the publisher allows. */
  readonly forms: readonly string[];
}

/** The manual, 1-1: iOS 15.0, Android 7.0, smartphones only. */
export const storeApps: Readonly<Record<string, StoreApp>> = {
  wallet: { name: 'LecoS', minimum: { iOS: '15.0', Android: '7.0' }, forms: ['phone'] },
};
