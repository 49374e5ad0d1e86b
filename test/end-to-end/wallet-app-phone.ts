import type { BrowserContext, Page } from 'playwright-core';
import { type ErrorCode, problemDetails, ServiceError } from '#sim/errors';
import { newContext } from './mail-app-phone.ts';
import type { WalletAppUnderTest } from './wallet-app-fixture.ts';

const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1';

export interface PhoneLook {
  readonly language?: 'ja' | 'en';
  readonly isDark?: boolean;
  readonly width?: number;
  readonly userAgent?: string;
  /** The pages run in the shell of the installed app; its owner is recognised while `window.isOwner` is not false. */
  readonly hasShell?: boolean;
}

/** A private key (RFC 8037 §2) for the shell of a test. */
export const deviceKey = {
  kty: 'OKP',
  crv: 'Ed25519',
  d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
} as const;

const shell = `(() => {
  const key = ${JSON.stringify(deviceKey)};
  const bytes = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
  const text = (given) => btoa(String.fromCharCode(...new Uint8Array(given))).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  const imported = crypto.subtle.importKey('jwk', key, 'Ed25519', false, ['sign']);
  window.lecosShell = {
    platform: 'iOS', model: 'iPhone 17',
    publicKey: async () => ({ kty: key.kty, crv: key.crv, x: key.x }),
    sign: async (data) => text(await crypto.subtle.sign('Ed25519', await imported, bytes(data))),
    authenticate: async () => window.isOwner !== false,
  };
})()`;

/** A page of a phone, and what it complained of. */
export class Phone implements AsyncDisposable {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Broken policies and errors of scripts. */
  readonly complaints: string[] = [];

  constructor(context: BrowserContext, page: Page) {
    this.context = context;
    this.page = page;
    page.on('pageerror', ({ message }) => void this.complaints.push(message));
    page.on('console', (message) => {
      if (/Content Security Policy|TrustedHTML|TrustedScript/.test(message.text()))
        this.complaints.push(message.text());
    });
  }

  async tap(control: string): Promise<void> {
    await this.page.getByTestId(control).click();
  }

  async fill(values: Readonly<Record<string, string>>): Promise<void> {
    for (const [field, value] of Object.entries(values)) await this.page.getByTestId(field).fill(value);
  }

  /** Until that screen stands; what it says, in order. */
  async screen(name: string): Promise<string[]> {
    const { page } = this;
    await page.getByTestId(`screen-${name}`).waitFor({ timeout: 20_000 });
    await page.locator('.progress:not(.on)').waitFor({ state: 'attached' });
    return page.getByTestId('text').evaluateAll((found) => found.map((each) => each.textContent ?? ''));
  }

  /** The next request of a script to a path is refused as the service would do it. */
  async refuseNext(path: string, code: ErrorCode): Promise<void> {
    const error = new ServiceError(code as 'link-expired');
    const language = (await this.page.evaluate('navigator.language')) === 'en' ? 'en' : 'ja';
    const body = JSON.stringify(problemDetails(error, language));
    await this.#answer(path, { status: error.entry.status, contentType: 'application/problem+json', body });
  }

  /** The next request of a script to a path is done as the service would do it. */
  answerNext(path: string): Promise<void> {
    return this.#answer(path, { status: 200, contentType: 'application/json', body: '{}' });
  }

  async #answer(path: string, reply: { status: number; contentType: string; body: string }): Promise<void> {
    const matches = (url: URL): boolean => url.pathname === path;
    await this.page.route(matches, async function answer(route) {
      // The page itself comes from the service.
      if (route.request().isNavigationRequest()) return route.continue();
      await route.fulfill(reply);
      await route.request().frame().page().unroute(matches, answer);
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.context.close();
  }
}

export async function phone(app: WalletAppUnderTest, path: string, look: PhoneLook = {}): Promise<Phone> {
  const { language = 'ja', isDark = false, width = 390, userAgent = iphone, hasShell = false } = look;
  const context = await newContext({
    viewport: { width, height: 844 },
    colorScheme: isDark ? 'dark' : 'light',
    locale: language,
    userAgent: hasShell ? `${userAgent} LecoS/1.0` : userAgent,
    hasTouch: true,
    reducedMotion: 'reduce',
  });
  if (hasShell) await context.addInitScript(shell);
  await context.clock.setFixedTime(app.world.clock.now());
  const opened = new Phone(context, await context.newPage());
  await opened.page.goto(app.origin + path);
  return opened;
}
