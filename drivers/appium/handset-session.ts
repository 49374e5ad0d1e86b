import { ServiceError } from '#sim/errors';
import type { Json } from '#sim/kernel';
import type { AppiumWay } from './appium-address.ts';
import { locatorOf } from './locator.ts';
import { elementScript, pageScript, type ReadPage } from './page-reader.ts';
import type { ScrollArea } from './screen-reader.ts';

type Browser = WebdriverIO.Browser;

export interface SessionOptions {
  /** `127.0.0.1:4723`: how errors name the server. */
  readonly server: string;
  readonly way: AppiumWay;
  /** How errors name the handset: its id in the world. */
  readonly handset: string;
  /** As W3C WebDriver's `alwaysMatch`. */
  readonly capabilities: Readonly<Record<string, Json>>;
  /** Ours, with its commands `handset: …`: it answers when all that a command set off is done. */
  readonly isEmulated: boolean;
}

/** https://www.w3.org/TR/webdriver2/#elements */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

/** What the client says when nobody answers at the address, or no longer; an answer of the server names an error instead. */
const away =
  /failed with error code [A-Z]|failed to fetch|fetch failed|unable to connect to|WebDriver compatible server|no answer|took too long/i;

/** What WebDriver says when the session is gone. */
const ended = /invalid session id|session is either terminated|no such driver/i;

/** https://www.w3.org/TR/webdriver2/#keyboard-actions */
const enter = ['keyDown', 'keyUp'] as const;

const looks: ReadonlySet<string> = new Set([
  'getPageSource',
  'takeScreenshot',
  'takeElementScreenshot',
  'findElement',
  'mobile: activeAppInfo',
  'mobile: getCurrentPackage',
  'mobile: isAppInstalled',
  'read the page',
]);

/** A real browser tells nobody when a page is done: it is, when it reads the same for so long, or at last by then. */
const stillMs = 150;
const looksMax = 100;

/** One device in one WebDriver session, started when it is first needed. Commands of it go one after another. */
export class HandsetSession implements AsyncDisposable {
  readonly handset: string;
  readonly isEmulated: boolean;
  readonly platform: string;
  /** Elements are those of the system and its apps; else those of a page in a browser. */
  readonly isNative: boolean;
  readonly #options: SessionOptions;
  #opened: Promise<Browser> | undefined;
  #commands = 0;

  constructor(options: SessionOptions) {
    const { capabilities } = options;
    this.handset = options.handset;
    this.isEmulated = options.isEmulated;
    this.platform = String(capabilities.platformName ?? '');
    this.isNative = !capabilities.browserName && capabilities['appium:autoWebview'] !== true;
    this.#options = options;
  }

  /** How many acts there were, looking not counted: where it is the same, the handset was not touched. */
  get commands(): number {
    return this.#commands;
  }

  get isOpen(): boolean {
    return this.#opened !== undefined;
  }

  /** Throws ServiceError `appium-unreachable`, `handset-session-refused`. */
  browser(): Promise<Browser> {
    this.#opened ??= open(this.#options);
    return this.#opened;
  }

  async source(): Promise<string> {
    return this.#ask('getPageSource', (browser) => browser.getPageSource());
  }

  /** A PNG of the whole screen. */
  async picture(): Promise<Buffer> {
    return Buffer.from(await this.#ask('takeScreenshot', (browser) => browser.takeScreenshot()), 'base64');
  }

  /**
   * Brings an element into sight. UiAutomator2 finds only what is there; XCUITest taps what is out of sight as well. False:
   * no such element is on the page.
   */
  async reach(accessibilityId: string): Promise<boolean> {
    if (await this.has(accessibilityId)) return true;
    if (!this.isNative || this.platform.toLowerCase() !== 'android') return false;
    const found: Partial<Record<typeof elementKey, string>> = await this.#ask('scrollIntoView', (browser) =>
      browser.findElement('-android uiautomator', scrollingTo(accessibilityId)),
    );
    return found[elementKey] !== undefined;
  }

  async pictureOf(accessibilityId: string): Promise<Buffer | undefined> {
    const element = await this.#find(accessibilityId);
    if (element === undefined) return undefined;
    const picture = await this.#ask('takeElementScreenshot', (browser) => browser.takeElementScreenshot(element));
    return Buffer.from(picture, 'base64');
  }

  /** False: no such element is there. */
  async tap(accessibilityId: string): Promise<boolean> {
    const element = await this.#find(accessibilityId);
    if (element === undefined) return false;
    await this.#ask('elementClick', (browser) => browser.elementClick(element));
    await this.#settle();
    return true;
  }

  /** Types over what stands in the field. False: no such field is there. */
  async type(accessibilityId: string, text: string): Promise<boolean> {
    const element = await this.#find(accessibilityId);
    if (element === undefined) return false;
    await this.#ask('elementClear', (browser) => browser.elementClear(element));
    if (text !== '') await this.#ask('elementSendKeys', (browser) => browser.elementSendKeys(element, text));
    return true;
  }

