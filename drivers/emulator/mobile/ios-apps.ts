import { errors } from 'appium/driver.js';
import { pause } from '../machine-time.ts';
import type { PhoneApp } from '../phone/phone.ts';
import { nativeContext, type Session } from '../session.ts';
import { type Run, realDeviceOnly } from './combine.ts';
import { type Given, optionalText, textIn } from './given.ts';

/** As the system refuses what it does not know (FBSOpenApplicationServiceErrorDomain). */
function requireApp({ phone }: Session, bundleId: string): PhoneApp {
  const app = phone.app(bundleId);
  if (app !== undefined) return app;
  throw new Error(
    `Failed to launch ${bundleId}: The operation couldn’t be completed. Application ${bundleId} is unknown to FrontBoard.`,
  );
}

async function open(session: Session, given: Given): Promise<void> {
  await session.phone.activate(requireApp(session, textIn(given, 'bundleId')).id);
}

/** appium-xcuitest-driver lib/commands/app-management background */
async function background({ phone }: Session, { seconds }: Given): Promise<void> {
  const told =
    typeof seconds === 'object' && seconds !== null && 'timeout' in seconds ? asSeconds(seconds.timeout) : seconds;
  if (told !== undefined && told !== null && typeof told !== 'number') {
    throw new errors.InvalidArgumentError(
      `Argument value is expected to be a valid number. ${JSON.stringify(seconds)} has been provided instead`,
    );
  }
  const front = phone.frontApp();
  await phone.goHome();
  if (told === undefined || told === null || told < 0) return;
  await pause(told * 1_000);
  await phone.activate(front.id);
}

function asSeconds(timeout: unknown): unknown {
  return typeof timeout === 'number' ? timeout / 1_000 : timeout;
}

async function deepLink({ phone }: Session, given: Given): Promise<void> {
  const [url, bundleId] = [textIn(given, 'url'), optionalText(given, 'bundleId')];
  const app = bundleId === undefined ? undefined : phone.app(bundleId);
  const isKnown = bundleId === undefined || app !== undefined;
  if (app?.id === 'browser') return phone.openAddress(url);
  try {
    if (!isKnown) throw new Error(`no app ${bundleId}`);
    await phone.openUrl(url);
  } catch (cause) {
    // kLSApplicationNotFoundErr
    throw new Error(`The operation couldn’t be completed. (OSStatus error -10814.)`, { cause });
  }
}

async function contexts(session: Session): Promise<unknown> {
  const views = session.phone.webViews();
  const shown = session.webViews().map(({ context, window }, place) => ({
    id: context,
    title: window.title,
    url: window.url,
    bundleId: views[place]?.app.bundleId,
  }));
  return [{ id: nativeContext }, ...shown];
}

async function activeApp({ phone }: Session): Promise<unknown> {
  const { bundleId, name } = phone.frontApp();
  const own = name[phone.look.locale.startsWith('ja') ? 'ja' : 'en'];
  return { pid: 1, bundleId, name: own, processArguments: { args: [], env: {} } };
}

export const iosApps = {
  'mobile: activateApp': open,
  'mobile: activeAppInfo': activeApp,
  'mobile: backgroundApp': background,
  'mobile: clearApp': async (session, given) => {
    await session.phone.clear(requireApp(session, textIn(given, 'bundleId')).id);
    return true;
  },
  'mobile: deepLink': deepLink,
  'mobile: getContexts': contexts,
  'mobile: installApp': ({ phone }, given) => phone.install(textIn(given, 'app')),
  'mobile: isAppInstalled': async ({ phone }, given) => phone.app(textIn(given, 'bundleId')) !== undefined,
  'mobile: killApp': realDeviceOnly('Killing app'),
  'mobile: launchApp': open,
  'mobile: listApps': realDeviceOnly('Listing apps'),
  'mobile: queryAppState': async ({ phone }, given) => phone.stateOf(textIn(given, 'bundleId')),
  'mobile: removeApp': ({ phone }, given) => phone.remove(textIn(given, 'bundleId')),
  'mobile: terminateApp': async (session, given) =>
    session.phone.terminate(requireApp(session, textIn(given, 'bundleId')).id),
} as const satisfies Readonly<Record<string, Run>>;
