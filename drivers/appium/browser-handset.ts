import { ServiceError } from '#sim/errors';
import type { RunningWorld } from '#sim/kernel';
import {
  asJson,
  installedApps,
  leavePage,
  noteOpening,
  readHandset,
  removeHandsetApp,
  type Shown,
  showScreen,
  visitStore,
} from '../direct/index.ts';
import type { LinkOpener, Screen, ScreenApp, StoreOffers } from '../handset/index.ts';
import type { AppiumHandset } from './appium-handset.ts';
import type { BothOf } from './both-languages.ts';
import { forgetOrigin, openPage } from './browser-page.ts';
import { readQrCode } from './camera.ts';
import type { HandsetSession } from './handset-session.ts';
import { type ReadPage, screenOfPage } from './page-reader.ts';
import { appArgument, phoneApps } from './phone-apps.ts';
import { screenOf } from './screen-reader.ts';
import { goHome } from './system-screen.ts';

export interface BrowserPorts {
  readonly world: RunningWorld;
  /** `hs_0001` */
  readonly handset: string;
  readonly bothOf: BothOf;
  /** No store is visited: the world's says what it would have said. */
  readonly storeOffers: StoreOffers;
  /** Where the pages of mailboxes stand: `http://localhost:8084`. */
  readonly mailOrigin: string;
}

/**
 * A phone of which the browser alone is used, so that any phone will do: the wallet is the web app at `/app/`, a link of
 * a mail opens there once the app counts as installed. Throws ServiceError `handset-unknown`.
 */
export function createBrowserHandset(session: HandsetSession, ports: BrowserPorts): AppiumHandset {
  readHandset(ports.world, ports.handset);
  return new BrowserHandset(session, ports);
}

/** What only a phone of our own can do: cells with such a step were left out before. */
function beyond(what: string): TypeError {
  return new TypeError(`${what} is nothing that a phone can be told`);
}

class BrowserHandset implements AppiumHandset {
  readonly id: string;
  readonly #session: HandsetSession;
  readonly #ports: BrowserPorts;
  #isBegun = false;
  #isHome = true;
  #hasLeft = false;

  constructor(session: HandsetSession, ports: BrowserPorts) {
    this.id = ports.handset;
    this.#session = session;
    this.#ports = ports;
  }

