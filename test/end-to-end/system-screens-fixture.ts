import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import type { PhoneModel, PhoneModelKey } from '#drivers/handset';
import { phoneModels } from '#drivers/handset';
import {
  failurePage,
  type SystemScreen,
  type SystemState,
  systemPage,
  systemPagePolicy,
} from '#drivers/emulator/ui/system';

const built = new URL('../../built/handset/', import.meta.url);
const types: { readonly [ending: string]: string } = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.woff2': 'font/woff2',
};

/** What a phone with everything on it tells its screens. */
export function stateOf(key: PhoneModelKey, differing: Partial<SystemState> = {}): SystemState {
  const { platform, form, name, versions }: PhoneModel = phoneModels[key];
  const icon = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><path fill="#0b6b57" d="M0 0h48v48H0z"/><path fill="#fff" d="M14 12h6v18h14v6H14z"/></svg>')}`;
  const wallet = { id: 'wallet', name: { ja: 'LecoS', en: 'LecoS' }, icon };
  const apps = [
    { id: 'store', name: platform === 'iOS' ? both('App Store') : { ja: 'Playストア', en: 'Play Store' } },
    { id: 'browser', name: both(platform === 'iOS' ? 'Safari' : 'Chrome') },
    { id: 'mail', name: { ja: 'メール', en: 'Mail' }, badge: 3 },
    { id: 'camera', name: { ja: 'カメラ', en: 'Camera' } },
    { id: 'settings', name: { ja: '設定', en: 'Settings' } },
    wallet,
  ];
  return {
    platform,
    version: versions.usual,
    form,
    model: name,
    udid: '00008150-000A1D2E3C40001E',
    language: 'ja',
    isDark: false,
    now: '2026-04-01T09:41:00+09:00',
    timeZone: 'Asia/Tokyo',
    clockSkewMs: 0,
    network: 'on',
    battery: 80,
    apps,
    recent: [wallet, ...apps.slice(1, 3)],
    notifications: [
      {
        id: 'note_1',
        app: 'mail',
        appName: { ja: 'メール', en: 'Mail' },
        title: '【見本大学】からオープンバッジ発行のお知らせ',
        text: '見本大学から、あなたの学生証（オープンバッジ）が発行されました。',
        at: '2026-04-01T09:40:00+09:00',
      },
    ],
    ...differing,
  };
}

function both(name: string): { readonly ja: string; readonly en: string } {
  return { ja: name, en: name };
}

export interface Asked {
  readonly action: string;
  readonly value: unknown;
}

/** One of a phone's own screens, opened as the phone opens it; `asked` grows by what it asks the phone to do. */
export async function openScreen(
  context: BrowserContext,
  screen: SystemScreen,
  state: () => SystemState,
): Promise<{ readonly page: Page; readonly asked: Asked[] }> {
  const asked: Asked[] = [];
  const page = await context.newPage();
  await page.route('https://handset.test/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/state') return route.fulfill({ json: state() });
    if (pathname.startsWith('/do/')) {
      asked.push({ action: pathname.slice(4), value: route.request().postDataJSON() });
      return route.fulfill({ status: 204 });
    }
    if (pathname.startsWith('/built/')) {
      const headers = { 'Access-Control-Allow-Origin': '*' };
      const body = readFileSync(new URL(pathname.slice(7), built));
      return route.fulfill({ headers, contentType: types[extname(pathname)] ?? '', body });
    }
    const headers = { 'Content-Security-Policy': systemPagePolicy };
    return route.fulfill({ headers, contentType: 'text/html', body: systemPage(screen, state().language) });
  });
  await page.goto(`https://handset.test/${screen}`);
  await page.getByTestId(`screen-${screen}`).waitFor({ state: 'attached' });
  await page.evaluate('document.fonts.ready');
  return { page, asked };
}

/** A browser's page that did not come. */
export async function openFailure(context: BrowserContext, shown: Parameters<typeof failurePage>[0]): Promise<Page> {
  const page = await context.newPage();
  await page.route('**', (route) => {
    const { hostname, pathname } = new URL(route.request().url());
    if (hostname !== 'handset.test') return route.fulfill({ contentType: 'text/html', body: failurePage(shown) });
    const headers = { 'Access-Control-Allow-Origin': '*' };
    const body = readFileSync(new URL(pathname.slice(7), built));
    return route.fulfill({ headers, contentType: types[extname(pathname)] ?? '', body });
  });
  await page.goto(shown.url);
  await page.evaluate('document.fonts.ready');
  return page;
}
