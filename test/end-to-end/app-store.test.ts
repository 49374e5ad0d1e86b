import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { type Device, offer, type StoreHandset } from '#mocks/app-store';
import { storeUnderTest } from './app-store-fixture.ts';
import { executablePath, newContext, useChromium } from './mail-app-phone.ts';
import { examination } from './page-examination.ts';

const iphone: Device = { platform: 'iOS', version: '26.0', form: 'phone' };
const oldIphone: Device = { platform: 'iOS', version: '14.8', form: 'phone' };
const handsets: Readonly<Record<string, StoreHandset>> = {
  hs_0001: { device: iphone },
  hs_0002: { device: oldIphone },
  hs_0003: { device: { ...iphone, platform: 'Android', version: '13' }, circumstances: { country: 'US' } },
  hs_0004: { device: { ...iphone, form: 'tablet' } },
  hs_0005: { device: iphone, installed: { wallet: '2.0' } },
};

const sentenceOf = (text: string): string | undefined => /data-testid="text">([^<]*)</.exec(text)?.[1];

describe('the app stores’ pages', () => {
  it.each([
    ['hs_0001', 'wallet', 'store-installed'],
    ['hs_0002', 'wallet', 'store-incompatible'],
    ['hs_0003', 'wallet', 'store-refused'],
    ['hs_0004', 'wallet', 'store-incompatible'],
    ['hs_0001', 'lecoz', 'store-incompatible'],
    ['hs_0001', 'old-wallet', 'store-installed'],
  ])('show to %s who wants %s: %s, in the words of the offer', async (handset, app, screen) => {
    await using store = await storeUnderTest(handsets);
    const { device = iphone, circumstances } = handsets[handset] ?? {};
    const made = offer(app, device, circumstances);
    for (const language of ['ja', 'en'] as const) {
      const { status, text } = await store.post(`install?handset=${handset}&app=${app}&lang=${language}`);
      expect(status).toBe(200);
      expect(text).toContain(`data-testid="screen-${screen}"`);
      expect(sentenceOf(text)?.replaceAll('&quot;', '"')).toBe(made.sentence[language]);
      // The phone fetches an app for a yes alone.
      expect(text.includes('todoku-store://install')).toBe(made.verdict === 'installed');
    }
    expect(store.decisions[0]).toEqual({ handset, app, wish: 'install', offer: made });
  });

  it('take a device by its description where no handset is named', async () => {
    await using store = await storeUnderTest();
    const { text } = await store.post('install?platform=Android&version=6.0.1&form=phone&app=wallet');
    expect(sentenceOf(text)).toBe('お使いのデバイスはこのバージョンに対応していません。');
  });

  it('update to the newest version, and say when there is none', async () => {
    await using store = await storeUnderTest(handsets);
    expect(sentenceOf((await store.post('update?handset=hs_0001&app=wallet')).text)).toBe(
      'アプリを最新のバージョンに更新しました。',
    );
    expect(sentenceOf((await store.post('update?handset=hs_0005&app=wallet')).text)).toBe(
      'この端末で使える最新のバージョンです。',
    );
    expect(store.decisions.map(({ wish }) => wish)).toEqual(['update', 'update']);
  });

  it.each([
    ['', ['wallet', 'old-wallet']],
    ['?q=LecoS', ['wallet', 'old-wallet']],
    ['?q=乗換案内', []],
  ])('list for %j: %j', async (query, found) => {
    await using store = await storeUnderTest(handsets);
    const text = await (await fetch(store.url + query)).text();
    const listed = ['wallet', 'old-wallet'].filter(
      (app) => text.includes(`data-testid="result-${app}"`) || (query === '' && text.includes(`app=${app}`)),
    );
    expect(listed).toEqual(found);
  });

  it('keep text of strangers text, and run nothing', async () => {
    await using store = await storeUnderTest(handsets);
    const hostile = encodeURIComponent('"><script>alert(1)</script>');
    for (const path of [`?q=${hostile}`, `?app=${hostile}`, `?handset=${hostile}&lang=${hostile}`]) {
      const response = await fetch(store.url + path);
      const text = await response.text();
      expect(text).not.toContain('<script');
      expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none';/);
    }
    expect((await store.post(`install?app=${hostile}`)).text).not.toContain('<script');
  });
});

describe.skipIf(executablePath === undefined)('the app stores in Chromium', { timeout: 240_000 }, () => {
  useChromium();

  it.each([
    ['hs_0001', 'ja', false],
    ['hs_0002', 'en', true],
    ['hs_0003', 'ja', true],
    ['hs_0004', 'en', false],
  ] as const)('are for everybody: %s, %s, dark %s', async (handset, language, isDark) => {
    await using store = await storeUnderTest(handsets);
    await using context = await newContext({
      viewport: { width: 390, height: 844 },
      colorScheme: isDark ? 'dark' : 'light',
    });
    const page = await context.newPage();
    const problems: string[] = [];
    const examine = async (where: string): Promise<void> => {
      await page.evaluate(axe.source);
      problems.push(...((await page.evaluate(examination)) as string[]).map((problem) => `${where}: ${problem}`));
    };
    const base = `${store.url}?handset=${handset}&lang=${language}`;
    await page.goto(base);
    await examine('front');
    await page.getByTestId('search').fill('LecoS');
    await page.getByTestId('search-go').click();
    await page.getByTestId('result-old-wallet').waitFor();
    await examine('search');
    await page.getByTestId('result-wallet').click();
    await page.getByTestId('screen-store-app').waitFor();
    await examine('app');
    await page.getByTestId('install').click();
    await page.getByTestId('text').waitFor();
    await examine('verdict');
    expect(problems).toEqual([]);
  });

  it('leave for the phone’s own address behind a yes, and stay', async () => {
    await using store = await storeUnderTest(handsets);
    await using context = await newContext();
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Page.enable');
    const left: string[] = [];
    session.on('Page.frameRequestedNavigation', ({ url }) => {
      if (url.startsWith('todoku-store:')) left.push(url);
    });
    await page.goto(`${store.url}?handset=hs_0001`);
    await page.getByTestId('install').click();
    await expect.poll(() => left).toEqual(['todoku-store://install?app=wallet']);
    expect(await page.getByTestId('text').innerText()).toBe('「LecoS」をインストールしました。');
    await page.getByTestId('open').click();
    await expect.poll(() => left.at(-1)).toBe('todoku-store://open?app=wallet');
  });
});
