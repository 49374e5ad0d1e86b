import type { ExecuteMethod, ExecuteMethods } from '../commands/execute-method.ts';
import { androidMethods } from './android-methods.ts';

/**
 * No Appium driver serves Windows and ChromeOS under these names. What a page object needs on the way to a page of the
 * browser is called as on Android, so that it has no branch for a PC; everything else is unknown there.
 */
const names = [
  'mobile: acceptAlert',
  'mobile: activateApp',
  'mobile: backgroundApp',
  'mobile: batteryInfo',
  'mobile: clickGesture',
  'mobile: deepLink',
  'mobile: dismissAlert',
  'mobile: getClipboard',
  'mobile: getConnectivity',
  'mobile: getContexts',
  'mobile: getCurrentActivity',
  'mobile: getCurrentPackage',
  'mobile: getDeviceTime',
  'mobile: installApp',
  'mobile: isAppInstalled',
  'mobile: isLocked',
  'mobile: listApps',
  'mobile: lock',
  'mobile: pressKey',
  'mobile: queryAppState',
  'mobile: removeApp',
  'mobile: scrollGesture',
  'mobile: setClipboard',
  'mobile: setConnectivity',
  'mobile: terminateApp',
  'mobile: unlock',
];

export const desktopMethods: ExecuteMethods = Object.fromEntries(
  Object.entries(androidMethods).filter((entry): entry is [string, ExecuteMethod] => names.includes(entry[0])),
);
