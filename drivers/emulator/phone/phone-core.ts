import type { KeyObject } from 'node:crypto';
import { readPackage } from '../apps/read-package.ts';
import type { AppWindow, WindowClock, WindowOptions } from '../window/app-window.ts';
import { languageOf, makeWindow } from './app-windows.ts';
import { type AppsHost, AppsOnScreen } from './apps-on-screen.ts';
import { codeIn } from './camera.ts';
import { messageDialog, openInAppDialog } from './dialog-texts.ts';
import { Dialogs } from './dialogs.ts';
import { createGateway } from './gateway.ts';
import { HeldStorages } from './held-storages.ts';
import { InstalledApps } from './installed-apps.ts';
import type { LinkPlace } from './links.ts';
import { createNetwork, type PhoneNetwork } from './network.ts';
import { Notices } from './notices.ts';
import { Overlay, tellChange } from './overlay.ts';
import { Pending } from './pending.ts';
import type { AppState, Notice } from './phone.ts';
import { PhoneClock } from './phone-clock.ts';
import type { Look, PhoneOptions } from './phone-options.ts';
import { deviceKeyOf } from './shell.ts';
import type { SystemDesk } from './system-answer.ts';
import type { SystemScreen } from './system-state.ts';
import { UnlockPrompt } from './unlock-prompt.ts';

export type Orientation = 'PORTRAIT' | 'LANDSCAPE';

/**
 * Everything that a phone does, told by a client or by its own pages. Nothing here waits for the screen to settle: the
 * page that tells it is a part of the screen.
 */
export class PhoneCore {
  readonly options: PhoneOptions;
  readonly pending = new Pending();
  readonly installed: InstalledApps;
  readonly network: PhoneNetwork;
  readonly storages: HeldStorages;
  readonly clock: PhoneClock;
  readonly notices = new Notices();
  readonly dialogs = new Dialogs(() => this.changed());
  readonly prompt: UnlockPrompt;
  readonly screens: AppsOnScreen;
  readonly overlay: Overlay;
  readonly #key: KeyObject;
  readonly #desk: SystemDesk;
  readonly #host: AppsHost;
  version: string;
  look: Look;
  battery = 100;
  isLocked = false;
  orientation: Orientation = 'PORTRAIT';
  camera: { readonly picture: Uint8Array; readonly code: string | undefined } | undefined;
  #panel: 'switcher' | 'notifications' | undefined;

