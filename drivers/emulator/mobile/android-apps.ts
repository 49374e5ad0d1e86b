import { errors } from 'appium/driver.js';
import { pause } from '../machine-time.ts';
import type { Session } from '../session.ts';
import type { Run } from './combine.ts';
import { type Given, numberIn, optionalText, textIn } from './given.ts';

/** By package. Throws the error that adb gives for a name that it does not know. */
async function activate({ phone }: Session, appId: string): Promise<void> {
  if (phone.app(appId) === undefined) {
    // appium-adb resolveLaunchableActivity
    throw new Error(`Unable to resolve the launchable activity of '${appId}'. Is it installed on the device?`);
  }
  await phone.activate(appId);
}

async function install({ phone }: Session, path: string): Promise<void> {
  await phone.install(path);
}

async function startActivity(session: Session, given: Given): Promise<string> {
  const uri = optionalText(given, 'uri');
  const component = optionalText(given, 'component') ?? optionalText(given, 'intent');
  const appId = component?.split('/')[0] ?? optionalText(given, 'package');
  if (uri !== undefined) {
    await session.phone.openUrl(uri);
    return `Starting: Intent { act=android.intent.action.VIEW dat=${uri} }`;
  }
  if (appId === undefined || session.phone.app(appId) === undefined) {
    throw new Error(`Error type 3\nError: Activity class {${component ?? ''}} does not exist.`);
  }
  if (given.stop === true) await session.phone.terminate(appId);
  await session.phone.activate(appId);
  return `Starting: Intent { cmp=${component ?? appId} }`;
}

async function background({ phone }: Session, given: Given): Promise<true> {
  const seconds = given.seconds === undefined || given.seconds === null ? -1 : numberIn(given, 'seconds');
  const front = phone.frontApp();
  await phone.goHome();
  if (seconds < 0) return true;
  await pause(seconds * 1_000);
  await phone.activate(front.id);
  return true;
}

async function deepLink({ phone }: Session, given: Given): Promise<void> {
  const url = textIn(given, 'url');
  const target = optionalText(given, 'package');
  if (url === '') throw new Error('URI argument is required');
  const app = target === undefined ? undefined : phone.app(target);
  const isKnown = target === undefined || app !== undefined;
  if (!isKnown) throw unresolved(url);
  if (app?.id === 'browser') return phone.openAddress(url);
  try {
    await phone.openUrl(url);
  } catch {
    throw unresolved(url);
  }
}

function unresolved(url: string): Error {
  return new Error(
    'Error attempting to start URI. Original error: Error: Activity not started, unable to resolve Intent ' +
      `{ act=android.intent.action.VIEW dat=${url} flg=0x10000000 }`,
  );
}

/** As `mobile: getContexts` of both Android drivers tells the web views; WebdriverIO reads exactly this. */
async function contexts({ phone }: Session): Promise<unknown> {
  return phone.webViews().map(({ app, window }, place) => {
    const { width, height } = phone.model.screen;
    const isVisible = phone.frontApp().id === app.id;
    return {
      proc: `@webview_devtools_remote_${place + 1}`,
      webview: `WEBVIEW_${app.appPackage}`,
      webviewName: `WEBVIEW_${app.appPackage}`,
      info: { 'Android-Package': app.appPackage, Browser: 'Chrome/140.0.0.0', 'Protocol-Version': '1.3' },
      pages: [
        {
          id: `WEBVIEW_${app.appPackage}`,
          type: 'page',
          title: window.title,
          url: window.url,
          description: JSON.stringify({
            attached: true,
            empty: false,
            height,
            never_attached: false,
            screenX: 0,
            screenY: 0,
            visible: isVisible,
            width,
          }),
        },
      ],
    };
  });
}

export const androidApps = {
  'mobile: activateApp': (session, given) => activate(session, textIn(given, 'appId')),
  'mobile: backgroundApp': background,
  'mobile: clearApp': async ({ phone }, given) => {
    const appId = textIn(given, 'appId');
    // `pm clear` says `Failed`: appium-adb clear.
    if (phone.app(appId) === undefined) throw new Error(`Cannot clear '${appId}'. Original error: Failed`);
    await phone.clear(appId);
  },
  'mobile: deepLink': deepLink,
  'mobile: getContexts': contexts,
  'mobile: getCurrentActivity': async ({ phone }) => phone.frontApp().appActivity,
  'mobile: getCurrentPackage': async ({ phone }) => phone.frontApp().appPackage,
  'mobile: installApp': (session, given) => install(session, textIn(given, 'appPath')),
  'mobile: installMultipleApks': async (session, { apks }) => {
    if (!Array.isArray(apks) || apks.length === 0) {
      throw new errors.InvalidArgumentError('No apks are given to install');
    }
    for (const apk of apks) await install(session, String(apk));
  },
  'mobile: isAppInstalled': async ({ phone }, given) => phone.app(textIn(given, 'appId')) !== undefined,
  'mobile: listApps': async ({ phone }) =>
    Object.fromEntries(phone.apps.map(({ appPackage }) => [appPackage, { packageName: appPackage, versionCode: 1 }])),
  'mobile: queryAppState': async ({ phone }, given) => phone.stateOf(textIn(given, 'appId')),
  'mobile: removeApp': ({ phone }, given) => phone.remove(textIn(given, 'appId')),
  'mobile: startActivity': startActivity,
  'mobile: terminateApp': ({ phone }, given) => phone.terminate(textIn(given, 'appId')),
} as const satisfies Readonly<Record<string, Run>>;
