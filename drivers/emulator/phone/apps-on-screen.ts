import type { AppWindow } from '../window/app-window.ts';
import { linkWorldOf, makeWindow, storageOf, type WindowHost } from './app-windows.ts';
import { type LinkPlace, type LinkTarget, targetOf } from './links.ts';
import type { PhoneApp } from './phone.ts';
import { RunningApps } from './running-apps.ts';
import { systemOrigin } from './system-state.ts';

/** What the apps need of the phone around them. */
export interface AppsHost extends WindowHost {
  /** A dialog; `then` is done when its accepting button is tapped. Nobody waits for that. */
  askToOpen(app: PhoneApp, then: () => Promise<void>): void;
  say(text: { readonly title: string; readonly text: string }): void;
  install(folder: string): Promise<void>;
  readonly folderOf: (app: string) => string | undefined;
}

/** Which app is in front, how it came there, and what a link or the way back leads to. */
export class AppsOnScreen {
  readonly running = new RunningApps();
  readonly #host: AppsHost;
  /** Left in the mail app: gone, but begun anew when its reader comes back. */
  #leftPage: string | undefined;
  /** App → the one that a link in it was tapped in. */
  readonly #openedFrom = new Map<string, string>();

  constructor(host: AppsHost) {
    this.#host = host;
  }

  /** Throws Error when it is not installed. */
  appOf(id: string): PhoneApp {
    const app = this.#host.installed.find(id);
    if (app === undefined) throw new Error(`The app '${id}' is not installed`);
    return app;
  }

  async launch(id: string, url?: string): Promise<void> {
    const app = this.appOf(id);
    await this.#leave(app.id);
    const isRunning = this.running.get(app.id) !== undefined;
    const { windows } = await this.running.bring(app, () => this.#begin(app, url ?? this.#startOf(app)));
    // A store looks at its shelves anew whenever someone comes in.
    const wanted = url ?? (app.id === 'store' ? this.#startOf(app) : undefined);
    if (isRunning && wanted !== undefined) await windows.at(-1)?.open(wanted);
    if (app.id === 'mail' && this.#leftPage !== undefined) await this.#openPage(this.#leftPage);
  }

  async goHome(): Promise<void> {
    await this.launch('home');
  }

  /** What the key or the gesture does in the app in front. */
  async goBack(): Promise<void> {
    const { app, windows } = this.running.front;
    if (windows.length > 1) {
      this.#leftPage = undefined;
      await this.running.pop(app.id);
      return;
    }
    const [window] = windows;
    if (window !== undefined && (await window.execute('return navigation.canGoBack', [])) === true) {
      // The page that asks may be gone before it hears of it.
      await window.execute('return navigation.back().committed.then(() => null)', []).catch(() => undefined);
      await window.settle();
      return;
    }
    if (this.#host.options.model.platform === 'iOS' || app.id === 'home') return;
    const before = this.#openedFrom.get(app.id);
    this.#openedFrom.delete(app.id);
    await this.launch(before !== undefined && this.running.get(before) !== undefined ? before : 'home');
  }

  /** False when it does not run. */
  async end(id: string): Promise<boolean> {
    const wasInFront = this.running.front.app.id === id;
    if (id === 'mail') this.#leftPage = undefined;
    this.#openedFrom.delete(id);
    const ended = await this.running.end(id);
    if (wasInFront) await this.goHome();
    return ended;
  }

  /** As when the phone starts: the home screen, and nothing behind it. */
  async endAll(): Promise<void> {
    for (const { app } of this.running.recent) await this.end(app.id);
    await this.goHome();
  }

  async forget(id: string): Promise<void> {
    await this.end(id);
    await this.#host.storages.forget(storageOf(this.#host, id));
  }

  /** False when nothing on the phone takes it. */
  async follow(url: string, place: LinkPlace): Promise<boolean> {
    const target = targetOf(url, place, linkWorldOf(this.#host));
    if (target.type === 'nowhere') {
      // Android’s does nothing.
      if (place.from === 'browser' && this.#host.options.model.platform === 'iOS')
        this.#host.say(invalidAddress(this.#host, url));
      return false;
    }
    const before = this.running.front.app.id;
    await this.#reach(target);
    const after = this.running.front.app.id;
    if (place.from !== undefined && before !== after) this.#openedFrom.set(after, before);
    return true;
  }

  async #reach(target: Exclude<LinkTarget, { readonly type: 'nowhere' }>): Promise<void> {
    switch (target.type) {
      case 'app': {
        const open = (): Promise<void> => this.launch(target.app, target.url);
        return target.asksFirst ? this.#host.askToOpen(this.appOf(target.app), open) : open();
      }
      case 'browser':
        return this.launch('browser', target.url);
      case 'mail-page':
        if (this.running.front.app.id !== 'mail') await this.launch('mail');
        return this.#openPage(target.url);
      case 'store':
        return this.launch('store', target.app === undefined ? undefined : this.#storePageOf(target.app));
      case 'install':
        return this.#install(target.app);
      case 'open':
        return this.launch(target.app);
    }
  }

  /** Out of the store. Its page says itself what a phone is too old for: who taps all the same is told by the system. */
  async #install(id: string): Promise<void> {
    const folder = this.#host.folderOf(id);
    try {
      if (folder === undefined) throw new Error(`the store has no app ${id}`);
      await this.#host.install(folder);
    } catch (error) {
      const isJapanese = this.#host.look.locale.startsWith('ja');
      const title = isJapanese ? 'インストールできませんでした' : 'The app could not be installed';
      this.#host.say({ title, text: (error as Error).message });
    }
  }

  async #openPage(url: string): Promise<void> {
    const mail = this.appOf('mail');
    await this.running.pop('mail');
    this.#leftPage = undefined;
    const window = await makeWindow(this.#host, mail, 'page');
    await window.open(url);
    await this.running.push('mail', window);
  }

  async #begin(app: PhoneApp, url: string): Promise<AppWindow> {
    const window = await makeWindow(this.#host, app);
    await window.open(url);
    return window;
  }

  /** Another app comes to the front: the page inside the mail app is gone. */
  async #leave(next: string): Promise<void> {
    const mail = this.running.get('mail');
    if (next === 'mail' || mail === undefined || mail.windows.length < 2) return;
    this.#leftPage = mail.windows.at(-1)?.url;
    await this.running.pop('mail');
  }

  #startOf({ id }: PhoneApp): string {
    const { services } = this.#host.options;
    const own = this.#host.installed.package(id);
    if (own !== undefined) return services.appOrigin + own.app.start;
    switch (id) {
      case 'mail':
        return services.mail ?? 'https://webmail.test/mail/';
      case 'store':
        return services.store ?? 'https://store.test/';
      case 'browser':
        return `${systemOrigin}/new-tab`;
      default:
        return `${systemOrigin}/${id}`;
    }
  }

  #storePageOf(app: string): string {
    const url = new URL(this.#host.options.services.store ?? 'https://store.test/');
    url.searchParams.set('app', app);
    return url.href;
  }
}

function invalidAddress({ look }: AppsHost, url: string): { readonly title: string; readonly text: string } {
  return look.locale.startsWith('ja')
    ? { title: 'ページを開けません', text: `“${url}” を開けるアプリがありません。` }
    : { title: 'Cannot Open Page', text: `No app can open “${url}”.` };
}
