import { errors } from 'appium/driver.js';
import type { Session } from '../session.ts';
import type { Command, Commands } from './command.ts';
import { runNamed } from './execute.ts';

type Arguments = Readonly<Record<string, unknown>>;

/** Routes from before `mobile:` commands: they do the same. `undefined` members are left out. */
function as(name: string, toArguments: (session: Session, ...given: readonly unknown[]) => Arguments = () => ({})) {
  return (session: Session, ...given: readonly unknown[]): Promise<unknown> => {
    const members = Object.entries(toArguments(session, ...given)).filter(([, value]) => value !== undefined);
    return runNamed(session, name, Object.fromEntries(members));
  };
}

/** UiAutomator2 says `appId`, XCUITest `bundleId`. */
function appOf(session: Session, id: unknown): Arguments {
  return session.dialect === 'ios' ? { bundleId: id } : { appId: id };
}

/** On iOS none of these routes exists; there is no such command then. */
function androidOnly(command: Command): Command {
  return async (session, ...given) => {
    if (session.dialect !== 'android') throw new errors.NotYetImplementedError();
    return command(session, ...given);
  };
}

async function setGeoLocation(session: Session, given: unknown): Promise<unknown> {
  if (typeof given !== 'object' || given === null)
    throw new errors.InvalidArgumentError("'location' must be an object");
  const name = session.dialect === 'ios' ? 'mobile: setSimulatedLocation' : 'mobile: setGeolocation';
  return runNamed(session, name, given as Arguments);
}

async function getGeoLocation(session: Session): Promise<unknown> {
  return runNamed(session, session.dialect === 'ios' ? 'mobile: getSimulatedLocation' : 'mobile: getGeolocation', {});
}

/** 1 flight mode, 2 Wi-Fi, 4 data. https://github.com/appium/appium-android-driver lib/commands/network */
async function getNetworkConnection({ phone }: Session): Promise<number> {
  return phone.network === 'off' ? 1 : 6;
}

async function setNetworkConnection(session: Session, type: unknown): Promise<number> {
  const mask = Number(type);
  await session.phone.setNetwork((mask & 6) !== 0 ? 'on' : 'off');
  return mask;
}

/** The other way round from how it is now. */
async function toggleNetwork({ phone }: Session): Promise<void> {
  await phone.setNetwork(phone.network === 'off' ? 'on' : 'off');
}

async function getLogTypes(): Promise<string[]> {
  return [];
}

async function getLog(_session: Session, type: unknown): Promise<never> {
  throw new errors.InvalidArgumentError(`Unsupported log type '${String(type).slice(0, 80)}'. Supported types: {}`);
}

export const legacyCommands: Commands = {
  getGeoLocation,
  setGeoLocation,
  getNetworkConnection: androidOnly(getNetworkConnection),
  setNetworkConnection: androidOnly(setNetworkConnection as Command),
  toggleFlightMode: androidOnly(toggleNetwork),
  toggleData: androidOnly(toggleNetwork),
  toggleWiFi: androidOnly(toggleNetwork),
  getLogTypes,
  getLog,
  background: as('mobile: backgroundApp', (_session, seconds) => ({ seconds })),
  queryAppState: as('mobile: queryAppState', appOf),
  activateApp: as('mobile: activateApp', appOf),
  terminateApp: as('mobile: terminateApp', appOf),
  removeApp: as('mobile: removeApp', appOf),
  isAppInstalled: as('mobile: isAppInstalled', appOf),
  installApp: as('mobile: installApp', ({ dialect }, path) => (dialect === 'ios' ? { app: path } : { appPath: path })),
  getDeviceTime: as('mobile: getDeviceTime', (_session, format) => ({ format })),
  lock: as('mobile: lock', (_session, seconds) => ({ seconds })),
  unlock: as('mobile: unlock'),
  isLocked: as('mobile: isLocked'),
  mobileShake: as('mobile: shake'),
  getClipboard: as('mobile: getClipboard', (_session, contentType) => ({ contentType })),
  setClipboard: as('mobile: setClipboard', (_session, content, contentType) => ({ content, contentType })),
  pressKeyCode: as('mobile: pressKey', (_session, keycode, metastate, flags) => ({ keycode, metastate, flags })),
  longPressKeyCode: as('mobile: pressKey', (_session, keycode, metastate, flags) => ({
    keycode,
    metastate,
    flags,
    isLongPress: true,
  })),
  keyevent: as('mobile: pressKey', (_session, keycode) => ({ keycode })),
  fingerprint: as('mobile: fingerprint', (_session, fingerprintId) => ({ fingerprintId })),
  powerCapacity: as('mobile: powerCapacity', (_session, percent) => ({ percent })),
  powerAC: as('mobile: powerAC', (_session, state) => ({ state })),
  networkSpeed: as('mobile: networkSpeed', (_session, speed) => ({ speed })),
  getCurrentActivity: as('mobile: getCurrentActivity'),
  getCurrentPackage: as('mobile: getCurrentPackage'),
  getDisplayDensity: as('mobile: getDisplayDensity'),
  getSystemBars: as('mobile: getSystemBars'),
  openNotifications: as('mobile: openNotifications'),
  pushFile: as('mobile: pushFile', (_session, remotePath, payload) => ({ remotePath, payload })),
  pullFile: as('mobile: pullFile', (_session, remotePath) => ({ remotePath })),
  pullFolder: as('mobile: pullFolder', (_session, remotePath) => ({ remotePath })),
  touchId: as('mobile: sendBiometricMatch', (_session, match) => ({ match })),
  toggleEnrollTouchId: as('mobile: enrollBiometric', (_session, isEnabled) => ({ isEnabled })),
};