  /** The phone has a clock of its own. */
  async tellTime(): Promise<void> {
    if (this.#isBegun) return;
    this.#isBegun = true;
    // Another run may have used this phone.
    await forgetOrigin(this.#session, this.#wallet);
  }

  async screen(): Promise<Screen> {
    if (this.#isHome) return atHome;
    const page = await this.#session.page();
    return screenOf(screenOfPage(page), this.#placeOf(page), this.#ports.bothOf);
  }

  async installApp(app: string): Promise<Screen> {
    const { world, storeOffers } = this.#ports;
    const { device, store } = readHandset(world, this.id);
    const { verdict, sentence, version } = storeOffers(app, device, store);
    const more = version === undefined ? {} : { version };
    await world.perform(visitStore, { handset: this.id, app, verdict, sentence: { ...sentence }, ...more });
    return this.screen();
  }

  async removeApp(app: string): Promise<void> {
    await this.tellTime();
    await forgetOrigin(this.#session, this.#wallet);
    this.#isHome = true;
    await this.#ports.world.perform(removeHandsetApp, { handset: this.id, app });
  }

  async updateApp(): Promise<Screen> {
    throw beyond('an update of the app');
  }

  async openApp(app: string): Promise<Screen> {
    const { world } = this.#ports;
    if (app !== 'wallet' || !this.#hasWallet) throw new ServiceError('app-not-installed', { app });
    await world.perform(noteOpening, { handset: this.id, app, byLink: false });
    return this.#act(() => openPage(this.#session, `${this.#wallet}/app/`));
  }

  openLink(url: string, opener?: LinkOpener): Promise<Screen> {
    return this.openLinkBy(url, opener, async () => false);
  }

  async openLinkBy(url: string, opener: LinkOpener = 'system', tap: () => Promise<boolean>): Promise<Screen> {
    if (opener === 'mail-app') throw beyond('the browser inside a mail app');
    const { world } = this.#ports;
    const target = URL.parse(url);
    const isOurs = target?.origin === this.#wallet;
    const byApp = opener === 'system' && isOurs && this.#hasWallet;
    await world.perform(noteOpening, { handset: this.id, app: byApp ? 'wallet' : 'browser', byLink: true });
    const path = `${target?.pathname}${target?.search}`;
    return this.#act(async () => {
      if (!(await tap())) await openPage(this.#session, byApp ? `${this.#wallet}/app/#${path}` : url);
    });
  }

  async leaveApp(): Promise<Screen> {
    if (this.#isHome) return atHome;
    await goHome(this.#session);
    this.#isHome = true;
    this.#hasLeft = true;
    await this.#ports.world.perform(leavePage, { handset: this.id });
    return atHome;
  }

  async returnToApp(): Promise<Screen> {
    if (!this.#hasLeft) return this.screen();
    const { platform } = this.#session;
    return this.#act(() => this.#session.execute('mobile: activateApp', appArgument(phoneApps.browser, platform)));
  }

  async fill(field: string, value: string): Promise<void> {
    const { screen, fields } = await this.screen();
    if (fields.includes(field) && (await this.#session.type(field, value))) return;
    throw new ServiceError('field-not-on-screen', { screen, field, fields: fields.join(', ') || '-' });
  }

  async press(control: string): Promise<Screen> {
    const { disabled } = screenOfPage(await this.#session.page());
    if (disabled.includes(control)) return this.screen();
    const { screen, controls } = await this.screen();
    if (controls.includes(control)) return this.#act(async () => void (await this.#session.tap(control)));
    throw new ServiceError('control-not-on-screen', { screen, control, controls: controls.join(', ') || '-' });
  }

  async qrCode(): Promise<string> {
    const { screen } = await this.screen();
    const picture = screen === 'student-id' ? await this.#session.pictureOf('qr-code') : undefined;
    const text = picture === undefined ? undefined : readQrCode(picture);
    if (text === undefined) throw new ServiceError('no-id-on-screen', { screen });
    return text;
  }

  async setNetwork(): Promise<void> {
    throw beyond('the network to a served world');
  }

  async setBattery(): Promise<void> {
    throw beyond('the battery');
  }

  async setAppSync(): Promise<void> {
    throw beyond('a fault of the app');
  }

  async setStore(): Promise<void> {
    throw beyond('the store account');
  }

  async setClock(): Promise<void> {
    throw beyond('the clock');
  }

  get #hasWallet(): boolean {
    return Object.hasOwn(installedApps(this.#ports.world, this.id), 'wallet');
  }

  get #wallet(): string {
    return this.#ports.world.origins.wallet;
  }

  /** What an act led to is read and noted. */
  async #act(act: () => Promise<void>): Promise<Screen> {
    await this.tellTime();
    await act();
    this.#isHome = false;
    this.#hasLeft = false;
    let page = await this.#session.page();
    // The page leads into the app by a link of its scheme, which no web app can take.
    const { world } = this.#ports;
    const leadsOn = page.screen === 'app-needed' && this.#placeOf(page) === 'browser';
    if (leadsOn && this.#hasWallet) {
      await openPage(this.#session, `${this.#wallet}/app/#/login`);
      page = await this.#session.page();
    }
    const read = screenOfPage(page);
    const screen = screenOf(read, this.#placeOf(page), this.#ports.bothOf);
    const shown = { ...screen, disabled: read.disabled, carried: {} } as Shown;
    await world.perform(showScreen, { handset: this.id, shown: asJson(shown) });
    return screen;
  }

  #placeOf({ url }: ReadPage): ScreenApp {
    if (url.startsWith(`${this.#wallet}/app/`)) return 'wallet';
    return url.startsWith(`${this.#ports.mailOrigin}/`) ? 'mail-app' : 'browser';
  }
}

const atHome: Screen = { app: 'home', screen: 'home', texts: [], fields: [], controls: [] };
