import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { findChromium } from '#drivers/chromium';
import type { MailAppUnderTest } from './mail-app-fixture.ts';

export const executablePath = findChromium(process.env);

let browser: Browser;

/** One Chromium for the tests of a `describe`. */
export function useChromium(): void {
  beforeAll(async () => {
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    browser = await chromium.launch({ executablePath: executablePath ?? '', args, timeout: 120_000 });
  }, 130_000);
  afterAll(async () => browser?.close());
}

export function newContext(options?: BrowserContextOptions): Promise<BrowserContext> {
  return browser.newContext(options);
}

interface Look {
  readonly language?: 'ja' | 'en';
  readonly isDark?: boolean;
  readonly width?: number;
}

/** A page of the app in a context of its own, and every address that answered it. */
export async function phone(
  app: MailAppUnderTest,
  place: string,
  { language = 'ja', isDark = false, width = 390 }: Look = {},
) {
  const context = await browser.newContext({
    viewport: { width, height: 844 },
    colorScheme: isDark ? 'dark' : 'light',
    locale: language,
  });
  const page = await context.newPage();
  const answers: string[] = [];
  // A request that a policy refuses is told of too, but nobody answers it.
  page.on('response', (response) => void answers.push(response.url()));
  await page.goto(`${app.url}?lang=${language}#/${place}`);
  await shown(page);
  return { page, answers, [Symbol.asyncDispose]: () => context.close() };
}

/** Until the place of the address stands. */
export async function shown(page: Page): Promise<void> {
  // One question that is answered in the page: its policy lets no function of ours be called again and again.
  await page.evaluate(`new Promise((done, fail) => {
    const look = () => (document.body.dataset.shown === location.hash ? done() : requestAnimationFrame(look));
    setTimeout(() => fail(new Error('not shown: ' + location.hash)), 60000);
    look();
  })`);
}
