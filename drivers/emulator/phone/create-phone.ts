import type { PhoneModel } from '../../handset/index.ts';
import type { AppWindow, WindowClock } from '../window/app-window.ts';
import { tellChange } from './overlay.ts';
import { settledWindow } from './pending.ts';
import type { AppState, Notice, Phone, PhoneApp, SystemAlert } from './phone.ts';
import { type Orientation, PhoneCore } from './phone-core.ts';
import { createMemory, type PhoneMemory } from './phone-memory.ts';
import type { Look, PhoneOptions } from './phone-options.ts';
import { deskOf } from './system-desk.ts';
import type { ShownNotification } from './system-state.ts';

/** Opens a handset at its home screen. Throws Error when the device key is none. */
export async function createPhone(options: PhoneOptions): Promise<Phone> {
  const core = new PhoneCore(options, deskOf);
  await core.screens.goHome();
  return new SettledPhone(core);
}

/** A phone whose commands are over when its screen has settled. */
class SettledPhone implements Phone {
  readonly model: PhoneModel;
  readonly udid: string;
  readonly memory: PhoneMemory = createMemory();
  readonly #core: PhoneCore;
  readonly #windows = new WeakMap<AppWindow, AppWindow>();

  constructor(core: PhoneCore) {
    this.#core = core;
    this.model = core.options.model;
    this.udid = core.options.udid;
  }

  get version(): string {
    return this.#core.version;
  }

  front(): AppWindow {
    return this.#settled(this.#core.front());
  }

  frontApp(): PhoneApp {
    return this.#core.screens.running.front.app;
  }

  webViews(): readonly { readonly app: PhoneApp; readonly window: AppWindow }[] {
    return this.#core.screens.running.recent.flatMap(({ app, windows }) => {
      const isPage = app.id === 'browser' || this.#core.installed.package(app.id) !== undefined;
      const shown = isPage ? windows : app.id === 'mail' ? windows.slice(1) : [];
      return shown.map((window) => ({ app, window: this.#settled(window) }));
    });
  }

  async settle(): Promise<void> {
    await this.#core.pending.settle();
    await this.#core.front().settle();
  }

  get apps(): readonly PhoneApp[] {
    return this.#core.installed.all;
  }

  app(id: string): PhoneApp | undefined {
    return this.#core.installed.find(id);
  }

  install(folder: string): Promise<void> {
    return this.#over(this.#core.install(folder));
  }

  remove(id: string): Promise<boolean> {
    return this.#over(this.#core.remove(id));
  }

  stateOf(id: string): AppState {
    return this.#core.stateOf(id);
  }

  activate(id: string): Promise<void> {
    return this.#over(this.#core.activate(id));
  }

  terminate(id: string): Promise<boolean> {
    return this.#over(this.#core.terminate(id));
  }

  clear(id: string): Promise<void> {
    return this.#over(this.#core.clear(id));
  }

  goHome(): Promise<void> {
    return this.activate('home');
  }

  goBack(): Promise<void> {
    return this.#over(this.#core.goBack());
  }

  openSwitcher(): Promise<void> {
    return this.#over(this.#core.openPanel('switcher'));
  }

  openNotifications(): Promise<void> {
    return this.#over(this.#core.openPanel('notifications'));
  }

  closePanel(): Promise<void> {
    return this.#over(this.#core.openPanel(undefined));
  }

  async openUrl(url: string, from?: string, within?: 'browser' | 'mail-app'): Promise<void> {
    const place = { from, ...(within !== undefined && { within }) };
    const isTaken = await this.#over(this.#core.openUrl(url, place));
    if (!isTaken && from === undefined) throw new Error(`No app on the device opens '${url}'`);
  }

  async openAddress(url: string): Promise<void> {
    if (this.battery > 0) await this.#over(this.#core.screens.launch('browser', url));
  }

  get network(): Phone['network'] {
    return this.#core.network.state;
  }

  setNetwork(state: Phone['network']): Promise<void> {
    return this.#over(this.#core.setNetwork(state));
  }

  get clock(): WindowClock {
    return this.#core.clock.truth;
  }

  setClock(clock: WindowClock): Promise<void> {
    return this.#over(this.#core.setClock(clock));
  }

  get clockSkewMs(): number {
    return this.#core.clock.skewMs;
  }

  setClockSkew(skewMs: number): Promise<void> {
    return this.#over(this.#core.setClockSkew(skewMs));
  }

  get battery(): number {
    return this.#core.battery;
  }

  setBattery(level: number): Promise<void> {
    return this.#over(this.#core.setBattery(level));
  }

  get look(): Look {
    return this.#core.look;
  }

  setLook(look: Partial<Look>): Promise<void> {
    return this.#over(this.#core.setLook(look));
  }

  updateSystem(version: string): Promise<void> {
    return this.#over(this.#core.updateSystem(version));
  }

  setAppStorage(id: string, key: string, value: string): Promise<void> {
    return this.#over(this.#core.setAppStorage(id, key, value));
  }

  alert(): SystemAlert | undefined {
    const { top } = this.#core.dialogs;
    if (top === undefined || top.type === 'biometric') return undefined;
    const text = [top.title, top.text].filter((line) => line !== '').join('\n');
    return { text, buttons: top.buttons.map(({ label }) => label) };
  }

  answerAlert(button: string | undefined, isAccept: boolean): Promise<void> {
    return this.#over(async () => {
      const { buttons = [] } = this.#core.dialogs.top ?? {};
      const role = isAccept ? 'accept' : 'dismiss';
      const named = buttons.findIndex(({ label, role: own }) =>
        button === undefined ? own === role : label === button,
      );
      // A dialog with one button has the same one for both.
      this.#core.dialogs.answer(named === -1 && button === undefined ? 0 : named);
    });
  }

  get isBiometricEnrolled(): boolean {
    return this.#core.prompt.isEnrolled;
  }

  setBiometricEnrolled(isEnrolled: boolean): void {
    this.#core.prompt.enrol(isEnrolled);
  }

  matchBiometric(isMatch: boolean): Promise<void> {
    return this.#over(this.#core.prompt.touch(isMatch));
  }

  get orientation(): Orientation {
    return this.#core.orientation;
  }

  setOrientation(orientation: Orientation): Promise<void> {
    return this.#over(this.#core.setOrientation(orientation));
  }

  get isLocked(): boolean {
    return this.#core.isLocked;
  }

  setLocked(isLocked: boolean): Promise<void> {
    return this.#over(this.#core.setLocked(isLocked));
  }

  showToCamera(picture: Uint8Array): Promise<void> {
    return this.#over(async () => this.#core.showToCamera(picture));
  }

  notify(notice: Notice): Promise<void> {
    return this.#over(this.#core.notify(notice));
  }

  get notifications(): readonly ShownNotification[] {
    return this.#core.notices.shown;
  }

  async screenshot(): Promise<Buffer> {
    const { window } = this.#core.overlay;
    if (window === undefined) return this.#core.frontWindow().screenshot();
    await tellChange(window, 'handset-picture');
    await window.settle();
    return window.screenshot();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#core[Symbol.asyncDispose]();
  }

  async #over<Answer>(work: Promise<Answer> | Answer | (() => Promise<Answer>)): Promise<Answer> {
    const answer = await (typeof work === 'function' ? (work as () => Promise<Answer>)() : work);
    await this.settle();
    return answer;
  }

  #settled(window: AppWindow): AppWindow {
    const known = this.#windows.get(window) ?? settledWindow(window, this.#core.pending, () => this.#core.front());
    this.#windows.set(window, known);
    return known;
  }
}
