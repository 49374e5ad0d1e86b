import type { Target } from '../../chromium/index.ts';
import type { Activity } from './activity.ts';
import type { WindowOptions } from './app-window.ts';

/** Schemes that a window shows by itself; another app takes the rest. */
const own = /^(https?|about|data|blob|javascript):/i;

interface Frame {
  readonly id: string;
  readonly url: string;
  readonly urlFragment?: string;
  /** Where it was to go, when the browser says itself that nothing came. */
  readonly unreachableUrl?: string;
}

/** Where a window is, where it goes, and what leaves it. */
export class Navigation {
  readonly #target: Target;
  readonly #leaves: WindowOptions['leaves'];
  readonly #activity: Activity;
  #url = 'about:blank';
  /** It was sent by the driver, until it is there: nobody is asked whether it may go. */
  #isSent = false;

  constructor(target: Target, leaves: WindowOptions['leaves'], activity: Activity) {
    this.#target = target;
    this.#leaves = leaves;
    this.#activity = activity;
    target.on('Page.frameNavigated', ({ frame }) => {
      const { id, url, urlFragment = '', unreachableUrl } = frame as unknown as Frame;
      if (id !== target.id) return;
      this.#url = unreachableUrl || url + urlFragment;
      this.#isSent = false;
    });
    target.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId === target.id) this.#url = String(url);
    });
    target.on('Page.frameRequestedNavigation', ({ frameId, url, disposition }) => {
      const isForeign = frameId === target.id && disposition === 'currentTab' && !own.test(String(url));
      // Nothing is loaded for it: the window stays as it is, whatever the answer.
      if (isForeign) leaves(String(url), false);
    });
    target.on('Page.windowOpen', ({ url }) => this.opened(String(url)));
  }

  get url(): string {
    return this.#url;
  }

  /** A page, or a frame in it, opens a window: there is none but this. */
  opened(url: string): void {
    if (!this.#leaves(url, true) && own.test(url)) void this.go(url).catch(() => undefined);
  }

  /** Whether the window itself may load an address. */
  passes(url: string): boolean {
    if (this.#isSent || URL.parse(url)?.origin === URL.parse(this.#url)?.origin) return true;
    return !this.#leaves(url, false);
  }

  /** Also when nothing can be loaded: then the browser's own page says so. */
  async go(url: string): Promise<void> {
    this.#isSent = true;
    await this.#activity.during(this.#target.send('Page.navigate', { url }));
  }
}
