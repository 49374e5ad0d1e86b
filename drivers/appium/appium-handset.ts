import { ServiceError } from '#sim/errors';
import type { EventData } from '#sim/events';
import { formatInstant, type World } from '#sim/kernel';
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
import { type Observed, type Observer, observe } from './module.ts';
import { phoneApps, placeOf } from './phone-apps.ts';
import { dialogAccept, type ReadScreen, readPageSource, screenOf } from './screen-reader.ts';
import { takeFromStore } from './store-page.ts';
import { closeApp, frontApp, goHome, isInstalled, openByIcon, removeApp } from './system-screen.ts';

/** The world that the handset stands in: its time, its services, and the log that what was seen goes to. */
export interface AppiumPorts {
  readonly world: Pick<World, 'clock' | 'origins'> & Observer;
  /** `hs_0001` */
  readonly handset: string;
  readonly bothOf: BothOf;
  /** What the store goes by stands in the world, whatever the handset is made of. */
  setStore?(change: Partial<StoreCircumstances>): Promise<void>;
}

/** A handset behind a WebDriver session of our own driver: every act is a person's, what it shows is read off the screen. */
export function createAppiumHandset(session: HandsetSession, ports: AppiumPorts): AppiumHandset {
  return new EmulatedHandset(session, ports);
}

/** What the mail app beside it needs besides. */
export interface AppiumHandset extends Handset {
  /** The handset's clock is the world's: it is told whenever that has moved on. */
  tellTime(): Promise<void>;
  /** Opens a link by a tap that says whether it could; else as by a link of its own. */
  openLinkBy(url: string, opener: LinkOpener | undefined, tap: () => Promise<boolean>): Promise<Screen>;
}

/** The accessibility id of the picture that a gate scans. */
const qrId = 'qr-code';

/** Where the wallet app keeps that it takes nothing over any more. */
const syncKey = 'lecos.sync';

class EmulatedHandset implements AppiumHandset {
  readonly id: string;
  readonly #session: HandsetSession;
  readonly #ports: AppiumPorts;
  #toldTime: number | undefined;
  #isOff = false;
  #network: NetworkState = 'on';
  #sync: AppSync = 'right';
  #left: ScreenApp | undefined;
  /** The page that stands inside the mail app. */
  #mailPage: string | undefined;

  constructor(session: HandsetSession, ports: AppiumPorts) {
    this.id = ports.handset;
    this.#session = session;
    this.#ports = ports;
  }

  async tellTime(): Promise<void> {
    const now = this.#ports.world.clock.now();
    if (this.#toldTime === now) return;
    await this.#session.execute('handset: setClock', { now: formatInstant(now) });
    this.#toldTime = now;
  }

  async screen(): Promise<Screen> {
    return this.#screenOf(await this.#read());
  }

  async installApp(app: string): Promise<Screen> {
    if (this.#isOff) return this.screen();
    return this.#visitStore(async (shown) => {
      const verdict = shown.screen === 'store-installed' ? 'installed' : 'refused';
      const [sentence = { ja: '', en: '' }] = shown.texts;
      await this.#observe('store.offered', { handset: this.id, app, verdict, sentence });
    });
  }

