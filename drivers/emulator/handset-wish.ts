import type { JsonWebKey } from 'node:crypto';
import { errors } from 'appium/driver.js';
import { nearest, parseInstant, systemNow } from '#sim/kernel';
import { type PhoneModel, phoneModels } from '../handset/index.ts';
import { compareVersions } from './apps/install-gate.ts';
import { walletAppFolder } from './built-folders.ts';
import type { HandsetCapabilities } from './capabilities.ts';
import type { PhoneOptions } from './phone/phone-options.ts';
import type { WindowClock } from './window/app-window.ts';

/** The handset that a session asks for; which one of its kind (udid) and what it takes from the machine come on top. */
export type HandsetWish = Omit<PhoneOptions, 'udid' | 'ports'>;

const models: readonly PhoneModel[] = Object.values(phoneModels);

/** What a session gets that names a system alone. */
const usualModels: Readonly<Record<string, string>> = {
  android: 'pixel-7',
  ios: 'iphone-17',
  windows: 'windows-pc',
  chromeos: 'chromebook',
};

/** Throws `session not created` for a model, a version, a clock … that there is not. */
export function readWish(capabilities: HandsetCapabilities): HandsetWish {
  const model = modelOf(capabilities);
  const gateway = textOf(capabilities, 'todoku:gateway');
  const mail = textOf(capabilities, 'todoku:mailApp');
  const store = textOf(capabilities, 'todoku:store');
  const deviceKey = capabilities['todoku:deviceKey'] as JsonWebKey | undefined;
  return {
    model,
    version: versionOf(model, textOf(capabilities, 'platformVersion')),
    look: {
      isDark: capabilities['todoku:isDark'] === true,
      locale: localeOf(capabilities),
      timeZone: timeZoneOf(capabilities),
    },
    clock: clockOf(textOf(capabilities, 'todoku:clock')),
    clockSkewMs: Number(capabilities['todoku:clockSkew'] ?? 0),
    services: {
      appOrigin: urlOf('todoku:appOrigin', textOf(capabilities, 'todoku:appOrigin') ?? 'https://wallet.openbadge.test')
        .origin,
      ...(gateway === undefined ? {} : { gateway: urlOf('todoku:gateway', gateway).origin }),
      ...(mail === undefined ? {} : { mail: urlOf('todoku:mailApp', mail).href }),
      ...(store === undefined ? {} : { store: urlOf('todoku:store', store).href }),
    },
    packages: packagesOf(capabilities['todoku:packages']),
    opensLinksInMailApp: capabilities['todoku:opensLinksInMailApp'] === true,
    ...(deviceKey === undefined ? {} : { deviceKey }),
  };
}

function textOf(capabilities: HandsetCapabilities, name: string): string | undefined {
  const value = capabilities[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function refuse(problem: string): never {
  throw new errors.SessionNotCreatedError(problem);
}

/** By key or name, in any case of letters. */
function modelOf(capabilities: HandsetCapabilities): PhoneModel {
  const platform = String(capabilities.platformName).toLowerCase();
  const named = textOf(capabilities, 'deviceName') ?? usualModels[platform] ?? '';
  const wanted = named.toLowerCase();
  const found = models.find(({ key, name }) => key === wanted || name.toLowerCase() === wanted);
  if (found === undefined) {
    const names = models.map(({ name }) => name);
    const meant = nearest(named, [...names, ...models.map(({ key }) => key)], '');
    const hint = meant === '' ? '' : ` Did you mean '${meant}'?`;
    return refuse(`No handset is called '${named.slice(0, 80)}'.${hint} There are: ${names.join(', ')}.`);
  }
  if (found.platform.toLowerCase() !== platform) {
    refuse(`The handset '${found.name}' runs ${found.platform}, not ${String(capabilities.platformName)}.`);
  }
  return found;
}

function versionOf({ name, platform, versions }: PhoneModel, wanted: string | undefined): string {
  if (wanted === undefined) return versions.usual;
  const isVersion = /^\d{1,3}(\.\d{1,3}){0,3}$/.test(wanted);
  const isOfModel = isVersion && compareVersions(wanted, versions.first) >= 0 && isUpTo(wanted, versions.last);
  if (isOfModel) return wanted;
  return refuse(
    `The handset '${name}' runs ${platform} ${versions.first} to ${versions.last}, not '${wanted.slice(0, 40)}'.`,
  );
}

/** `15` and `15.8.9` are no later than `15.8`: the last version is told as far as people tell it. */
function isUpTo(version: string, last: string): boolean {
  const places = last.split('.').length;
  return compareVersions(version.split('.').slice(0, places).join('.'), last) <= 0;
}

/** Android tells language and region apart, iOS has both in the locale: `ja` and `JP`, or `ja_JP`. */
function localeOf(capabilities: HandsetCapabilities): string {
  const locale = textOf(capabilities, 'locale')?.replaceAll('_', '-');
  const language = textOf(capabilities, 'language')?.replaceAll('_', '-');
  const whole = locale?.includes('-')
    ? locale
    : [language ?? 'ja', locale].filter((part) => part !== undefined).join('-');
  const named = whole === 'ja' ? 'ja-JP' : whole;
  try {
    return Intl.getCanonicalLocales(named)[0] ?? named;
  } catch {
    return refuse(`'${named.slice(0, 40)}' is no language and locale.`);
  }
}

function timeZoneOf(capabilities: HandsetCapabilities): string {
  const zone = textOf(capabilities, 'timeZone') ?? textOf(capabilities, 'appTimeZone') ?? 'Asia/Tokyo';
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return refuse(`'${zone.slice(0, 40)}' is no time zone.`);
  }
}

/** Without one the handset shows the time of the machine that it runs on. */
function clockOf(told: string | undefined): WindowClock {
  if (told === undefined || told === 'machine') return { now: systemNow(), mode: 'running' };
  const now = parseInstant(told);
  if (now === undefined) return refuse(`'todoku:clock' is 'machine' or an instant such as 2026-04-01T09:00:00+09:00.`);
  return { now, mode: 'frozen' };
}

function urlOf(name: string, text: string): URL {
  return URL.parse(text) ?? refuse(`'${name}' must be a URL.`);
}

function packagesOf(given: unknown): readonly string[] {
  if (given === undefined) return [walletAppFolder];
  if (Array.isArray(given) && given.every((folder) => typeof folder === 'string')) return given;
  return refuse("'todoku:packages' is a list of folders.");
}
