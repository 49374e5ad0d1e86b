import { type Bilingual, fillBoth } from '#sim/errors';
import { type StoreApp, storeApps } from './store-app.ts';
import { compareVersions } from './system-version.ts';

/** What a store can tell about the device that asks. */
export interface Device {
  readonly platform: 'iOS' | 'Android' | 'Windows' | 'ChromeOS';
  readonly version: string;
  readonly form: 'phone' | 'tablet' | 'pc';
}

export interface Offer {
  readonly verdict: 'installed' | 'refused';
  readonly sentence: Bilingual;
}

/** Worded after what the App Store and Google Play show; the exact words change with their versions. */
const sentences = {
  installed: { ja: '「{name}」をインストールしました。', en: '"{name}" has been installed.' },
  notFound: {
    ja: '「{name}」は見つかりませんでした。',
    en: 'No results for "{name}".',
  },
  iosTooOld: {
    ja: '「{name}」はこのiPhoneと互換性がありません。iOS {minimum}以降が必要です。',
    en: '"{name}" is not compatible with this iPhone. It requires iOS {minimum} or later.',
  },
  iosPhoneOnly: {
    ja: '「{name}」はこのiPadと互換性がありません。iPhoneが必要です。',
    en: '"{name}" is not compatible with this iPad. It requires an iPhone.',
  },
  androidTooOld: {
    ja: 'お使いのデバイスはこのバージョンに対応していません。',
    en: "Your device isn't compatible with this version.",
  },
  androidPhoneOnly: {
    ja: 'このアプリはお使いのデバイスに対応していません。',
    en: "This app isn't available for your device.",
  },
  noStore: {
    ja: 'PCにはこのアプリをインストールできません。スマートフォンのアプリストアをご利用ください。',
    en: 'This app cannot be installed on a PC. Use the app store of a smartphone.',
  },
} as const satisfies Record<string, Bilingual>;

/** What the store of the device's platform does when its owner wants the app. Throws TypeError for a malformed version. */
export function offer(app: string, device: Device): Offer {
  if (device.form === 'pc') return { verdict: 'refused', sentence: sentences.noStore };
  const listed = Object.hasOwn(storeApps, app) ? storeApps[app] : undefined;
  if (listed === undefined) return { verdict: 'refused', sentence: fillBoth(sentences.notFound, { name: app }) };
  const minimum = listed.minimum[device.platform];
  const parameters = { name: listed.name, minimum: minimum ?? '' };
  const refusal = refusalOf(listed, device, minimum);
  return refusal === undefined
    ? { verdict: 'installed', sentence: fillBoth(sentences.installed, parameters) }
    : { verdict: 'refused', sentence: fillBoth(refusal, parameters) };
}

function refusalOf(app: StoreApp, device: Device, minimum: string | undefined): Bilingual | undefined {
  const isIos = device.platform === 'iOS';
  if (minimum === undefined) return sentences.notFound;
  if (!app.forms.includes(device.form)) return isIos ? sentences.iosPhoneOnly : sentences.androidPhoneOnly;
  if (compareVersions(device.version, minimum) < 0) return isIos ? sentences.iosTooOld : sentences.androidTooOld;
  return undefined;
}
