import { errors } from 'appium/driver.js';
import { apiLevelOf } from '../apps/install-gate.ts';
import { screenSize } from '../commands/actions.ts';
import { elementCommands } from '../commands/element.ts';
import { keyboardCommands } from '../commands/keyboard.ts';
import { screenshotCommands } from '../commands/screenshot.ts';
import type { Phone } from '../phone/phone.ts';
import type { Session } from '../session.ts';
import { performEditorAction, pressKey } from './android-keys.ts';
import { ask, idle, type Run } from './combine.ts';
import { connectivity, setConnectivity } from './connectivity.ts';
import { deleteFile, pullFile, pushFile } from './device-files.ts';
import { deviceTime } from './device-time.ts';
import { boxOf } from './gestures.ts';
import { choiceIn, type Given, numberIn, optionalNumber, optionalText, textIn } from './given.ts';
import { lockFor } from './lock.ts';

/** In pixels of the panel, as UiAutomator2 counts. */
function panel(session: Session): { readonly width: number; readonly height: number; readonly statusBar: number } {
  const { scale } = session.phone.model.screen;
  const { width, height } = screenSize(session);
  const statusBar = Math.round(session.phone.model.insets.top * scale);
  return { width: Math.round(width * scale), height: Math.round(height * scale), statusBar };
}

async function systemBars(session: Session): Promise<unknown> {
  const { width, height, statusBar } = panel(session);
  const navigation = Math.round(session.phone.model.insets.bottom * session.phone.model.screen.scale);
  return {
    statusBar: { visible: true, x: 0, y: 0, width, height: statusBar },
    navigationBar: { visible: true, x: 0, y: height - navigation, width, height: navigation },
  };
}

async function viewport(session: Session): Promise<unknown> {
  const { width, height, statusBar } = panel(session);
  return { left: 0, top: statusBar, width, height: height - statusBar };
}

async function elementOnScreen(session: Session, given: Given): Promise<unknown> {
  if (!session.isWeb) {
    throw new errors.InvalidContextError(
      'The current context must be a web view in order to translate an element rect into native screen coordinates',
    );
  }
  const { x, y, width, height } = await boxOf(session, textIn(given, 'elementId'));
  const { scale } = session.phone.model.screen;
  const [left, top, wide, high] = [x, y, width, height].map((value) => Math.round(value * scale));
  return { x: left, y: top, width: wide, height: high };
}

/** io.appium.uiautomator2.handler.GetDeviceInfo */
async function deviceInfo(session: Session): Promise<unknown> {
  const { phone } = session;
  const { width, height } = panel(session);
  return {
    androidId: phone.udid,
    apiVersion: String(apiLevelOf(phone.version)),
    platformVersion: phone.version,
    brand: phone.model.name.split(' ')[0]?.toLowerCase(),
    manufacturer: phone.model.name.split(' ')[0],
    model: phone.model.name,
    carrierName: 'docomo',
    displayDensity: Math.round(phone.model.screen.scale * 160),
    realDisplaySize: `${width}x${height}`,
    locale: phone.look.locale.replace('-', '_'),
    timeZone: phone.look.timeZone,
    networks: [{ type: 1, typeName: 'WIFI', state: phone.network === 'off' ? 'DISCONNECTED' : 'CONNECTED' }],
    bluetooth: { state: 'OFF' },
  };
}

/** https://developer.android.com/reference/android/os/BatteryManager: 3 is discharging, 5 is full. */
async function batteryInfo({ phone }: Session): Promise<unknown> {
  return { level: phone.battery / 100, state: phone.battery === 100 ? 5 : 3 };
}

/** io.appium.settings NotificationListener */
async function notifications({ phone }: Session): Promise<unknown> {
  return {
    statusBarNotifications: phone.notifications.map(({ id, app, title, text, at }) => ({
      isGroup: false,
      packageName: phone.app(app)?.appPackage ?? app,
      isClearable: true,
      isOngoing: false,
      id: Number(id.slice(1)),
      tag: null,
      notification: { title, bigTitle: null, text, bigText: null, tickerText: null, subText: null },
      userHandle: 0,
      groupKey: null,
      overrideGroupKey: null,
      postTime: at,
    })),
  };
}

async function answerAlert(phone: Phone, given: Given, isAccept: boolean): Promise<void> {
  if (phone.alert() === undefined) throw new errors.NoAlertOpenError();
  await phone.answerAlert(optionalText(given, 'buttonLabel'), isAccept);
}

async function statusBar({ phone }: Session, given: Given): Promise<string> {
  const commands = [
    'expandNotifications',
    'expandSettings',
    'collapse',
    'addTile',
    'removeTile',
    'clickTile',
    'getStatusIcons',
  ];
  const command = textIn(given, 'command');
  if (!commands.includes(command)) {
    throw new errors.InvalidArgumentError(
      `The '${command}' status bar command is unknown. Only the following commands are supported: ${commands}`,
    );
  }
  if (command === 'expandNotifications') await phone.openNotifications();
  if (command === 'collapse') await phone.closePanel();
  return '';
}

