import { type BrowserContext, type Chromium, launchChromium, requireChromium } from '../../chromium/index.ts';

/** The one browser of this process, whoever asks first starts it. One that has ended is started anew for the next. */
let running: Promise<Chromium> | undefined;

/** Throws ServiceError `chromium-missing`, `chromium-failed`. */
export async function sharedBrowser(): Promise<Chromium> {
  const known = await running?.catch(() => undefined);
  if (known !== undefined && known.ended === undefined) return known;
  if (known !== undefined || running === undefined) {
    running = launchChromium(requireChromium(process.env));
  }
  return running;
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
