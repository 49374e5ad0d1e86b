import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Json, parseInstant } from '#sim/kernel';
import type { PhoneModel } from '../../handset/index.ts';
import type { AppPackage } from '../apps/app-package.ts';
import type { AppWindow, PageFailure, PageReply, WindowOptions } from '../window/app-window.ts';
import { createPhone } from './create-phone.ts';
import type { Phone } from './phone.ts';
import type { PhoneOptions } from './phone-options.ts';

export const iphone: PhoneModel = {
  key: 'iphone-17',
  name: 'iPhone 17',
  platform: 'iOS',
  form: 'phone',
  versions: { first: '26.0', last: '26.4', usual: '26.0' },
  screen: { width: 402, height: 874, scale: 3 },
  insets: { top: 62, bottom: 34 },
  biometric: 'face',
};

export const pixel: PhoneModel = {
  key: 'pixel-7',
  name: 'Pixel 7',
  platform: 'Android',
  form: 'phone',
  versions: { first: '13', last: '16', usual: '15' },
  screen: { width: 412, height: 915, scale: 2.625 },
  insets: { top: 24, bottom: 24 },
  biometric: 'fingerprint',
};

export const pc: PhoneModel = {
  key: 'windows-pc',
  name: 'Windows PC',
  platform: 'Windows',
  form: 'pc',
  versions: { first: '10', last: '11', usual: '11' },
  screen: { width: 1280, height: 800, scale: 1 },
  insets: { top: 0, bottom: 0 },
  biometric: 'none',
};

export const walletApp: AppPackage = {
  id: 'wallet',
  name: { ja: 'LecoS', en: 'LecoS' },
  version: '1.0.0',
  bundleId: 'test.openbadge.wallet',
  appPackage: 'test.openbadge.wallet',
  appActivity: '.MainActivity',
  minimum: { iOS: '15.0', Android: '7.0' },
  forms: ['phone'],
  scheme: 'lecos',
  start: '/app/',
  links: ['/receive/', '/activate/', '/reset/', '/addresses/'],
  product: 'LecoS/1.0',
  icon: 'icon.svg',
};

/** Writes an app package, with `app.json` as given. */
export function writePackage(folder: string, app: object = walletApp): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'app.json'), JSON.stringify(app));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>LecoS</title>packaged wallet');
  writeFileSync(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  return folder;
}

/** A window without pixels: it loads documents, keeps a history, and does what a test taps. */
export interface FakeWindow extends AppWindow {
  readonly options: WindowOptions;
  readonly text: string;
  readonly failure: PageFailure | undefined;
  readonly isVisible: boolean;
  readonly isClosed: boolean;
  readonly stored: ReadonlyMap<string, string>;
  readonly events: readonly string[];
  /** What the system has answered to the app: ticket, and whether it was the owner. */
  readonly answers: readonly (readonly [Json | undefined, Json | undefined])[];
  /** A link that a person taps; false when the window did not follow it itself. */
  tap(url: string, isNewWindow?: boolean): Promise<boolean>;
  /** What a script of the page asks for. */
  ask(url: string, more?: { readonly method?: string; readonly body?: string }): Promise<PageReply | PageFailure>;
}

export interface FakePhone {
  readonly phone: Phone;
  /** Every window that was made, the first one first. */
  readonly windows: readonly FakeWindow[];
  /** Storages that were emptied. */
  readonly forgotten: readonly string[];
  /** What is in front, as the fake that it is. */
  shown(): FakeWindow;
}

/** A phone with windows that have no pixels. */
export async function openFakePhone(given: Partial<PhoneOptions> = {}): Promise<FakePhone> {
  const windows: FakeWindow[] = [];
  const forgotten: string[] = [];
  const phone = await createPhone({
    model: iphone,
    version: '26.0',
    udid: 'hs_0001',
    look: { isDark: false, locale: 'ja-JP', timeZone: 'Asia/Tokyo' },
    clock: { now: parseInstant('2026-04-01T09:00:00+09:00') ?? 0, mode: 'frozen' },
    clockSkewMs: 0,
    services: { appOrigin: 'https://wallet.openbadge.test' },
    packages: [],
    opensLinksInMailApp: false,
    ports: {
      async openWindow(options) {
        const window = fakeWindow(options);
        windows.push(window);
        return window;
      },
      async holdStorage(storage) {
        return {
          async [Symbol.asyncDispose]() {
            forgotten.push(storage);
          },
        };
      },
      machineMs: () => 0,
      pause: async () => undefined,
      systemFolder: '/nowhere/',
    },
    ...given,
  });
  const shown = (): FakeWindow => {
    const open = windows.filter(({ isClosed, isVisible }) => !isClosed && isVisible);
    const overlay = open.find(({ options }) => options.storage.endsWith('/overlay'));
    const [front] = overlay === undefined ? open : [overlay];
    if (front === undefined) throw new Error('no window is shown');
    return front;
  };
  return { phone, windows, forgotten, shown };
}

/** What nobody sees of a window that paints nothing. */
const withoutPixels = {
  async agent() {
    throw new Error('a fake window has no agent');
  },
  touch: async () => undefined,
  type: async () => undefined,
  settle: async () => undefined,
  setClock: async () => undefined,
  setScreen: async () => undefined,
  setLook: async () => undefined,
};

function fakeWindow(options: WindowOptions): FakeWindow {
  const history: string[] = [];
  const stored = new Map<string, string>();
  const events: string[] = [];
  const answers: [Json | undefined, Json | undefined][] = [];
  let [text, isVisible, isClosed]: [string, boolean, boolean] = ['', true, false];
  let failure: PageFailure | undefined;
  const request = { headers: {}, body: undefined, method: 'GET' };
  const load = async (url: string): Promise<void> => {
    const reply = await options.answer({ ...request, url: url.replace(/#.*/, ''), isNavigation: true });
    failure = typeof reply === 'string' ? reply : undefined;
    text = typeof reply === 'string' ? '' : Buffer.from(reply.body).toString('utf8');
  };
  const open = async (url: string): Promise<void> => {
    history.push(url);
    await load(url);
  };
  const at = (): string => history.at(-1) ?? 'about:blank';
  return {
    options,
    stored,
    events,
    answers,
    get url() {
      return at();
    },
    get title() {
      return '';
    },
    get text() {
      return text;
    },
    get failure() {
      return failure;
    },
    get isVisible() {
      return isVisible;
    },
    get isClosed() {
      return isClosed;
    },
    open,
    async tap(url, isNewWindow = false) {
      const leaves = options.leaves(url, isNewWindow);
      if (!leaves) await open(url);
      return !leaves;
    },
    ask: (url, { method = 'GET', body = '' } = {}) =>
      options.answer({ ...request, url, method, body: bytesOf(body), isNavigation: false }),
    async execute(body, [first, second]) {
      if (body.includes('canGoBack')) return history.length > 1;
      if (body.includes('navigation.back')) history.pop();
      if (body.includes('localStorage')) stored.set(String(first), String(second));
      if (body.includes('lecosAnswer')) answers.push([first, second]);
      if (body.includes('dispatchEvent')) events.push(String(first));
      return null;
    },
    ...withoutPixels,
    screenshot: async () => Buffer.from(at()),
    async setVisible(next) {
      isVisible = next;
    },
    async [Symbol.asyncDispose]() {
      isClosed = true;
    },
  };
}

function bytesOf(body: string): Uint8Array | undefined {
  return body === '' ? undefined : Buffer.from(body);
}