async function location({ phone }: Session): Promise<unknown> {
  const { location: found } = phone.memory;
  if (found !== undefined) return found;
  throw new Error('Cannot retrieve the current geolocation. Has it been set, and is the location service on?');
}

export const androidSystem = {
  'mobile: acceptAlert': ({ phone }, given) => answerAlert(phone, given, true),
  'mobile: dismissAlert': ({ phone }, given) => answerAlert(phone, given, false),
  'mobile: batteryInfo': batteryInfo,
  'mobile: changePermissions': idle,
  'mobile: getPermissions': async () => [],
  'mobile: deleteFile': async ({ phone }, given) => deleteFile(phone, given),
  'mobile: pullFile': async ({ phone }, given) => pullFile(phone, given),
  'mobile: pushFile': async ({ phone }, given) => pushFile(phone, given),
  'mobile: deviceInfo': deviceInfo,
  'mobile: getAppStrings': async () => ({}),
  'mobile: getClipboard': async ({ phone }) => phone.memory.clipboard,
  'mobile: setClipboard': async ({ phone }, given) => {
    phone.memory.clipboard = textIn(given, 'content');
  },
  'mobile: getConnectivity': async ({ phone }, given) => connectivity(phone, given),
  'mobile: setConnectivity': ({ phone }, given) => setConnectivity(phone, given),
  'mobile: getDeclaredOrientation': async () => 'SCREEN_ORIENTATION_UNSPECIFIED',
  'mobile: getDeviceTime': async ({ phone }, given) => deviceTime(phone, optionalText(given, 'format')),
  'mobile: getDisplayDensity': async ({ phone }) => Math.round(phone.model.screen.scale * 160),
  'mobile: getGeolocation': location,
  'mobile: setGeolocation': async ({ phone }, given) => {
    const [latitude, longitude] = [numberIn(given, 'latitude'), numberIn(given, 'longitude')];
    phone.memory.location = { latitude, longitude, altitude: optionalNumber(given, 'altitude') ?? 0 };
  },
  'mobile: resetGeolocation': async ({ phone }) => {
    phone.memory.location = undefined;
  },
  'mobile: isGpsEnabled': async ({ phone }) => phone.memory.isGpsOn,
  'mobile: toggleGps': async ({ phone }) => {
    phone.memory.isGpsOn = !phone.memory.isGpsOn;
  },
  'mobile: refreshGpsCache': idle,
  'mobile: getNotifications': notifications,
  'mobile: openNotifications': ({ phone }) => phone.openNotifications(),
  'mobile: statusBar': statusBar,
  'mobile: getSystemBars': systemBars,
  'mobile: getUiMode': async ({ phone }, given) => {
    return choiceIn(given, 'mode', ['night', 'car']) === 'night' && phone.look.isDark ? 'yes' : 'no';
  },
  'mobile: setUiMode': async ({ phone }, given) => {
    if (choiceIn(given, 'mode', ['night', 'car']) === 'car') return;
    await phone.setLook({ isDark: textIn(given, 'value').toLowerCase() === 'yes' });
  },
  'mobile: hideKeyboard': (session) => ask(keyboardCommands.hideKeyboard, session),
  'mobile: isKeyboardShown': (session) => ask(keyboardCommands.isKeyboardShown, session),
  'mobile: isLocked': async ({ phone }) => phone.isLocked,
  'mobile: lock': ({ phone }, given) => lockFor(phone, given),
  'mobile: unlock': ({ phone }) => phone.setLocked(false),
  'mobile: listDisplays': async (session) => [{ id: 0, isDefault: true, name: 'Built-in Screen', ...panel(session) }],
  'mobile: listWindows': async ({ phone }) => [
    { id: 1, title: phone.frontApp().name.en, packageName: phone.frontApp().appPackage, isFocused: true },
  ],
  'mobile: performEditorAction': performEditorAction,
  'mobile: pressKey': pressKey,
  'mobile: replaceElementValue': (session, given) =>
    ask(elementCommands.replaceValue, session, textIn(given, 'text'), textIn(given, 'elementId')),
  'mobile: resetAccessibilityCache': idle,
  'mobile: screenshots': async ({ phone }) => ({
    0: { id: '0', name: 'Built-in Screen', isDefault: true, payload: (await phone.screenshot()).toString('base64') },
  }),
  'mobile: type': async ({ phone }, given) => {
    await phone.front().type(String(given.text));
    return true;
  },
  'mobile: viewportElementRect': elementOnScreen,
  'mobile: viewportRect': viewport,
  'mobile: viewportScreenshot': (session) => ask(screenshotCommands.getScreenshot, session),
} as const satisfies Readonly<Record<string, Run>>;