  async removeApp(app: string): Promise<void> {
    if (!(await this.#has(app))) return;
    await removeApp(this.#session, phoneApps.wallet);
    await goHome(this.#session);
    this.#left = undefined;
    this.#sync = 'right';
    await this.#observe('app.removed', { handset: this.id, app });
  }

  async updateApp(app: string): Promise<Screen> {
    if (this.#isOff) return this.screen();
    await this.#requireInstalled(app);
    return this.#visitStore(async () => {
      // What a version does wrong ends with it.
      if (this.#sync === 'old-version') await this.#storeSync('right');
      await this.#observe('app.updated', { handset: this.id, app });
    }, 'update');
  }

  async openApp(app: string): Promise<Screen> {
    if (this.#isOff) return this.screen();
    await this.#requireInstalled(app);
    await this.#observe('app.opened', { handset: this.id, app });
    // Begun anew, whatever it was left at: it asks the service again.
    await closeApp(this.#session, phoneApps.wallet);
    return this.#act(() => this.#openByIcon('wallet'));
  }

  openLink(url: string, opener?: LinkOpener): Promise<Screen> {
    return this.openLinkBy(url, opener, async () => false);
  }

  async openLinkBy(url: string, opener: LinkOpener = 'system', tap: () => Promise<boolean>): Promise<Screen> {
    if (this.#isOff) return this.screen();
    const isOurs = URL.parse(url)?.origin === this.#ports.world.origins.wallet;
    const byApp = opener === 'system' && isOurs && (await this.#has('wallet'));
    const app = opener !== 'system' ? opener : byApp ? 'wallet' : 'browser';
    await this.#observe('link.tapped', { handset: this.id, opensIn: app });
    await this.#observe('app.opened', { handset: this.id, app });
    this.#mailPage = app === 'mail-app' ? url : undefined;
    return this.#act(async () => {
      if (!(await tap())) await this.#openUrl(url, opener);
    });
  }

  async leaveApp(): Promise<Screen> {
    const read = await this.#read();
    const app = await this.#placeOf(read);
    if (this.#isOff || app === 'home') return this.#screenOf(read);
    const screen = await this.#act(() => goHome(this.#session));
    this.#left = app;
    return screen;
  }

  async returnToApp(): Promise<Screen> {
    const left = this.#left;
    if (this.#isOff || left === undefined) return this.screen();
    const page = this.#mailPage;
    if (left === 'mail-app' && page !== undefined) return this.#act(() => this.#openUrl(page, 'mail-app'));
    const app = Object.values(phoneApps).find(({ place }) => place === left) ?? phoneApps.home;
    return this.#act(() => this.#openByIcon(app.id));
  }

  async fill(field: string, value: string): Promise<void> {
    const read = await this.#read();
    if (read.fields.includes(field) && (await this.#session.type(field, value))) return;
    const screen = read.screen ?? 'unknown';
    throw new ServiceError('field-not-on-screen', { screen, field, fields: listed(read.fields) });
  }

  async press(control: string): Promise<Screen> {
    const read = await this.#read();
    const { controls, disabled } = read;
    if (disabled.includes(control)) {
      await this.#session.tap(control);
      return this.screen();
    }
    if (!controls.includes(control)) throw missing(read, control);
    return this.#act(async () => {
      if (!(await this.#session.tap(control))) throw missing(read, control);
    });
  }

  async qrCode(): Promise<string> {
    const { screen } = await this.#read();
    const picture = screen === 'student-id' && !this.#isOff ? await this.#session.pictureOf(qrId) : undefined;
    const text = picture === undefined ? undefined : readQrCode(picture);
    if (text === undefined) throw new ServiceError('no-id-on-screen', { screen: screen ?? 'unknown' });
    return text;
  }

  async setNetwork(state: NetworkState): Promise<void> {
    if (this.#network === state) return;
    await this.#session.execute('handset: setNetwork', { state });
    this.#network = state;
    await this.#observe('network.changed', { handset: this.id, state });
  }

  async setBattery(state: BatteryState): Promise<void> {
    if (this.#isOff === (state === 'empty')) return;
    await this.#act(async () => {
      await this.#session.execute('handset: setBattery', { level: state === 'empty' ? 0 : 80 });
      this.#isOff = state === 'empty';
    });
  }

  async setAppSync(state: AppSync): Promise<void> {
    if (this.#sync === state) return;
    await this.#storeSync(state);
    await this.#observe('app.sync-changed', { handset: this.id, state });
  }

  async setStore(change: Partial<StoreCircumstances>): Promise<void> {
    await this.#ports.setStore?.(change);
  }

  async setClock(skewMs: number): Promise<void> {
    await this.#session.execute('handset: setClockSkew', { skewMs });
    await this.#observe('handset.clock-set', { handset: this.id, skewMs });
  }

  async #visitStore(see: (shown: Screen) => Promise<void>, wanted: 'install' | 'update' = 'install'): Promise<Screen> {
    await this.tellTime();
    await this.#openByIcon('store');
    await takeFromStore(this.#session, wanted);
    const shown = await this.screen();
    if (shown.screen !== 'site-unreachable' && shown.screen !== 'network-error') await see(shown);
    return this.#show(shown);
  }

  /** A tap, or what comes to the same: what it led to is read and noted. */
  async #act(act: () => Promise<void>): Promise<Screen> {
    await this.tellTime();
    await act();
    let read = await this.#read();
    // The system asks whether to go on in the app.
    if (read.isDialog && (await this.#session.tap(dialogAccept))) read = await this.#read();
    await this.#noteLostAnswer();
    return this.#show(await this.#screenOf(read));
  }

  async #show(shown: Screen): Promise<Screen> {
    const { app, screen, texts } = shown;
    this.#left = undefined;
    await this.#observe('screen.shown', { handset: this.id, app, screen, texts: [...texts] });
    return shown;
  }

  /** The answer of the next request is lost, after that the network is on again. */
  async #noteLostAnswer(): Promise<void> {
    if (this.#network !== 'lost-after-request') return;
    const state = await this.#session.execute<NetworkState>('handset: getNetwork');
    if (state !== 'on') return;
    this.#network = 'on';
    await this.#observe('network.changed', { handset: this.id, state });
  }

  async #read(): Promise<ReadScreen> {
    await this.tellTime();
    return readPageSource(await this.#session.source());
  }

  async #screenOf(read: ReadScreen): Promise<Screen> {
    return screenOf(read, await this.#placeOf(read), this.#ports.bothOf);
  }

  async #placeOf(read: ReadScreen): Promise<ScreenApp> {
    if (this.#isOff || read.screen === 'home') return 'home';
    return placeOf(read.appPackage ?? (await frontApp(this.#session)));
  }

  async #openByIcon(id: string): Promise<void> {
    const app = Object.values(phoneApps).find((one) => one.id === id) ?? phoneApps.home;
    if (!(await openByIcon(this.#session, app))) throw new ServiceError('app-not-installed', { app: app.id });
  }

  async #openUrl(url: string, opener: LinkOpener): Promise<void> {
    // What is no address goes into the browser's field all the same, which looks for a site of that name.
    const address = URL.canParse(url) ? url : `http://${encodeURIComponent(url)}/`;
    const within = opener === 'system' ? {} : { within: opener };
    await this.#session.execute('handset: openLink', { url: address, from: 'mail', ...within });
  }

  async #has(app: string): Promise<boolean> {
    return app === 'wallet' && isInstalled(this.#session, phoneApps.wallet);
  }

  async #requireInstalled(app: string): Promise<void> {
    if (!(await this.#has(app))) throw new ServiceError('app-not-installed', { app });
  }

  async #storeSync(state: AppSync): Promise<void> {
    const { appPackage } = phoneApps.wallet;
    await this.#session.execute('handset: setAppStorage', { appId: appPackage, key: syncKey, value: state });
    this.#sync = state;
  }

  #observe<Name extends Observed>(type: Name, data: EventData<Name>): Promise<void> {
    return observe(this.#ports.world, type, data);
  }
}

function missing({ screen, controls }: ReadScreen, control: string): ServiceError {
  return new ServiceError('control-not-on-screen', {
    screen: screen ?? 'unknown',
    control,
    controls: listed(controls),
  });
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? '-' : names.join(', ');
}
