import type { Json } from '#sim/kernel';
import type { Answer, DevtoolsPipe } from './devtools-pipe.ts';

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

/** Opens a page in a context of its own: it shares no cookie, cache or storage with any other. */
export async function openPage(pipe: DevtoolsPipe, options: PageOptions): Promise<Page> {
  const { browserContextId } = await pipe.send('Target.createBrowserContext', { disposeOnDetach: true });
  const { targetId } = await pipe.send('Target.createTarget', { url: 'about:blank', browserContextId });
  const { sessionId } = await pipe.send('Target.attachToTarget', { targetId, flatten: true });
  const session = String(sessionId);
  const blocked: string[] = [];
  const ask = (method: string, parameters?: object): Promise<Answer> => pipe.send(method, parameters, session);
  pipe.on(
    'Target.attachedToTarget',
    ({ sessionId: inner }) => void guard(String(inner)).catch(() => undefined),
    session,
  );
  await guard(session);
  await setUp(ask, options);
  return {
    blocked,
    async open(url) {
      const loaded = Promise.withResolvers<void>();
      pipe.on('Page.loadEventFired', () => loaded.resolve(), session);
      const { errorText } = await ask('Page.navigate', { url });
      if (typeof errorText === 'string') throw new Error(`${errorText}: ${url}`);
      await loaded.promise;
    },
    async evaluate(expression) {
      const { result, exceptionDetails } = (await ask('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      })) as { result?: { value?: Json }; exceptionDetails?: { text: string; exception?: { description?: string } } };
      if (exceptionDetails === undefined) return result?.value;
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    },
    async screenshot(clip) {
      const area = clip === undefined ? {} : { clip: { ...clip, scale: 1 } };
      const { data } = await ask('Page.captureScreenshot', { format: 'png', ...area });
      return Buffer.from(String(data), 'base64');
    },
    async [Symbol.asyncDispose]() {
      await pipe.send('Target.disposeBrowserContext', { browserContextId }).catch(() => undefined);
    },
  };

  /** Everything that a page, or a frame in a process of its own, asks for comes by here. */
  async function guard(own: string): Promise<void> {
    pipe.on('Fetch.requestPaused', ({ requestId, request }) => void decide(own, requestId, request), own);
    await pipe.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }, own);
    const follow = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true };
    await pipe.send('Target.setAutoAttach', follow, own);
    await pipe.send('Runtime.runIfWaitingForDebugger', {}, own);
  }

  async function decide(own: string, requestId: Json | undefined, request: Json | undefined): Promise<void> {
    const { url } = request as { readonly url: string };
    const isAllowed = URL.parse(url)?.origin === options.origin || url.startsWith('data:');
    if (!isAllowed) blocked.push(url);
    const [method, reason] = isAllowed ? ['continueRequest', {}] : ['failRequest', { errorReason: 'BlockedByClient' }];
    // The page may be gone before it is answered.
    await pipe.send(`Fetch.${method}`, { requestId, ...reason }, own).catch(() => undefined);
  }
}

async function setUp(
  ask: (method: string, parameters?: object) => Promise<Answer>,
  options: PageOptions,
): Promise<void> {
  const { screen, isPhone, isDark, language } = options;
  const { width, height, scale } = screen;
  await ask('Page.enable');
  await ask('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: scale, mobile: isPhone });
  await ask('Emulation.setTouchEmulationEnabled', { enabled: isPhone });
  await ask('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: isDark ? 'dark' : 'light' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ],
  });
  await ask('Emulation.setLocaleOverride', { locale: language === 'ja' ? 'ja-JP' : 'en-US' });
  await ask('Emulation.setTimezoneOverride', { timezoneId: 'Asia/Tokyo' });
  const { userAgent } = await ask('Browser.getVersion');
  await ask('Emulation.setUserAgentOverride', { userAgent, acceptLanguage: language });
}
