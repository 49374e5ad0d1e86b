import { errors } from 'appium/driver.js';
import { screenSize } from '../commands/actions.ts';
import { keyboardCommands } from '../commands/keyboard.ts';
import { screenshotCommands } from '../commands/screenshot.ts';
import { sourceCommands } from '../commands/source.ts';
import type { Phone } from '../phone/phone.ts';
import type { Session } from '../session.ts';
import { ask, idle, type Run } from './combine.ts';
import { conditionInducers, disableInducer, enableInducer } from './condition-inducers.ts';
import { deleteFile, deleteFolder, pullFile, pushFile } from './device-files.ts';
import { deviceTime } from './device-time.ts';
import { type Given, numberIn, optionalFlag, optionalText, textIn } from './given.ts';
import { lockFor } from './lock.ts';

/** appium-xcuitest-driver lib/commands/alert mobileHandleAlert */
async function handleAlert({ phone }: Session, given: Given): Promise<readonly string[] | undefined> {
  const action = textIn(given, 'action');
  if (!['accept', 'dismiss', 'getButtons'].includes(action)) {
    throw new Error(
      `The 'action' value should be either 'accept', 'dismiss' or 'getButtons'. '${action}' is provided instead.`,
    );
  }
  const alert = phone.alert();
  if (alert === undefined) throw new errors.NoAlertOpenError();
  if (action === 'getButtons') return alert.buttons;
  await phone.answerAlert(optionalText(given, 'buttonLabel'), action === 'accept');
  return undefined;
}

/** WebDriverAgent FBCustomCommands: 1 is unplugged, 3 is full. */
async function batteryInfo({ phone }: Session): Promise<unknown> {
  return { level: phone.battery / 100, state: phone.battery === 100 ? 3 : 1, advanced: {} };
}

async function deviceInfo({ phone }: Session): Promise<unknown> {
  const { model, look, udid } = phone;
  return {
    currentLocale: look.locale.replace('-', '_'),
    timeZone: look.timeZone,
    name: model.name,
    model: model.form === 'tablet' ? 'iPad' : 'iPhone',
    uuid: udid,
    // UIUserInterfaceIdiom
    userInterfaceIdiom: model.form === 'tablet' ? '1' : '0',
    userInterfaceStyle: look.isDark ? 'dark' : 'light',
    isSimulator: true,
    thermalState: '0',
  };
}

async function screenInfo(session: Session): Promise<unknown> {
  const { scale } = session.phone.model.screen;
  const { width, height } = screenSize(session);
  return {
    statusBarSize: { width, height: session.phone.model.insets.top },
    screenSize: { width, height },
    scale,
  };
}

async function viewport(session: Session): Promise<unknown> {
  const { scale } = session.phone.model.screen;
  const { width, height } = screenSize(session);
  const top = Math.trunc(session.phone.model.insets.top * scale);
  return { left: 0, top, width: Math.trunc(width * scale), height: Math.trunc(height * scale) - top };
}

async function pressButton({ phone }: Session, given: Given): Promise<void> {
  const name = textIn(given, 'name');
  const names = ['home', 'volumeup', 'volumedown', 'action', 'camera'];
  if (!names.includes(name.toLowerCase())) {
    // WebDriverAgent XCUIDevice+FBHelpers
    throw new Error(
      `The button '${name}' is unknown. Only the following button names are supported: ${names.join(', ')}`,
    );
  }
  if (name.toLowerCase() === 'home') await phone.goHome();
}

async function setAppearance({ phone }: Session, given: Given): Promise<void> {
  const style = textIn(given, 'style').toLowerCase();
  if (style !== 'light' && style !== 'dark') {
    throw new Error(`The 'style' value is expected to equal either 'light' or 'dark'`);
  }
  await phone.setLook({ isDark: style === 'dark' });
}

/** appium-xcuitest-driver lib/commands/notifications mobilePushNotification */
async function push({ phone }: Session, given: Given): Promise<void> {
  const { payload } = given;
  const app = phone.app(textIn(given, 'bundleId'));
  if (typeof payload !== 'object' || payload === null) {
    throw new errors.InvalidArgumentError(
      `The 'payload' argument value must be a valid dictionary. Got ${JSON.stringify(payload)} instead`,
    );
  }
  const { aps, url } = payload as { readonly aps?: unknown; readonly url?: unknown };
  if (typeof aps !== 'object' || aps === null) {
    throw new errors.InvalidArgumentError(
      `The 'payload.aps' value must be a valid dictionary. Got ${JSON.stringify(aps)} instead`,
    );
  }
  if (app === undefined) throw new Error(`Application '${String(given.bundleId)}' is not installed`);
  const { alert } = aps as { readonly alert?: unknown };
  const { title, body } = typeof alert === 'object' && alert !== null ? (alert as Given) : { title: '', body: alert };
  await phone.notify({
    app: app.id,
    title: String(title ?? ''),
    text: String(body ?? ''),
    ...(typeof url === 'string' && { url }),
  });
}

