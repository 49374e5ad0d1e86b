import { errors } from 'appium/driver.js';
import { type ElementReference, elementPlace, elementReference } from './element-reference.ts';
import type { Phone } from './phone/phone.ts';
import type { AppWindow, Dialect } from './window/app-window.ts';

/** The context in which a handset is what its system shows, not what a page holds. */
export const nativeContext = 'NATIVE_APP';

/** Numbers in ms. https://www.w3.org/TR/webdriver2/#timeouts */
export interface Timeouts {
  scriptMs: number;
  pageLoadMs: number;
}

/** An element that a client named, in the window that shows it. */
export interface Found {
  readonly window: AppWindow;
  /** As the agent of the window calls it. */
  readonly key: string;
}

/** What commands work on: the handset of one WebDriver session, and what the client has chosen in it. */
export class Session {
  readonly phone: Phone;
  readonly capabilities: Readonly<Record<string, unknown>>;
  readonly timeouts: Timeouts = { scriptMs: 30_000, pageLoadMs: 300_000 };
  context: string = nativeContext;
  /** Pointer position and so on is not kept: every performActions begins anew, as with the real drivers. */
  readonly #windows = new WeakMap<AppWindow, number>();
  #windowCount = 0;
  readonly #implicitWaitMs: () => number;

  constructor(phone: Phone, capabilities: Readonly<Record<string, unknown>>, implicitWaitMs: () => number) {
    this.phone = phone;
    this.capabilities = capabilities;
    this.#implicitWaitMs = implicitWaitMs;
  }

  get implicitWaitMs(): number {
    return this.#implicitWaitMs();
  }

  get dialect(): Dialect {
    const { platform } = this.phone.model;
    if (platform === 'iOS') return 'ios';
    return platform === 'Android' ? 'android' : 'desktop';
  }

  get isWeb(): boolean {
    return this.context !== nativeContext;
  }

  /** Pixels that a client counts for one CSS pixel: UiAutomator2 counts those of the panel, XCUITest and pages do not. */
  get scale(): number {
    return this.dialect === 'android' && !this.isWeb ? this.phone.model.screen.scale : 1;
  }

  /** What commands of the current context look at. Throws `no such window` when the web view was closed. */
  window(): AppWindow {
    if (!this.isWeb) return this.phone.front();
    const found = this.webViews().find(({ context }) => context === this.context);
    if (found === undefined) throw new errors.NoSuchWindowError(`The web view ${this.context} is not there any more`);
    return found.window;
  }

  /** The window of a web context. Throws `unsupported operation` in the native one. */
  webWindow(): AppWindow {
    if (!this.isWeb) throw new errors.NotImplementedError();
    return this.window();
  }

  webViews(): readonly { readonly context: string; readonly window: AppWindow }[] {
    const isIos = this.dialect === 'ios';
    return this.phone
      .webViews()
      .map(({ app, window }) => ({ context: `WEBVIEW_${isIos ? app.bundleId : app.appPackage}`, window }));
  }

  reference(window: AppWindow, key: string): ElementReference {
    return elementReference({ window: this.#numberOf(window), key });
  }

  /** Throws `stale element reference` for what is not on the screen any more, `no such element` for what never was. */
  element(id: string): Found {
    const place = elementPlace(id);
    if (place === undefined || place.window > this.#windowCount) {
      throw new errors.NoSuchElementError(`No element of this session has the id '${id.slice(0, 80)}'`);
    }
    const window = this.window();
    if (this.#numberOf(window) !== place.window) {
      throw new errors.StaleElementReferenceError(
        `The element '${id}' belongs to a window that is not in front any more`,
      );
    }
    return { window, key: place.key };
  }

  #numberOf(window: AppWindow): number {
    const known = this.#windows.get(window);
    if (known !== undefined) return known;
    this.#windowCount += 1;
    this.#windows.set(window, this.#windowCount);
    return this.#windowCount;
  }
}
