import { ServiceError } from '#sim/errors';
import { formatInstant, type RunningWorld } from '#sim/kernel';
import {
  asJson,
  leavePage,
  noteOpening,
  readHandset,
  removeHandsetApp,
  type Shown,
  setHandsetAppSync,
  setHandsetClock,
  setHandsetNetwork,
  setHandsetStore,
  showScreen,
} from '../direct/index.ts';
import type {
  AppSync,
  BatteryState,
  Handset,
  LinkOpener,
  NetworkState,
  Screen,
  ScreenApp,
  StoreCircumstances,
} from '../handset/index.ts';
import type { BothOf } from './both-languages.ts';
import { readQrCode } from './camera.ts';
import type { HandsetSession } from './handset-session.ts';
import { appOf, placeOf } from './phone-apps.ts';
import { dialogAccept, type ReadScreen, screenOf } from './screen-reader.ts';
import { takeFromStore } from './store-page.ts';
import { closeApp, frontApp, goHome, isInstalled, openByIcon, removeApp } from './system-screen.ts';
import { readWholeScreen } from './whole-screen.ts';

/** The world that the handset stands in: its time, its services, and the rows and the log that what was seen goes to. */
export interface AppiumPorts {
  readonly world: RunningWorld;
  /** `hs_0001` */
  readonly handset: string;
  readonly bothOf: BothOf;
}

/** What the mail app beside it needs besides. */
export interface AppiumHandset extends Handset {
  /** The handset's clock is the world's, and its system: it is told whenever that has moved on. */
  tellTime(): Promise<void>;
  /** Opens a link by a tap that says whether it could; else as by a link of its own. */
  openLinkBy(url: string, opener: LinkOpener | undefined, tap: () => Promise<boolean>): Promise<Screen>;
}

/**
 * A handset behind a WebDriver session of our own driver: every act is a person's, what it shows is read off the screen.
 * The store's verdicts are noted by the store itself. Throws ServiceError `handset-unknown`.
 */
export function createAppiumHandset(session: HandsetSession, ports: AppiumPorts): AppiumHandset {
  return new EmulatedHandset(session, ports);
}

/** The accessibility id of the picture that a gate scans. */
const qrId = 'qr-code';

/** Where the wallet app keeps that it takes nothing over any more. */
const syncKey = 'lecos.sync';

class EmulatedHandset implements AppiumHandset {
  readonly id: string;
  readonly #session: HandsetSession;
  readonly #world: RunningWorld;
  readonly #bothOf: BothOf;
  #toldTime: number | undefined;
  #version: string;
  #isOff = false;
  #left: ScreenApp | undefined;
  /** The page that stands inside the mail app. */
  #mailPage: string | undefined;

  constructor(session: HandsetSession, { world, handset, bothOf }: AppiumPorts) {
    this.id = handset;
    this.#session = session;
    this.#world = world;
    this.#bothOf = bothOf;
    this.#version = readHandset(world, handset).device.version;
  }