/** appium-ios-simulator: language and locale of the system. */
async function localise({ phone }: Session, given: Given): Promise<true> {
  const named = [given.locale, given.language].find((part) => typeof part === 'object' && part !== null);
  const { name } = (named ?? {}) as { readonly name?: unknown };
  if (typeof name === 'string') await phone.setLook({ locale: name.replace('_', '-') });
  return true;
}

function location({ memory }: Phone): { readonly latitude: number | null; readonly longitude: number | null } {
  const { latitude = null, longitude = null } = memory.location ?? {};
  return { latitude, longitude };
}

const forgetLocation: Run = async ({ phone }) => {
  phone.memory.location = undefined;
};

export const iosSystem = {
  'mobile: alert': handleAlert,
  'mobile: batteryInfo': batteryInfo,
  'mobile: configureLocalization': localise,
  'mobile: contentSize': async ({ phone }) => phone.memory.contentSize,
  'mobile: setContentSize': async ({ phone }, given) => {
    phone.memory.contentSize = textIn(given, 'size');
  },
  'mobile: getIncreaseContrast': async ({ phone }) => phone.memory.increaseContrast,
  'mobile: setIncreaseContrast': async ({ phone }, given) => {
    phone.memory.increaseContrast = textIn(given, 'increaseContrast');
  },
  'mobile: deleteFile': async ({ phone }, given) => void deleteFile(phone, given),
  'mobile: deleteFolder': async ({ phone }, given) => deleteFolder(phone, given),
  'mobile: pullFile': async ({ phone }, given) => pullFile(phone, given),
  'mobile: pushFile': async ({ phone }, given) => pushFile(phone, given),
  'mobile: deviceInfo': deviceInfo,
  'mobile: deviceScreenInfo': screenInfo,
  'mobile: disableConditionInducer': ({ phone }) => disableInducer(phone),
  'mobile: enableConditionInducer': ({ phone }, given) =>
    enableInducer(phone, textIn(given, 'conditionID'), textIn(given, 'profileID')),
  'mobile: listConditionInducers': async ({ phone }) => conditionInducers(phone),
  'mobile: enrollBiometric': async ({ phone }, given) =>
    phone.setBiometricEnrolled(optionalFlag(given, 'isEnabled') ?? true),
  'mobile: isBiometricEnrolled': async ({ phone }) => phone.isBiometricEnrolled,
  'mobile: sendBiometricMatch': ({ phone }, given) => phone.matchBiometric(optionalFlag(given, 'match') ?? true),
  'mobile: getAppStrings': async () => ({}),
  'mobile: getAppearance': async ({ phone }) => ({ style: phone.look.isDark ? 'dark' : 'light' }),
  'mobile: setAppearance': setAppearance,
  'mobile: getClipboard': async ({ phone }) => phone.memory.clipboard,
  'mobile: setClipboard': async ({ phone }, given) => {
    phone.memory.clipboard = textIn(given, 'content');
  },
  'mobile: getPasteboard': async ({ phone }) => Buffer.from(phone.memory.clipboard, 'base64').toString('utf8'),
  'mobile: setPasteboard': async ({ phone }, given) => {
    phone.memory.clipboard = Buffer.from(textIn(given, 'content')).toString('base64');
  },
  'mobile: getDeviceTime': async ({ phone }, given) => deviceTime(phone, optionalText(given, 'format')),
  'mobile: getSimulatedLocation': async ({ phone }) => location(phone),
  'mobile: setSimulatedLocation': async ({ phone }, given) => {
    const [latitude, longitude] = [numberIn(given, 'latitude'), numberIn(given, 'longitude')];
    phone.memory.location = { latitude, longitude, altitude: 0 };
  },
  'mobile: resetSimulatedLocation': forgetLocation,
  'mobile: resetLocationService': forgetLocation,
  'mobile: hideKeyboard': async (session) => void (await ask(keyboardCommands.hideKeyboard, session)),
  'mobile: isKeyboardShown': (session) => ask(keyboardCommands.isKeyboardShown, session),
  'mobile: keys': async ({ phone }, { keys }) => {
    if (!Array.isArray(keys)) throw new errors.InvalidArgumentError("'keys' must be a list");
    const texts = keys.map((key) => String(typeof key === 'object' && key !== null && 'key' in key ? key.key : key));
    await phone.front().type(texts.join(''));
  },
  'mobile: isLocked': async ({ phone }) => phone.isLocked,
  'mobile: lock': ({ phone }, given) => lockFor(phone, given),
  'mobile: unlock': ({ phone }) => phone.setLocked(false),
  'mobile: pressButton': pressButton,
  'mobile: pushNotification': push,
  'mobile: source': (session) => ask(sourceCommands.getPageSource, session),
  'mobile: viewportRect': viewport,
  'mobile: viewportScreenshot': (session) => ask(screenshotCommands.getScreenshot, session),
  'mobile: shake': idle,
} as const satisfies Readonly<Record<string, Run>>;
