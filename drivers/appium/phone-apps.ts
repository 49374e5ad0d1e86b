import type { ScreenApp } from '../handset/index.ts';

/** An app as the drivers of both systems call it. */
export interface PhoneApp {
  /** `app-<id>` is the accessibility id of its icon on the home screen. */
  readonly id: string;
  readonly bundleId: string;
  readonly appPackage: string;
  /** What scenarios call the place when it is in front. */
  readonly place: ScreenApp;
}

const of = (id: string, bundleId: string, appPackage: string, place: ScreenApp): PhoneApp => ({
  id,
  bundleId,
  appPackage,
  place,
});

/** The apps that the journey goes through. Ids of Apple: https://support.apple.com/guide/deployment/depece748c41 */
export const phoneApps = {
  home: of('home', 'com.apple.springboard', 'com.google.android.apps.nexuslauncher', 'home'),
  store: of('store', 'com.apple.AppStore', 'com.android.vending', 'store'),
  browser: of('browser', 'com.apple.mobilesafari', 'com.android.chrome', 'browser'),
  mail: of('mail', 'com.apple.mobilemail', 'com.google.android.gm', 'mail-app'),
  'old-wallet': of('old-wallet', 'test.openbadge.oldwallet', 'test.openbadge.oldwallet', 'old-wallet'),
  wallet: of('wallet', 'test.openbadge.wallet', 'test.openbadge.wallet', 'wallet'),
} as const satisfies Record<string, PhoneApp>;

/** Where the app with this bundle id or package is; home for any other app of the system. */
export function placeOf(bundleIdOrPackage: string): ScreenApp {
  const app = Object.values(phoneApps).find((one) =>
    [one.bundleId, one.appPackage].some((id) => id === bundleIdOrPackage),
  );
  return app?.place ?? 'home';
}

/** How the drivers of a system take an app: XCUITest by `bundleId`, UiAutomator2 by `appId`. */
export function appArgument(app: PhoneApp, platform: string): { readonly [name: string]: string } {
  return platform.toLowerCase() === 'ios' ? { bundleId: app.bundleId } : { appId: app.appPackage };
}

/** By its id, as stores and scenarios call it; one that nobody knows is on no phone. */
export function appOf(id: string): PhoneApp {
  return Object.values(phoneApps).find((app) => app.id === id) ?? of(id, `unknown.${id}`, `unknown.${id}`, 'home');
}
