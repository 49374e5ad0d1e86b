import { type Bilingual, fillBoth } from '#sim/errors';
import { compareVersions } from '#sim/kernel';
import { type StoreApp, storeApps } from './store-app.ts';

/** What a store can tell about the device that asks. */
export interface Device {
  readonly platform: 'iOS' | 'Android' | 'Windows' | 'ChromeOS';
  readonly version: string;
  readonly form: 'phone' | 'tablet' | 'pc';
}

/** What else decides; an ordinary phone in Japan in whatever is left out. */
export interface Circumstances {
  /** Of the store account: ISO 3166-1 alpha-2. */
  readonly country?: string;
  readonly freeMb?: number;
  readonly approval?: 'not-needed' | 'needed' | 'given';
  readonly management?: 'none' | 'managed' | 'rooted';
  /** The account got the app on another device before. */
  readonly hasBought?: boolean;
}

export type Refusal = 'device' | 'country' | 'storage' | 'approval' | 'management' | 'not-found';

export interface Offer {
  readonly verdict: 'installed' | 'refused';
  readonly sentence: Bilingual;
  /** Of a refusal only. */
  readonly refusal?: Refusal;
  /** Of what is installed only. */
  readonly version?: string;
}

/** Worded after what the App Store and Google Play show; the exact words change with their versions. */
const sentences = {
  installed: { ja: '「{name}」をインストールしました。', en: '"{name}" has been installed.' },
  installedEarlier: {
    ja: 'このiOSに対応する以前のバージョンの「{name}」をインストールしました。',
    en: 'An earlier version of "{name}" that works with this iOS has been installed.',
  },
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
  iosCountry: {
    ja: 'このアプリは、現在、お住まいの国または地域では利用できません。',
    en: 'This app is currently not available in your country or region.',
  },
  androidCountry: {
    ja: 'このアイテムは、お住まいの国ではご利用いただけません。',
    en: "This item isn't available in your country.",
  },
  iosManaged: {
    ja: 'このiPhoneは組織に管理されているため、「{name}」をインストールできません。',
    en: '"{name}" cannot be installed, as this iPhone is managed by an organisation.',
  },
  androidManaged: {
    ja: '管理者がこのアプリを許可していません。',
    en: 'Your administrator has not allowed this app.',
  },
  iosStorage: {
    ja: 'ストレージの空き領域が足りないため、「{name}」をインストールできません。空き領域は「設定」で増やせます。',
    en: '"{name}" cannot be installed, as there is not enough storage. Free some in Settings.',
  },
  androidStorage: {
    ja: '「{name}」をインストールできません。空き容量を増やしてから、もう一度お試しください。',
    en: `Can't install "{name}". Free up space and try again.`,
  },
  iosApproval: {
    ja: '「{name}」の入手には承認が必要です。ファミリーの管理者にリクエストを送信しました。',
    en: '"{name}" needs approval. A request has been sent to the organiser of your family.',
  },
  androidApproval: {
    ja: '「{name}」のインストールには保護者の承認が必要です。承認をリクエストしました。',
    en: 'A parent has to approve "{name}". Approval has been requested.',
  },
} as const satisfies Record<string, Bilingual>;

/** What the store of the device's platform does when its owner wants the app. Throws TypeError for a malformed version. */
export function offer(app: string, device: Device, circumstances: Circumstances = {}): Offer {
  if (device.form === 'pc') return { verdict: 'refused', refusal: 'device', sentence: sentences.noStore };
  const listed = Object.hasOwn(storeApps, app) ? storeApps[app] : undefined;
  if (listed === undefined) {
    return { verdict: 'refused', refusal: 'not-found', sentence: fillBoth(sentences.notFound, { name: app }) };
  }
  const parameters = { name: listed.name, minimum: listed.minimum[device.platform] ?? '' };
  const isEarlier = givesEarlier(listed, device, circumstances);
  const refused =
    (isEarlier ? undefined : deviceRefusal(listed, device, circumstances)) ??
    ownersRefusal(listed, device, circumstances);
  if (refused !== undefined) {
    const [refusal, sentence] = refused;
    return { verdict: 'refused', refusal, sentence: fillBoth(sentence, parameters) };
  }
  const sentence = fillBoth(isEarlier ? sentences.installedEarlier : sentences.installed, parameters);
  const version = isEarlier ? (listed.earlier?.version ?? listed.version) : listed.version;
  return { verdict: 'installed', sentence, version };
}

type Refused = readonly [Refusal, Bilingual];

/** Apple only, for who had the app before: https://japanese.engadget.com/jp-2013-09-18-ios.html */
function givesEarlier(
  app: StoreApp,
  { platform, version, form }: Device,
  { hasBought = false }: Circumstances,
): boolean {
  const [minimum, oldest] = [app.minimum[platform], app.earlier?.minimum[platform]];
  if (!hasBought || platform !== 'iOS' || minimum === undefined || oldest === undefined) return false;
  if (!app.forms.includes(form)) return false;
  return compareVersions(version, minimum) < 0 && compareVersions(version, oldest) >= 0;
}

function deviceRefusal(app: StoreApp, device: Device, { management }: Circumstances): Refused | undefined {
  const isIos = device.platform === 'iOS';
  const minimum = app.minimum[device.platform];
  if (minimum === undefined) return ['not-found', sentences.notFound];
  if (!app.forms.includes(device.form)) return ['device', isIos ? sentences.iosPhoneOnly : sentences.androidPhoneOnly];
  if (compareVersions(device.version, minimum) < 0) {
    return ['device', isIos ? sentences.iosTooOld : sentences.androidTooOld];
  }
  // A publisher may shut out altered phones; their owners read what those of tablets read:
  // https://techweez.com/2017/06/02/google-play-store-rooted-users/
  if (management === 'rooted' && !isIos) return ['device', sentences.androidPhoneOnly];
  return undefined;
}

function ownersRefusal(app: StoreApp, { platform }: Device, circumstances: Circumstances): Refused | undefined {
  const isIos = platform === 'iOS';
  const { country = 'JP', management, freeMb = Number.POSITIVE_INFINITY, approval } = circumstances;
  if (!app.countries.includes(country)) return ['country', isIos ? sentences.iosCountry : sentences.androidCountry];
  if (management === 'managed') return ['management', isIos ? sentences.iosManaged : sentences.androidManaged];
  if (approval === 'needed') return ['approval', isIos ? sentences.iosApproval : sentences.androidApproval];
  if (freeMb < app.sizeMb) return ['storage', isIos ? sentences.iosStorage : sentences.androidStorage];
  return undefined;
}