  /** `desk` gives the pages of the system what they reach of this phone. */
  constructor(options: PhoneOptions, desk: (core: PhoneCore) => SystemDesk) {
    const { model, version, udid, look, clock, clockSkewMs, ports, services } = options;
    this.options = options;
    this.version = version;
    this.look = look;
    this.installed = new InstalledApps(model);
    this.network = createNetwork(createGateway(services.gateway), ports.pause);
    this.storages = new HeldStorages(ports.holdStorage);
    this.clock = new PhoneClock(clock, clockSkewMs, ports.machineMs);
    this.prompt = new UnlockPrompt(model, this.dialogs, () => this.language);
    this.#desk = desk(this);
    this.#key = deviceKeyOf(udid, options.deviceKey);
    this.#host = this.#makeHost();
    this.screens = new AppsOnScreen(this.#host);
    this.overlay = new Overlay(
      () => makeWindow(this.#host, this.screens.appOf('home'), 'overlay'),
      () => this.#inFront(),
    );
  }

  get language(): 'ja' | 'en' {
    return languageOf(this.look);
  }

  get screen(): WindowOptions['screen'] {
    const { width, height, scale } = this.options.model.screen;
    return this.orientation === 'PORTRAIT' ? { width, height, scale } : { width: height, height: width, scale };
  }

  /** What is painted and touched: the system’s own window, or that of the app in front. */
  front(): AppWindow {
    return this.overlay.window ?? this.frontWindow();
  }

  frontWindow(): AppWindow {
    const window = this.screens.running.front.windows.at(-1);
    if (window === undefined) throw new Error('the app in front has no window');
    return window;
  }

  /** Throws Error with the text of the real driver. */
  async install(folder: string): Promise<void> {
    const { id } = this.installed.add(folder, this.version);
    // An update: the storage stays, what runs is the old one.
    if (this.screens.running.get(id) !== undefined) await this.screens.end(id);
    this.changed();
  }

  async remove(id: string): Promise<boolean> {
    const app = this.installed.find(id);
    if (app === undefined || this.installed.isSystem(app.id)) return false;
    await this.screens.forget(app.id);
    this.installed.delete(app.id);
    this.changed();
    return true;
  }

  stateOf(id: string): AppState {
    const app = this.installed.find(id);
    if (app === undefined) return 0;
    const { running } = this.screens;
    if (running.get(app.id) === undefined) return 1;
    const front = running.front.app.id;
    if (front === app.id) return 4;
    const [justLeft] = running.recent.filter((other) => other.app.id !== front);
    return this.options.model.platform === 'iOS' && app.id !== 'home' && justLeft?.app.id !== app.id ? 2 : 3;
  }

  async activate(id: string): Promise<void> {
    if (this.battery === 0) return;
    await this.screens.launch(id);
    this.#panel = undefined;
    this.changed();
  }

  async terminate(id: string): Promise<boolean> {
    const app = this.installed.find(id);
    return app !== undefined && app.id !== 'home' && (await this.screens.end(app.id));
  }

  async clear(id: string): Promise<void> {
    await this.screens.forget(this.screens.appOf(id).id);
  }

  async goBack(): Promise<void> {
    if (this.battery === 0) return;
    if (this.dialogs.top !== undefined) this.dialogs.drop('top');
    else if (this.#panel !== undefined) this.openPanel(undefined);
    else await this.screens.goBack();
  }

  openPanel(panel: 'switcher' | 'notifications' | undefined): void {
    if (this.battery === 0) return;
    this.#panel = panel;
    this.changed();
  }

  /** False when nothing on the phone takes it. */
  async openUrl(url: string, place: LinkPlace): Promise<boolean> {
    if (this.battery === 0) return true;
    this.#panel = undefined;
    const isTaken = await this.screens.follow(url, place);
    this.changed();
    return isTaken;
  }

  setNetwork(state: PhoneNetwork['state']): void {
    this.network.set(state);
    this.changed();
  }

  async setClock(clock: WindowClock): Promise<void> {
    this.clock.set(clock);
    await this.#each((window) => window.setClock(this.clock.shown));
  }

  async setClockSkew(skewMs: number): Promise<void> {
    this.clock.skewMs = skewMs;
    await this.#each((window) => window.setClock(this.clock.shown));
  }

  async setLook(look: Partial<Look>): Promise<void> {
    this.look = { ...this.look, ...look };
    await this.#each((window) => window.setLook(this.look));
    this.changed();
  }

  async setOrientation(orientation: Orientation): Promise<void> {
    this.orientation = orientation;
    await this.#each((window) => window.setScreen(this.screen));
    this.changed();
  }

  /** Empty, it is off; charged, it begins at the home screen. */
  async setBattery(level: number): Promise<void> {
    const wasOff = this.battery === 0;
    this.battery = Math.min(100, Math.max(0, level));
    if (!wasOff && this.battery === 0) await this.#shutDown();
    this.changed();
  }

  async updateSystem(version: string): Promise<void> {
    this.version = version;
    await this.#shutDown();
    // What is made before says the old version to whoever asks.
    await this.screens.running.end('home');
    await this.overlay.close();
    await this.screens.goHome();
    this.changed();
  }

  /** Throws Error when it is not installed. */
  async setAppStorage(id: string, key: string, value: string): Promise<void> {
    const app = this.screens.appOf(id);
    const own = this.installed.package(app.id);
    if (own === undefined) throw new Error(`The app '${id}' is one of the system and has no storage to set`);
    const script = 'localStorage.setItem(arguments[0], arguments[1])';
    const running = this.screens.running.get(app.id)?.windows[0];
    if (running !== undefined) {
      await running.execute(script, [key, value]);
      return;
    }
    const window = await makeWindow(this.#host, app);
    // Of the app’s origin, and starts nothing.
    await window.open(`${this.options.services.appOrigin}${own.app.start}app.json`);
    await window.execute(script, [key, value]);
    await window[Symbol.asyncDispose]();
  }

  setLocked(isLocked: boolean): void {
    this.isLocked = isLocked;
    this.changed();
  }

  /** Throws Error when it is no PNG. */
  showToCamera(picture: Uint8Array): void {
    this.camera = { picture, code: codeIn(picture) };
    this.changed();
  }

  notify(notice: Notice): void {
    this.notices.add(notice, this.clock.now);
    this.changed();
  }

  async openNotification(id: string): Promise<void> {
    const { app, url } = this.notices.take(id);
    if (url === undefined) await this.activate(app);
    else await this.openUrl(url, { from: undefined });
  }

  /** Pages of the system ask again, and what stands in front is another one, if it has to. */
  changed(): void {
    this.pending.add(this.overlay.refresh());
    for (const id of ['home', 'settings', 'camera', 'store']) {
      const window = this.screens.running.get(id)?.windows[0];
      // A window that goes away meanwhile needs no news.
      if (window !== undefined) this.pending.add(tellChange(window).catch(() => undefined));
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.dialogs.drop('all');
    await this.pending.settle().catch(() => undefined);
    await this.overlay.close();
    for (const { app } of this.screens.running.recent) await this.screens.running.end(app.id);
    await this.screens.running.end('home');
    await this.storages[Symbol.asyncDispose]();
  }

  async #shutDown(): Promise<void> {
    this.dialogs.drop('all');
    this.#panel = undefined;
    this.isLocked = false;
    await this.screens.endAll();
  }

  #inFront(): SystemScreen | undefined {
    if (this.battery === 0) return 'powered-off';
    if (this.isLocked) return 'lock';
    return this.dialogs.top === undefined ? this.#panel : 'dialog';
  }

  async #each(tell: (window: AppWindow) => Promise<void>): Promise<void> {
    const { window } = this.overlay;
    for (const one of [...this.screens.running.windows, ...(window === undefined ? [] : [window])]) await tell(one);
  }

  #makeHost(): AppsHost {
    const core = this;
    return {
      options: core.options,
      get version() {
        return core.version;
      },
      get look() {
        return core.look;
      },
      get screen() {
        return core.screen;
      },
      get battery() {
        return core.battery;
      },
      get inFront() {
        return core.#inFront();
      },
      clock: core.clock,
      installed: core.installed,
      network: core.network,
      storages: core.storages,
      deviceKey: core.#key,
      desk: core.#desk,
      follow: (url, place) => core.pending.add(core.openUrl(url, place)),
      authenticate: (reason) => core.prompt.ask(reason),
      track: (work) => core.pending.add(work),
      askToOpen: (app, then) => core.#askToOpen(openInAppDialog(app.name, core.language), then),
      say: ({ title, text }) => void core.dialogs.ask(messageDialog(title, text)),
      install: (folder) => core.install(folder),
      folderOf: (id) => core.options.packages.find((folder) => readPackage(folder).app.id === id),
    };
  }

  /** Nobody waits for the person who is asked; what an accepting tap sets off is waited for. */
  #askToOpen(dialog: Parameters<Dialogs['ask']>[0], then: () => Promise<void>): void {
    void this.dialogs.ask(dialog).then((answer) => {
      if (answer.type === 'button' && dialog.buttons[answer.button]?.role === 'accept') this.pending.add(then());
    });
  }
}
