import type { PhoneModel } from '../../handset/index.ts';
import type { PackageInFolder } from './read-package.ts';

/** https://developer.android.com/tools/releases/platforms */
const apiLevels: readonly (readonly [version: string, level: number])[] = [
  ['4.4', 19],
  ['5.0', 21],
  ['5.1', 22],
  ['6.0', 23],
  ['7.0', 24],
  ['7.1', 25],
  ['8.0', 26],
  ['8.1', 27],
  ['9', 28],
  ['10', 29],
  ['11', 30],
  ['12', 31],
  ['13', 33],
  ['14', 34],
  ['15', 35],
  ['16', 36],
];

/** The API level of an Android version; that of the last one before it when it is not listed. */
export function apiLevelOf(version: string): number {
  const known = apiLevels.filter(([since]) => compareVersions(since, version) <= 0);
  return known.at(-1)?.[1] ?? 1;
}

/** Negative when the first is older: `9` < `10`, `7.1` < `7.1.2`. */
export function compareVersions(first: string, second: string): number {
  const [one, other] = [first, second].map((version) => version.split('.').map(Number)) as [number[], number[]];
  for (let place = 0; place < Math.max(one.length, other.length); place += 1) {
    const difference = (one[place] ?? 0) - (other[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * Lets an app onto a handset. Throws Error with what the real drivers pass on: adb’s and installd’s refusals of a system
 * that is too old, and installd’s of another kind of device.
 */
export function requireInstallable({ app, folder }: PackageInFolder, model: PhoneModel, version: string): void {
  if (model.platform === 'Android') {
    if (compareVersions(version, app.minimum.Android) >= 0) return;
    throw new Error(tooOldForAndroid(folder, apiLevelOf(app.minimum.Android), apiLevelOf(version)));
  }
  if (model.platform === 'iOS') {
    if (compareVersions(version, app.minimum.iOS) < 0) {
      throw refusedByInstalld(
        app.bundleId,
        'DeviceOSVersionTooLow',
        `The system version is lower than the minimum OS version specified for bundle at ${folder}. Have ${version}; need ${app.minimum.iOS}`,
      );
    }
    if (!(app.forms as readonly string[]).includes(model.form)) {
      throw refusedByInstalld(
        app.bundleId,
        'DeviceFamilyNotSupported',
        `The UIDeviceFamily of bundle at ${folder} does not include this device`,
      );
    }
    return;
  }
  throw new Error(`The application at '${folder}' is for phones: ${model.platform} does not install it`);
}

function tooOldForAndroid(apk: string, wanted: number, current: number): string {
  // https://cs.android.com/android/platform/superproject/+/main:frameworks/base/core/java/android/content/pm/PackageParser.java
  return (
    `adb: failed to install ${apk}: Failure [INSTALL_FAILED_OLDER_SDK: Failed parse during installPackageLI: ` +
    `/data/app/vmdl1494519651.tmp/base.apk (at Binary XML file line #7): ` +
    `Requires newer sdk version #${wanted} (current version is #${current})]`
  );
}

function refusedByInstalld(bundleId: string, error: string, description: string): Error {
  const answer = JSON.stringify({ Error: error, ErrorDescription: description });
  return new Error(`Cannot install the ${bundleId} application. Original error: Unexpected data: ${answer}`);
}
