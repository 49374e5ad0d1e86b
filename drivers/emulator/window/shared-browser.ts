import { type BrowserContext, type Chromium, launchChromium, requireChromium } from '../../chromium/index.ts';

/** The one browser of this process; whoever asks first starts it. */
let running: Promise<Chromium> | undefined;

/** One that has ended is started anew. Throws ServiceError `chromium-missing`, `chromium-failed`. */
export async function sharedBrowser(): Promise<Chromium> {
  for (;;) {
    running ??= start();
    const asked = running;
    const browser = await asked;
    if (browser.ended === undefined) return browser;
    if (running === asked) running = undefined;
  }
}

async function start(): Promise<Chromium> {
  try {
    return await launchChromium(await requireChromium(process.env));
  } catch (error) {
    // The next one may have more luck.
    running = undefined;
    throw error;
  }
}

/** Ends it with everything that it shows; the next window starts another. */
export async function endSharedBrowser(): Promise<void> {
  const known = await running?.catch(() => undefined);
  running = undefined;
  await known?.[Symbol.asyncDispose]();
}

/** What an app keeps, as long as somebody holds it. */
export interface Storage extends AsyncDisposable {
  readonly context: BrowserContext;
}

interface Kept {
  readonly context: Promise<BrowserContext>;
  readonly browser: Chromium;
  users: number;
}

const storages = new Map<string, Kept>();

/** The context of an app's storage: it is kept while somebody holds it. */
export async function holdStorage(name: string): Promise<Storage> {
  const browser = await sharedBrowser();
  const known = storages.get(name);
  const storage =
    known !== undefined && known.browser === browser ? known : { context: browser.openContext(), browser, users: 0 };
  storages.set(name, storage);
  storage.users += 1;
  const context = await storage.context;
  return {
    context,
    async [Symbol.asyncDispose]() {
      storage.users -= 1;
      if (storage.users > 0) return;
      if (storages.get(name) === storage) storages.delete(name);
      await context[Symbol.asyncDispose]();
    },
  };
}
