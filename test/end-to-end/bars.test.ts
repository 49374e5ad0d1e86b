import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { executablePath, newContext, useChromium } from './mail-app-phone.ts';

const script = new URL('../../built/handset-bars/bars.js', import.meta.url);

/** As strict as the pages that are shown: no style of others, no HTML from texts. */
const policy = "default-src 'none'; style-src 'nonce-x'; require-trusted-types-for 'script'; trusted-types 'none'";
const body =
  '<style nonce="x">body{margin:0;background:#123c69}p{height:1200px}</style><p>花子</p><button data-testid="low">x</button>';

const iphone = {
  look: 'ios',
  time: '9:41',
  battery: 80,
  network: 'on',
  insets: { top: 62, bottom: 34 },
  over: 'page',
  browser: { url: 'https://wallet.openbadge.test/receive/t0ken', title: '受け取り' },
} as const;

async function shownPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.route('**', (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: { 'Content-Security-Policy': policy },
      body: `<!doctype html>${body}`,
    }),
  );
  await page.goto('https://page.test/');
  return page;
}

/** Runs an expression in a world of its own, as the driver does, behind the built script. */
async function inWorld(page: Page, expression: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const world = { frameId: frameTree.frame.id, worldName: 'bars' };
  const { executionContextId } = await session.send('Page.createIsolatedWorld', world);
  const asked = { expression: `${readFileSync(script, 'utf8')};${expression}`, contextId: executionContextId };
  const { exceptionDetails } = await session.send('Runtime.evaluate', asked);
  expect(exceptionDetails).toBeUndefined();
}

const show = (settings: object): string => `todokuBars.show(${JSON.stringify(settings)})`;

describe.skipIf(executablePath === undefined)('the bars of the system', { timeout: 120_000 }, () => {
  useChromium();

  it('are painted over a page that lets nothing in, and move nothing in it', async () => {
    await using context = await newContext({ viewport: { width: 402, height: 874 } });
    const page = await shownPage(context);
    const layout =
      '[document.documentElement.scrollHeight, document.querySelector("p").getBoundingClientRect().top, innerWidth]';
    const before = await page.evaluate(layout);
    const bare = await page.screenshot();
    await inWorld(page, show(iphone));
    expect(await page.evaluate(layout)).toEqual(before);
    expect(await page.evaluate('document.querySelector("todoku-bars").shadowRoot')).toBe(null);
    expect(await page.evaluate('document.querySelector("todoku-bars").getClientRects().length')).toBe(0);
    // Touches go through: what lies there is the page.
    expect(await page.evaluate('document.elementFromPoint(200, 20).tagName')).toBe('P');
    expect((await page.screenshot()).equals(bare)).toBe(false);
  });

  it('are the same pixels for the same state, others for another, and gone when hidden', async () => {
    await using context = await newContext({ viewport: { width: 402, height: 874 } });
    const page = await shownPage(context);
    const bare = await page.screenshot();
    const picture = async (settings: object): Promise<Buffer> => {
      await inWorld(page, show(settings));
      return page.screenshot();
    };
    const first = await picture(iphone);
    for (const other of [
      { ...iphone, time: '9:42' },
      { ...iphone, battery: 20 },
      { ...iphone, network: 'off' },
      { ...iphone, look: 'android', insets: { top: 45, bottom: 24 } },
      { ...iphone, look: 'desktop' },
    ]) {
      expect((await picture(other)).equals(first)).toBe(false);
    }
    expect((await picture(iphone)).equals(first)).toBe(true);
    expect((await picture({ ...iphone, over: 'none' })).equals(bare)).toBe(true);
  });
});
