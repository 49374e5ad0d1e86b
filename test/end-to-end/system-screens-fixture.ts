import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { BrowserContext, Page, Route } from 'playwright-core';
import { type SystemScreen, type SystemState, systemPage } from '#drivers/emulator';
import { type PhoneModel, type PhoneModelKey, phoneModels } from '#drivers/handset';

const built = new URL('../../built/handset/', import.meta.url);
const types: { readonly [ending: string]: string } = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.woff2': 'font/woff2',
};
const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><path fill="#0b6b57" d="M0 0h48v48H0z"/><path fill="#fff" d="M14 12h6v18h14v6H14z"/></svg>';

/** What a phone with everything on it tells its screens. */
export function stateOf(key: PhoneModelKey, differing: Partial<SystemState> = {}): SystemState {
  const { platform, form, name, versions }: PhoneModel = phoneModels[key];
  const isIos = platform === 'iOS';
  const app = (id: string, ja: string, en = ja, badge = 0) => ({ id, name: { ja, en }, isSystem: true, badge });
  return {
    platform,
    version: versions.usual,
    model: { key, name, form },
    language: 'ja',
    isDark: false,
    battery: 80,
    network: 'on',
    isLocked: false,
    orientation: 'PORTRAIT',
    apps: [
      form === 'pc'
        ? app('store', 'ストア', 'Store')
        : isIos
          ? app('store', 'App Store')
          : app('store', 'Play ストア', 'Play Store'),
      app('browser', isIos ? 'Safari' : 'Chrome'),
      app('mail', 'メール', 'Mail', 3),
      ...(form === 'pc' ? [] : [app('camera', 'カメラ', 'Camera')]),
      app('settings', '設定', 'Settings'),
      { ...app('wallet', 'LecoS'), isSystem: false },
    ],
    recent: ['wallet', 'mail', 'browser'],
    notifications: [
      {
        id: 'n1',
        app: 'mail',
        title: '【見本大学】からオープンバッジ発行のお知らせ',
        text: '見本大学から、あなたの学生証（オープンバッジ）が発行されました。',
        at: Date.parse('2026-04-01T09:40:00+09:00'),
      },
    ],
    camera: { hasPicture: false },
    ...differing,
  };
}

export interface SystemUnderTest {
  readonly page: Page;
  /** What the page asked the phone to do: `open-app {"id":"wallet"}`. */
  readonly asked: readonly string[];
}

/** One of a phone's own screens, opened as the phone opens it; a failure page stands at an address of its own. */
export async function openScreen(
  context: BrowserContext,
  screen: SystemScreen,
  state: () => SystemState,
): Promise<SystemUnderTest> {
  const asked: string[] = [];
  const page = await context.newPage();
  await page.clock.setFixedTime('2026-04-01T09:41:00+09:00');
  await page.route('**', (route) => answer(route, screen, state(), asked));
  const isFailure = screen === 'unreachable' || screen === 'offline';
  await page.goto(isFailure ? 'https://wallet.openbadge.test/receive/t0ken' : `https://handset.test/${screen}`);
  await page.locator('[data-testid^=screen-]').waitFor({ state: 'attached' });
  await page.evaluate('document.fonts.ready');
  return { page, asked };
}

function answer(route: Route, screen: SystemScreen, state: SystemState, asked: string[]): Promise<void> {
  const request = route.request();
  const { hostname, pathname } = new URL(request.url());
  const headers = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': 'content-type' };
  if (hostname !== 'handset.test' || pathname === `/${screen}`) {
    return route.fulfill({ contentType: 'text/html', body: systemPage(screen, state.language) });
  }
  if (pathname === '/state') return route.fulfill({ headers, json: state });
  if (pathname.startsWith('/do/')) {
    if (request.method() === 'POST') asked.push(`${pathname.slice(4)} ${request.postData()}`);
    return route.fulfill({ headers, status: 204 });
  }
  if (pathname.startsWith('/built/')) {
    const body = readFileSync(new URL(pathname.slice(7), built));
    return route.fulfill({ headers, contentType: types[extname(pathname)] ?? '', body });
  }
  if (pathname === '/picture/camera') return route.fulfill({ contentType: 'image/svg+xml', body: icon });
  if (pathname.startsWith('/icon/')) return route.fulfill({ contentType: 'image/svg+xml', body: icon });
  return route.fulfill({ status: 404 });
}