  async tellTime(): Promise<void> {
    const { version } = readHandset(this.#world, this.id).device;
    if (version !== this.#version) {
      await this.#session.execute('handset: updateSystem', { version });
      this.#version = version;
    }
    const now = this.#world.clock.now();
    if (this.#toldTime === now) return;
    await this.#session.execute('handset: setClock', { now: formatInstant(now) });
    this.#toldTime = now;
  }

  async screen(): Promise<Screen> {
    return this.#screenOf(await this.#read());
  }

  async installApp(app: string): Promise<Screen> {
    if (this.#isOff) return this.screen();
    return this.#act(async () => void (await takeFromStore(this.#session, app, 'install')));
  }

  async removeApp(app: string): Promise<void> {
    if (!(await isInstalled(this.#session, appOf(app)))) return;
    await removeApp(this.#session, appOf(app));
    await goHome(this.#session);
    this.#left = undefined;
    await this.#world.perform(removeHandsetApp, { handset: this.id, app });
  }

  async updateApp(app: string): Promise<Screen> {
    if (this.#isOff) return this.screen();
    await this.#requireInstalled(app);
    const before = readHandset(this.#world, this.id).appSync;
    return this.#act(async () => {
      await takeFromStore(this.#session, app, 'update');
      // What a version does wrong ends with it: the store has noted the update.
      const { appSync } = readHandset(this.#world, this.id);
      if (appSync !== before) await this.#storeSync(appSync);
    });
  }

  async openApp(app: string): Promise<Screen> {
    if (this.#isOff) return this.screen();
    await this.#requireInstalled(app);
    await this.#world.perform(noteOpening, { handset: this.id, app, byLink: false });
    return this.#act(async () => {
      // Begun anew, whatever it was left at: it asks the service again.
      await closeApp(this.#session, appOf(app));
      await this.#openByIcon(app);
    });
  }

  openLink(url: string, opener?: LinkOpener): Promise<Screen> {
    return this.openLinkBy(url, opener, async () => false);
  }

  async openLinkBy(url: string, opener: LinkOpener = 'system', tap: () => Promise<boolean>): Promise<Screen> {
    if (this.#isOff) return this.screen();
    const isOurs = URL.parse(url)?.origin === this.#world.origins.wallet;
    const byApp = opener === 'system' && isOurs && (await isInstalled(this.#session, appOf('wallet')));
    const app = opener !== 'system' ? opener : byApp ? 'wallet' : 'browser';
    await this.#world.perform(noteOpening, { handset: this.id, app, byLink: true });
    this.#mailPage = app === 'mail-app' ? url : undefined;
    return this.#act(async () => {
      if (!(await tap())) await this.#openUrl(url, opener);
    });
  }

  async leaveApp(): Promise<Screen> {
    const shown = await this.screen();
    if (this.#isOff || shown.app === 'home') return shown;
    await goHome(this.#session);
    this.#left = shown.app;
    await this.#world.perform(leavePage, { handset: this.id });
    return this.screen();
  }

  async returnToApp(): Promise<Screen> {
    const left = this.#left;
    if (this.#isOff || left === undefined) return this.screen();
    const page = this.#mailPage;
    return this.#act(async () => {
      // The mail app has forgotten its page: the link is tapped once more.
      if (left === 'mail-app' && page !== undefined) await this.#openUrl(page, 'mail-app');
      else await this.#openByIcon(left === 'mail-app' ? 'mail' : left);
    });
  }

  async fill(field: string, value: string): Promise<void> {
    const { screen = 'unknown', fields } = await this.#read();
    if (fields.includes(field) && (await this.#session.reach(field)) && (await this.#session.type(field, value)))
      return;
    throw new ServiceError('field-not-on-screen', { screen, field, fields: listed(fields) });
  }

  async press(control: string): Promise<Screen> {
    const { screen = 'unknown', controls, disabled } = await this.#read();
    await this.#session.reach(control);
    if (disabled.includes(control)) {
      await this.#session.tap(control);
      return this.screen();
    }
    if (!controls.includes(control)) {
      throw new ServiceError('control-not-on-screen', { screen, control, controls: listed(controls) });
    }
    return this.#act(async () => void (await this.#session.tap(control)));
  }

  async qrCode(): Promise<string> {
    const { screen = 'unknown' } = await this.#read();
    if (screen !== 'student-id') throw new ServiceError('no-id-on-screen', { screen });
    await this.#session.reach(qrId);
    let text = await this.#scanned();
    // On a small screen a part of it lies below the edge.
    for (let swipes = 0; text === undefined && swipes < 3; swipes += 1) {
      await this.#session.swipeUp();
      text = await this.#scanned();
    }
    if (text === undefined) throw new ServiceError('no-id-on-screen', { screen });
    return text;
  }

  async #scanned(): Promise<string | undefined> {
    const picture = await this.#session.pictureOf(qrId);
    return picture === undefined ? undefined : readQrCode(picture);
  }

  async setNetwork(state: NetworkState): Promise<void> {
    await this.#session.execute('handset: setNetwork', { state });
    await this.#world.perform(setHandsetNetwork, { handset: this.id, state });
  }

  async setBattery(state: BatteryState): Promise<void> {
    if (this.#isOff === (state === 'empty')) return;
    await this.#act(async () => {
      await this.#session.execute('handset: setBattery', { level: state === 'empty' ? 0 : 80 });
      this.#isOff = state === 'empty';
    });
  }

  async setAppSync(state: AppSync): Promise<void> {
    await this.#storeSync(state);
    await this.#world.perform(setHandsetAppSync, { handset: this.id, state });
  }

  async setStore(change: Partial<StoreCircumstances>): Promise<void> {
    await this.#world.perform(setHandsetStore, { handset: this.id, change });
  }

  async setClock(skewMs: number): Promise<void> {
    await this.#session.execute('handset: setClockSkew', { skewMs });
    await this.#world.perform(setHandsetClock, { handset: this.id, skewMs });
  }

  /** A tap, or what comes to the same: what it led to is read and noted. */
  async #act(act: () => Promise<void>): Promise<Screen> {
    await this.tellTime();
    await act();
    let read = await this.#read();
    // The system asks whether to go on in the app.
    if (read.isDialog && (await this.#session.tap(dialogAccept))) read = await this.#read();
    await this.#noteLostAnswer(read);
    const screen = await this.#screenOf(read);
    this.#left = undefined;
    const shown = { ...screen, disabled: read.disabled, carried: {} } as Shown;
    await this.#world.perform(showScreen, { handset: this.id, shown: asJson(shown) });
    return screen;
  }

  /** An answer was lost on the way; after that the network is on again. */
  async #noteLostAnswer({ screen }: ReadScreen): Promise<void> {
    const isLost = readHandset(this.#world, this.id).network === 'lost-after-request';
    if (!isLost || screen !== 'network-error') return;
    await this.#world.perform(setHandsetNetwork, { handset: this.id, state: 'on' });
  }

  async #read(): Promise<ReadScreen> {
    await this.tellTime();
    return readWholeScreen(this.#session);
  }

  async #screenOf(read: ReadScreen): Promise<Screen> {
    const isHome = this.#isOff || read.screen === 'home';
    const app = isHome ? 'home' : placeOf(read.appPackage ?? (await frontApp(this.#session)));
    return screenOf(read, app, this.#bothOf);
  }

  async #openByIcon(app: string): Promise<void> {
    if (!(await openByIcon(this.#session, appOf(app)))) throw new ServiceError('app-not-installed', { app });
  }

  async #openUrl(url: string, opener: LinkOpener): Promise<void> {
    // What is no address goes into the browser's field all the same, which looks for a site of that name.
    const address = URL.canParse(url) ? url : `http://${encodeURIComponent(url)}/`;
    const within = opener === 'system' ? {} : { within: opener };
    await this.#session.execute('handset: openLink', { url: address, from: 'mail', ...within });
  }

  async #requireInstalled(app: string): Promise<void> {
    if (!(await isInstalled(this.#session, appOf(app)))) throw new ServiceError('app-not-installed', { app });
  }

  async #storeSync(state: AppSync): Promise<void> {
    const { appPackage } = appOf('wallet');
    await this.#session.execute('handset: setAppStorage', { appId: appPackage, key: syncKey, value: state });
  }
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? '-' : names.join(', ');
}
