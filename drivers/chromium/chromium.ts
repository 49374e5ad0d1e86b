import { startChromium } from './chromium-process.ts';
import type { ChromiumProgram } from './chromium-program.ts';
import { openPage, type Page, type PageOptions } from './page.ts';
import { type BrowserContext, Targets } from './target.ts';

/** One browser for any number of pages. */
export interface Chromium extends AsyncDisposable {
  /** A page of its own context, that may ask one origin. */
  openPage(options: PageOptions): Promise<Page>;
  /** Pages that share what they keep; whoever opens one says what it may ask for. */
  openContext(): Promise<BrowserContext>;
  /** Why it has ended: ServiceError `chromium-failed`. */
  readonly ended: Error | undefined;
  /** At once and without a word, as when the system runs out of memory. */
  kill(): void;
}

/** Starts a headless Chromium, that leaves no process and no folder when it ends. Throws ServiceError `chromium-failed`. */
export async function launchChromium(program: string | ChromiumProgram): Promise<Chromium> {
  const wanted = typeof program === 'string' ? { executable: program } : program;
  const { pipe, kill, [Symbol.asyncDispose]: end } = await startChromium(wanted);
  const targets = new Targets(pipe);
  await targets.start();
  return {
    openPage: async (options) => openPage(await targets.openContext(), options),
    openContext: () => targets.openContext(),
    get ended() {
      return pipe.ended;
    },
    kill,
    [Symbol.asyncDispose]: end,
  };
}
