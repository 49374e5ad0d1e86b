import {
  type BrowserContext,
  type Chromium,
  launchChromium,
  requireChromium,
  type Target,
} from '../../chromium/index.ts';

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
  spare = undefined;
  await known?.[Symbol.asyncDispose]();
}

/** A context with an empty page in it. */
interface Spare {
  readonly browser: Chromium;
  readonly context: BrowserContext;
  readonly target: Target;
}

/** Made before anybody asks: a page takes a process of its own, and that takes its time. */
let spare: Promise<Spare | undefined> | undefined;

/** For the next window: while one closes, nothing else is painted. */
export function prepareSpare(): void {
  spare ??= makeSpare().catch(() => undefined);
}

async function makeSpare(): Promise<Spare | undefined> {
  const browser = await running;
  if (browser === undefined) return undefined;
  const context = await browser.openContext();
  return { browser, context, target: await context.openTarget() };
}

/** The spare one, when there is one: the first page that is opened in it is there already. */
async function newContext(browser: Chromium): Promise<BrowserContext> {
  const kept = spare;
  spare = undefined;
  const found = await kept;
  if (found === undefined || found.browser !== browser) return browser.openContext();
  const { context } = found;
  let first: Target | undefined = found.target;
  return {
    id: context.id,
    async openTarget() {
      const target = first;
      first = undefined;
      return target === undefined || target.isGone ? context.openTarget() : target;
    },
    [Symbol.asyncDispose]: () => context[Symbol.asyncDispose](),
  };
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
    known !== undefined && known.browser === browser ? known : { context: newContext(browser), browser, users: 0 };
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
