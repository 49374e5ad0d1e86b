import { errors } from 'appium/driver.js';
import { readPackage } from './apps/read-package.ts';
import type { HandsetCapabilities } from './capabilities.ts';
import { answerByItself } from './commands/alert.ts';
import { setContext } from './commands/context.ts';
import { setOrientation } from './commands/orientation.ts';
import { readWish } from './handset-wish.ts';
import type { Phone } from './phone/phone.ts';
import type { PhoneOptions } from './phone/phone-options.ts';
import type { Rack, Tenant } from './rack.ts';
import { Session } from './session.ts';

/** The driver, as far as its session needs it. */
export interface Host extends Tenant {
  readonly rack: Rack;
  readonly implicitWaitMs: number;
  makePhone(options: Omit<PhoneOptions, 'ports'>): Promise<Phone>;
}

/**
 * Takes a handset and brings it to where the capabilities want it. Throws `session not created`, and Error with the text of
 * the real driver when the app does not go onto it; then nothing is held any more.
 */
export async function startSession(host: Host, capabilities: HandsetCapabilities): Promise<Session> {
  const wish = readWish(capabilities);
  const named = capabilities.udid;
  const udid = typeof named === 'string' && named !== '' ? named : host.rack.freeUdid(wish.model.key);
  host.rack.claim(udid, host);
  try {
    const phone = (await keptPhone(host.rack, udid, capabilities, wish)) ?? (await host.makePhone({ ...wish, udid }));
    try {
      const session = new Session(phone, capabilities, () => host.implicitWaitMs);
      await bringForward(session);
      return session;
    } catch (failure) {
      await phone[Symbol.asyncDispose]();
      throw failure;
    }
  } catch (failure) {
    host.rack.release(udid, host);
    throw failure;
  }
}

/** With noReset a handset stays as it is for the next session that names it; otherwise it goes back to the shelf, empty. */
export async function endSession(host: Host, { phone, capabilities }: Session): Promise<void> {
  try {
    if (capabilities.noReset === true && typeof capabilities.udid === 'string') await host.rack.keep(phone);
    else await phone[Symbol.asyncDispose]();
  } finally {
    host.rack.release(phone.udid, host);
  }
}

/** The same handset of an earlier session. Another model or version under its udid is another handset. */
async function keptPhone(
  rack: Rack,
  udid: string,
  capabilities: HandsetCapabilities,
  wish: ReturnType<typeof readWish>,
): Promise<Phone | undefined> {
  const kept = rack.takeKept(udid);
  if (kept === undefined) return undefined;
  const isSame = kept.model.key === wish.model.key && kept.version === wish.version;
  if (isSame && capabilities.noReset === true) return kept;
  await kept[Symbol.asyncDispose]();
  return undefined;
}

/** What the real drivers do at the start: the app is installed and opened, the context chosen. */
async function bringForward(session: Session): Promise<void> {
  const { phone, capabilities } = session;
  if (typeof capabilities.orientation === 'string') await setOrientation(session, capabilities.orientation);
  const { app, otherApps } = capabilities;
  for (const folder of foldersIn(otherApps)) await phone.install(folder);
  if (typeof app === 'string' && app !== '') await phone.install(app);
  const opened = appToOpen(phone, capabilities);
  if (opened !== undefined && capabilities.autoLaunch !== false) await phone.activate(opened);
  await answerByItself(session);
  // A session of a browser begins in its page, with both drivers.
  if (capabilities.autoWebview === true || browserOf(capabilities) !== undefined) await setContext(session, 'WEBVIEW');
}

/** A list, or one folder; real drivers also take the list as JSON text. */
function foldersIn(given: unknown): readonly string[] {
  if (typeof given === 'string') return given.startsWith('[') ? foldersIn(JSON.parse(given)) : [given];
  return Array.isArray(given) ? given.filter((folder) => typeof folder === 'string') : [];
}

/** Throws as the real drivers do when the named app is not on the handset. */
function appToOpen(phone: Phone, capabilities: HandsetCapabilities): string | undefined {
  const isIos = phone.model.platform === 'iOS';
  const named = isIos ? capabilities.bundleId : capabilities.appPackage;
  if (typeof named === 'string' && named !== '') {
    if (phone.app(named) !== undefined) return named;
    throw new errors.UnknownError(
      isIos
        ? // appium-xcuitest-driver lib/driver
          `App with bundle identifier '${named}' unknown`
        : // appium-adb lib/tools/apk-utils
          `The application '${named}' is not installed on the device under test`,
    );
  }
  const { app } = capabilities;
  return browserOf(capabilities) ?? (typeof app === 'string' && app !== '' ? readPackage(app).app.id : undefined);
}

function browserOf({ browserName }: HandsetCapabilities): 'browser' | undefined {
  return /^(safari|chrome)$/i.test(String(browserName ?? '')) ? 'browser' : undefined;
}
