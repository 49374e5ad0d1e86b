import type { Json } from '#sim/kernel';
import { guardTarget, type Paused } from './guard.ts';
import type { BrowserContext, Target } from './target.ts';

/** How the screen that a page is painted on is made and set. */
export interface PageOptions {
  /** In CSS pixels, and how many pixels of the picture one of them has. */
  readonly screen: { readonly width: number; readonly height: number; readonly scale: number };
  readonly isPhone: boolean;
  readonly isDark: boolean;
  readonly language: 'ja' | 'en';
  /** The one origin that anything may be asked of, such as `http://127.0.0.1:8025`. */
  readonly origin: string;
}

export interface Page {
  /** Loads an address and waits until everything in it has loaded. Throws Error with what the browser says. */
  open(url: string): Promise<void>;
  /** The value of an expression, awaited. Throws Error with what the page throws. */
  evaluate(expression: string): Promise<Json | undefined>;
  /** A PNG of the screen, or of a part of it in CSS pixels. */
  screenshot(clip?: Box): Promise<Buffer>;
  /** The addresses that were asked for and not let through. */
  readonly blocked: readonly string[];
  [Symbol.asyncDispose](): Promise<void>;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Opens a page that is all there is in its context: it shares no cookie, cache or storage with any other. */
export async function openPage(context: BrowserContext, options: PageOptions): Promise<Page> {
  const target = await context.openTarget();
  const blocked: string[] = [];
  const isSetUp = setUp(target, options);
  guardTarget(target, (paused) => void decide(target, paused, options.origin, blocked));
  target.resume();
  await isSetUp;
  return {
    blocked,
    open: (url) => open(target, url),
    evaluate: (expression) => evaluate(target, expression),
    async screenshot(clip) {
      const area = clip === undefined ? {} : { clip: { ...clip, scale: 1 } };
      const { data } = await target.send('Page.captureScreenshot', { format: 'png', ...area });
      return Buffer.from(String(data), 'base64');
    },
    async [Symbol.asyncDispose]() {
      await target[Symbol.asyncDispose]();
      await context[Symbol.asyncDispose]();
    },
  };
}

async function open(target: Target, url: string): Promise<void> {
  const loaded = Promise.withResolvers<void>();
  const off = target.on('Page.loadEventFired', () => loaded.resolve());
  try {
    const { errorText, loaderId } = await target.send('Page.navigate', { url });
    if (typeof errorText === 'string') throw new Error(`${errorText}: ${url}`);
    // One that differs behind the # alone is not loaded.
    if (loaderId !== undefined) await loaded.promise;
  } finally {
    off();
  }
}

async function evaluate(target: Target, expression: string): Promise<Json | undefined> {
  const asked = { expression, awaitPromise: true, returnByValue: true };
  const { result, exceptionDetails } = (await target.send('Runtime.evaluate', asked)) as {
    result?: { value?: Json };
    exceptionDetails?: { text: string; exception?: { description?: string } };
  };
  if (exceptionDetails === undefined) return result?.value;
  throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
}

async function decide(target: Target, { requestId, url, session }: Paused, origin: string, blocked: string[]) {
  const isAllowed = URL.parse(url)?.origin === origin || url.startsWith('data:');
  if (!isAllowed) blocked.push(url);
  const [method, reason] = isAllowed ? ['continueRequest', {}] : ['failRequest', { errorReason: 'BlockedByClient' }];
  // The page may be gone before it is answered.
  await target.send(`Fetch.${method}`, { requestId, ...reason }, session).catch(() => undefined);
}

/** All at once: the answers are waited for together. Throws ServiceError `chromium-failed`. */
async function setUp({ send }: Target, options: PageOptions): Promise<void> {
  const { screen, isPhone, isDark, language } = options;
  const { width, height, scale } = screen;
  const features = [
    { name: 'prefers-color-scheme', value: isDark ? 'dark' : 'light' },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ];
  const done = [
    send('Page.enable'),
    send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: scale, mobile: isPhone }),
    send('Emulation.setTouchEmulationEnabled', { enabled: isPhone }),
    send('Emulation.setEmulatedMedia', { features }),
    send('Emulation.setLocaleOverride', { locale: language === 'ja' ? 'ja-JP' : 'en-US' }),
    send('Emulation.setTimezoneOverride', { timezoneId: 'Asia/Tokyo' }),
  ];
  const { userAgent } = await send('Browser.getVersion');
  await Promise.all([...done, send('Emulation.setUserAgentOverride', { userAgent, acceptLanguage: language })]);
}
