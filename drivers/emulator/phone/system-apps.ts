import type { PhoneModel } from '../../handset/index.ts';
import type { PhoneApp } from './phone.ts';

/** What every phone has; ids of bundles are Apple’s, packages and activities Google’s. */
const ofPhones: readonly PhoneApp[] = [
  {
    id: 'home',
    name: { ja: 'ホーム', en: 'Home' },
    bundleId: 'com.apple.springboard',
    appPackage: 'com.google.android.apps.nexuslauncher',
    appActivity: '.NexusLauncherActivity',
  },
  {
    id: 'store',
    name: { ja: 'ストア', en: 'Store' },
    bundleId: 'com.apple.AppStore',
    appPackage: 'com.android.vending',
    appActivity: '.AssetBrowserActivity',
  },
  {
    id: 'browser',
    name: { ja: 'ブラウザー', en: 'Browser' },
    bundleId: 'com.apple.mobilesafari',
    appPackage: 'com.android.chrome',
    appActivity: 'com.google.android.apps.chrome.Main',
  },
  {
    id: 'mail',
    name: { ja: 'メール', en: 'Mail' },
    bundleId: 'com.apple.mobilemail',
    appPackage: 'com.google.android.gm',
    appActivity: '.ConversationListActivityGmail',
  },
  {
    id: 'camera',
    name: { ja: 'カメラ', en: 'Camera' },
    bundleId: 'com.apple.camera',
    appPackage: 'com.google.android.GoogleCamera',
    appActivity: 'com.android.camera.CameraLauncher',
  },
  {
    id: 'settings',
    name: { ja: '設定', en: 'Settings' },
    bundleId: 'com.apple.Preferences',
    appPackage: 'com.android.settings',
    appActivity: '.Settings',
  },
];

/** By the names that people see. */
const namesOf: Readonly<Record<PhoneModel['platform'], Readonly<Record<string, PhoneApp['name']>>>> = {
  iOS: { store: { ja: 'App Store', en: 'App Store' }, browser: { ja: 'Safari', en: 'Safari' } },
  Android: { store: { ja: 'Play ストア', en: 'Play Store' }, browser: { ja: 'Chrome', en: 'Chrome' } },
  Windows: { home: { ja: 'デスクトップ', en: 'Desktop' }, browser: { ja: 'Edge', en: 'Edge' } },
  ChromeOS: { home: { ja: 'デスクトップ', en: 'Desktop' }, browser: { ja: 'Chrome', en: 'Chrome' } },
};

/** A PC has no camera that opens links. Its store has no apps of phones, and says so. */
const notOnPc: ReadonlySet<string> = new Set(['camera']);

export function systemAppsOf({ platform, form }: PhoneModel): readonly PhoneApp[] {
  const names = namesOf[platform];
  return ofPhones
    .filter(({ id }) => form !== 'pc' || !notOnPc.has(id))
    .map((app) => ({ ...app, name: names[app.id] ?? app.name }));
}