  /** The key that ends what was typed, in the field that has the focus. */
  async pressEnter(): Promise<void> {
    await this.#ask('performActions', (browser) =>
      browser.performActions([
        { type: 'key', id: 'keyboard', actions: enter.map((type) => ({ type, value: '\uE007' })) },
      ]),
    );
    await this.#settle();
  }

  /** What lies further that way comes into sight, as by a thumb. False: the page ends there. */
  async scroll(area: ScrollArea, direction: 'up' | 'down'): Promise<boolean> {
    return this.execute<boolean>('mobile: scrollGesture', { ...area, direction, percent: 0.8 });
  }

  /** A thumb moves the page up by a third of the screen. */
  async swipeUp(): Promise<void> {
    const { width, height } = await this.#ask('getWindowRect', (browser) => browser.getWindowRect());
    const [x, from, to] = [width / 2, height * 0.65, height * 0.3].map(Math.round) as [number, number, number];
    const move = (y: number, duration: number) =>
      ({ type: 'pointerMove', duration, x, y, origin: 'viewport' }) as const;
    const actions = [
      move(from, 0),
      { type: 'pointerDown', button: 0 },
      move(to, 300),
      { type: 'pointerUp', button: 0 },
    ];
    await this.#ask('performActions', (browser) =>
      browser.performActions([{ type: 'pointer', id: 'thumb', parameters: { pointerType: 'touch' }, actions }]),
    );
  }

  async has(accessibilityId: string): Promise<boolean> {
    return (await this.#find(accessibilityId)) !== undefined;
  }

  /** `mobile: …`, `handset: …`, or a script of the page in a web context. */
  async execute<Answer>(script: string, given: Json = {}): Promise<Answer> {
    return this.#ask(script.split('\n', 1)[0] ?? script, (browser) =>
      browser.executeScript(script, [given]),
    ) as Promise<Answer>;
  }

  /** The address in the browser of a web context. */
  async url(): Promise<string> {
    return this.#ask('getUrl', (browser) => browser.getUrl());
  }

  async goTo(url: string): Promise<void> {
    await this.#ask('navigateTo', (browser) => browser.navigateTo(url));
    await this.#settle();
  }

  /** Of a web context. */
  async page(): Promise<ReadPage> {
    return this.#ask('read the page', (browser) => browser.executeScript(pageScript, [])) as Promise<ReadPage>;
  }

  /** Lets the machine's time pass, where a device tells nothing when it is done. */
  async pause(durationMs: number): Promise<void> {
    await (await this.browser()).pause(durationMs);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const opened = this.#opened;
    this.#opened = undefined;
    // A session that never stood, or that is gone already, needs no end.
    await opened?.then((browser) => browser.deleteSession()).catch(() => undefined);
  }

  get #isRealBrowser(): boolean {
    return !this.isEmulated && !this.isNative;
  }

  /** Handsets of our own answer when all is done; in apps, page objects look for what they need. */
  async #settle(): Promise<void> {
    if (!this.#isRealBrowser) return;
    let before = '';
    for (let count = 0; count < looksMax; count += 1) {
      const page = await this.page();
      const now = JSON.stringify(page);
      if (now === before && !page.isBusy) return;
      before = now;
      await this.pause(stillMs);
    }
  }

  async #find(accessibilityId: string): Promise<string | undefined> {
    const { using, value } = locatorOf(accessibilityId, this.isNative);
    const found = (await this.#ask('findElement', (browser) =>
      this.#isRealBrowser ? browser.executeScript(elementScript, [value]) : browser.findElement(using, value),
    )) as Partial<Record<typeof elementKey, string>> | null;
    return found?.[elementKey];
  }

  async #ask<Answer>(command: string, ask: (browser: Browser) => Promise<Answer>): Promise<Answer> {
    const browser = await this.browser();
    if (!looks.has(command)) this.#commands += 1;
    try {
      return await ask(browser);
    } catch (error) {
      const reason = reasonOf(error);
      const { handset } = this;
      if (ended.test(reason) || away.test(reason))
        throw new ServiceError('handset-session-ended', { handset, reason }, { cause: error });
      throw new ServiceError('handset-command-failed', { handset, command, reason }, { cause: error });
    }
  }
}

/** https://developer.android.com/reference/androidx/test/uiautomator/UiScrollable */
function scrollingTo(accessibilityId: string): string {
  const element = `new UiSelector().description(${JSON.stringify(accessibilityId)})`;
  return `new UiScrollable(new UiSelector().scrollable(true)).scrollIntoView(${element})`;
}

async function open({ server, way, handset, capabilities }: SessionOptions): Promise<Browser> {
  // Loaded when a lane needs it: half a second.
  const { remote } = await import('webdriverio');
  try {
    return await remote({
      protocol: 'http',
      hostname: way.host,
      port: way.port,
      path: way.path,
      logLevel: 'silent',
      connectionRetryCount: 0,
      connectionRetryTimeout: 300_000,
      // The protocol of the two real drivers; a socket of BiDi would be a second way out.
      capabilities: { ...capabilities, 'wdio:enforceWebDriverClassic': true } as WebdriverIO.Capabilities,
    });
  } catch (error) {
    const reason = reasonOf(error);
    if (away.test(reason)) throw new ServiceError('appium-unreachable', { server, reason }, { cause: error });
    throw new ServiceError('handset-session-refused', { server, handset, reason }, { cause: error });
  }
}

/** The first line of what went wrong, without the address that the client puts behind it. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as Error & { cause?: { code?: string; message?: string } };
  const code = cause?.code === undefined ? '' : ` (${cause.code})`;
  return `${(message.split('\n', 1)[0] ?? '').replace(/^WebDriverError: /, '').replace(/ when running .*$/, '')}${code}`;
}
