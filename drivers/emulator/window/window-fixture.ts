import { Buffer } from 'node:buffer';
import type { AppWindow, Dialect, PageFailure, PageReply, PageRequest, WindowOptions } from './app-window.ts';
import { openWindow } from './open-window.ts';

/** 10 April 2026, 9:00 in Japan. */
export const morning = Date.UTC(2026, 3, 10, 0, 0);

export const origin = 'https://wallet.openbadge.test';

export function html(body: string): PageReply {
  const head = '<!doctype html><meta name="viewport" content="width=device-width, initial-scale=1"><title>見本</title>';
  return reply(`${head}<style>body { margin: 0 }</style>${body}`, 'text/html; charset=utf-8');
}

export function reply(text: string, type = 'application/json', status = 200): PageReply {
  return { status, headers: [['Content-Type', type]], body: Buffer.from(text) };
}

/** By path; what is not here is not found. */
export type Site = Readonly<Record<string, PageReply | PageFailure | ((request: PageRequest) => Promise<PageReply>)>>;

/** A window of a phone, with what it asked for and what left it. */
export async function windowOf(site: Site, more: Partial<WindowOptions> = {}) {
  const asked: PageRequest[] = [];
  const left: { readonly url: string; readonly isNewWindow: boolean }[] = [];
  const window = await openWindow({
    screen: { width: 360, height: 640, scale: 2 },
    isTouch: true,
    isDark: false,
    locale: 'ja-JP',
    timeZone: 'Asia/Tokyo',
    userAgent: 'Mozilla/5.0 (Linux; Android 13; test)',
    clock: { now: morning, mode: 'frozen' },
    storage: 'test',
    app: { name: 'LecoS', package: 'test.openbadge.wallet' },
    async answer(request) {
      asked.push(request);
      const found = site[new URL(request.url).pathname];
      if (typeof found === 'function') return found(request);
      return found ?? reply('not found', 'text/plain', 404);
    },
    leaves(url, isNewWindow) {
      left.push({ url, isNewWindow });
      return true;
    },
    ...more,
  });
  return { window, asked, left, [Symbol.asyncDispose]: () => window[Symbol.asyncDispose]() };
}

/** The key of the one that is found by its accessibility id. */
export async function keyOf(window: AppWindow, id: string, dialect: Dialect = 'android'): Promise<string> {
  const [key] = await window.agent<string[]>('find', 'accessibility id', id, null, dialect);
  if (key === undefined) throw new Error(`no ${id} in ${await window.agent<string>('source', dialect)}`);
  return key;
}

export async function tap(window: AppWindow, id: string, dialect: Dialect = 'android'): Promise<void> {
  const point = await window.agent<{ x: number; y: number }>('tapPoint', await keyOf(window, id, dialect), dialect);
  await window.touch([
    { type: 'down', ...point },
    { type: 'up', ...point },
  ]);
}

export async function textOf(window: AppWindow, id: string): Promise<string> {
  return window.agent<string>('text', await keyOf(window, id), 'android');
}
