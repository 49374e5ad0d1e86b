import { startChromium } from './chromium-process.ts';
import { openPage, type Page, type PageOptions } from './page.ts';

/** One browser for any number of pages. */
export interface Chromium {
  openPage(options: PageOptions): Promise<Page>;
  /** Ends it; no process and no folder is left. */
  [Symbol.asyncDispose](): Promise<void>;
}

/** Starts a headless Chromium. Throws ServiceError `chromium-failed`. */
export async function launchChromium(executable: string): Promise<Chromium> {
  const { pipe, [Symbol.asyncDispose]: end } = await startChromium(executable);
  return { openPage: (options) => openPage(pipe, options), [Symbol.asyncDispose]: end };
}
