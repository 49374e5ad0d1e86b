import { once } from 'node:events';
import type { Json } from '#sim/kernel';
import type { Target } from '../../chromium/index.ts';
import { Activity } from './activity.ts';
import { AgentWorld } from './agent-world.ts';
import type { AppWindow, Box, TouchMove, WindowClock, WindowOptions } from './app-window.ts';
import { emulate, emulateLook, emulateScreen } from './emulation.ts';
import { touch } from './fingers.ts';
import { typeKeys } from './keyboard.ts';
import { Navigation } from './navigation.ts';
import { runScript } from './page-script.ts';
import { PageWorld } from './page-world.ts';
import { answerRequests } from './requests.ts';
import { holdStorage, prepareSpare, type Storage } from './shared-browser.ts';

/**
 * The real drivers wait 10 s for an app to be idle, and go on then (waitForIdleTimeout of both). A machine with much else
 * to do needs longer for a request, and what a scenario sees must not depend on that.
 */
const settlesWithinMs = 60_000;

/** Opens an empty window. Throws ServiceError `chromium-missing`, `chromium-failed`, `pages-not-built`. */
export async function openWindow(options: WindowOptions): Promise<AppWindow> {
  const storage = await holdStorage(options.storage);
  try {
    const window = new ChromiumWindow(storage, await storage.context.openTarget(), options);
    await window.begin();
    return window;
  } catch (error) {
    await storage[Symbol.asyncDispose]();
    throw error;
  }
}

class ChromiumWindow implements AppWindow {
  readonly #storage: Storage;
  readonly #target: Target;
  readonly #options: WindowOptions;
  readonly #activity = new Activity();
  readonly #navigation: Navigation;
  readonly #page: PageWorld;
  readonly #agent: AgentWorld;
  #screen: WindowOptions['screen'];
  #title = '';

  constructor(storage: Storage, target: Target, options: WindowOptions) {
    this.#storage = storage;
    this.#target = target;
    this.#options = options;
    this.#screen = options.screen;
    this.#activity.watch(target);
    this.#navigation = new Navigation(target, options.leaves, this.#activity);
    this.#page = new PageWorld(target, options, this.#activity);
    const app = options.app ?? { name: '', package: '' };
    this.#agent = new AgentWorld(target, () => ({ scale: this.#screen.scale, app }));
    void target.gone.then(() => this.#activity.end());
    // A dialog of a page would stop it until somebody answers: an alert is read, a question is answered with no.
    target.on('Page.javascriptDialogOpening', ({ type }) => {
      const answer = { accept: type === 'alert' || type === 'beforeunload' };
      void target.send('Page.handleJavaScriptDialog', answer).catch(() => undefined);
    });
  }

  async begin(): Promise<void> {
    const { answer } = this.#options;
    const passes = (url: string): boolean => this.#navigation.passes(url);
    answerRequests(this.#target, answer, passes, (session) => this.#follow(session));
    const all = [...emulate(this.#target, this.#options), ...this.#page.begin()];
    this.#target.resume();
    await Promise.all(all);
  }

  get url(): string {
    return this.#navigation.url;
  }

  get title(): string {
    return this.#title;
  }

  async open(url: string): Promise<void> {
    await this.#navigation.go(url);
    await this.settle();
  }

  agent<Answer>(command: string, ...given: readonly Json[]): Promise<Answer> {
    return this.#agent.call<Answer>(command, given);
  }

  execute(body: string, given: readonly Json[]): Promise<Json | undefined> {
    return runScript(this.#target, body, given);
  }

  async touch(moves: readonly TouchMove[]): Promise<void> {
    await touch(this.#target, moves, this.#options.isTouch);
    // What a finger draws along begins to scroll with the next frame.
    await this.#settle(moves.some(({ type }) => type === 'move') ? 3 : 0);
  }

  async type(text: string): Promise<void> {
    await typeKeys(this.#target, text);
    await this.settle();
  }

  async screenshot(area?: Box): Promise<Buffer> {
    const bars = this.#options.bars?.();
    // Whoever navigates meanwhile is painted without.
    if (bars !== undefined) await this.#agent.paintBars(bars).catch(() => undefined);
    const clip = area === undefined ? {} : { clip: { ...(await this.#inDocument(area)), scale: 1 } };
    const { data } = await this.#target.send('Page.captureScreenshot', { format: 'png', ...clip });
    if (bars !== undefined) void this.#agent.paintBars(undefined).catch(() => undefined);
    return Buffer.from(String(data), 'base64');
  }

  /** Clips are counted from the top of the document, boxes from the top of what is in sight. */
  async #inDocument({ x, y, ...size }: Box): Promise<Box> {
    const { cssVisualViewport } = await this.#target.send('Page.getLayoutMetrics');
    const { pageX, pageY } = cssVisualViewport as { readonly pageX: number; readonly pageY: number };
    return { x: x + pageX, y: y + pageY, ...size };
  }

  settle(): Promise<void> {
    return this.#settle(0);
  }

  async #settle(atLeastFrames: number): Promise<void> {
    const limit = once(AbortSignal.timeout(settlesWithinMs), 'abort').then(() => true);
    // A page that has asked for nothing has painted nothing new but what it put off itself.
    for (let frames = atLeastFrames, isLate = false; !isLate; frames = 2) {
      isLate = await Promise.race([limit, this.#activity.quiet().then(() => false)]);
      const before = this.#activity.begun;
      this.#title = (await Promise.race([limit.then(() => undefined), this.#page.quiet(frames)])) ?? this.#title;
      if (this.#target.isGone || (this.#activity.begun === before && this.#activity.isQuiet)) return;
    }
  }

  async setClock(clock: WindowClock): Promise<void> {
    await this.#page.setClock(clock);
  }

  async setScreen(screen: WindowOptions['screen']): Promise<void> {
    this.#screen = screen;
    await emulateScreen(this.#target, screen, this.#options.isTouch);
    await this.#page.quiet(2);
  }

  async setLook(look: Pick<WindowOptions, 'isDark' | 'locale' | 'timeZone'>): Promise<void> {
    await Promise.all(emulateLook(this.#target, look));
  }

  async setVisible(isVisible: boolean): Promise<void> {
    await this.#page.setVisible(isVisible);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#target[Symbol.asyncDispose]();
    await this.#storage[Symbol.asyncDispose]();
    prepareSpare();
  }

  /** A frame or a worker in a process of its own. */
  #follow(session: string): void {
    const { send, on } = this.#target;
    this.#activity.watch(this.#target, session);
    on('Page.windowOpen', ({ url }) => this.#navigation.opened(String(url)), session);
    for (const method of ['Page.enable', 'Network.enable']) void send(method, {}, session).catch(() => undefined);
  }
}
