import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { walletWords } from '#sim/app';
import { executablePath, useChromium } from './mail-app-phone.ts';
import { examination } from './page-examination.ts';
import { hanako, password, type WalletAppUnderTest, walletAppUnderTest } from './wallet-app-fixture.ts';
import { type Phone, phone } from './wallet-app-phone.ts';

/** All that changes at night. */
const contrast = `(async () => {
  const { violations } = await axe.run(document, { runOnly: ['color-contrast'], resultTypes: ['violations'] });
  return violations.flatMap(({ nodes }) => nodes.map(({ target }) => 'at night: ' + target.join(' ')));
})()`;

/** Whatever stands beside the window's edge. */
const overflow = `document.documentElement.scrollWidth > innerWidth ? ['wider than the window'] : []`;

type Examine = (opened: Phone, screen: string) => Promise<void>;

describe.skipIf(executablePath === undefined)('every screen of the wallet app', { timeout: 600_000 }, () => {
  useChromium();

  it.each(['ja', 'en'] as const)('has no findings, by day and by night (%s)', async (language) => {
    await using app = await walletAppUnderTest();
    await app.issue([`0012345,見本 花子,${hanako}`]);
    const found: string[] = [];
    const seen = new Set<string>();
    const examine: Examine = async (opened, screen) => {
      await opened.screen(screen);
      seen.add(screen);
      const { page } = opened;
      if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(axe.source);
      const findings = await page.evaluate<string[]>(`(async () => [...(await ${examination}), ...${overflow}])()`);
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
      findings.push(...(await page.evaluate<string[]>(contrast)));
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      found.push(...findings.map((each) => `${screen}: ${each}`));
    };
    await using browser = await phone(app, await app.linkTo('issue-notice'), { language });
    await examine(browser, 'terms');
    await browser.tap('read-terms');
    await examine(browser, 'terms');
    for (const control of ['agree-terms', 'agree-privacy-policy', 'continue', 'register']) await browser.tap(control);
    await examine(browser, 'registration');
    await browser.fill({ name: '見本 花子', password: 'Mihon' });
    for (const control of ['register', 'confirm']) await browser.tap(control);
    await examine(browser, 'registration');
    await browser.fill({ password });
    await browser.tap('register');
    await examine(browser, 'registration-confirm');
    await browser.tap('confirm');
    await examine(browser, 'activation-wait');
    await browser.page.goto(app.origin + (await app.linkTo('activation')));
    await examine(browser, 'activation');
    await browser.tap('activate');
    await examine(browser, 'activated');
    await browser.tap('log-in');
    await examine(browser, 'app-needed');
    await links(browser, examine, app.origin);
    await using inApp = await phone(app, '/app/', { language, hasShell: true });
    await logIn(inApp, examine);
    await useCard(inApp, examine, app);
    expect(found).toEqual([]);
    expect([...browser.complaints, ...inApp.complaints]).toEqual([]);
    const shown = Object.keys(walletWords.screens).filter((screen) => screen !== 'app-locked');
    expect([...seen].sort()).toEqual(shown.sort());
  });

  it('fits a narrow window, twice as large letters, and one that lies on its side', async () => {
    await using app = await walletAppUnderTest();
    await app.issue([`0012345,見本 花子,${hanako}`]);
    await using narrow = await phone(app, await app.linkTo('issue-notice'), { width: 320 });
    const { page } = narrow;
    const fits = async (screen: string): Promise<void> => {
      await narrow.screen(screen);
      expect(await page.evaluate(overflow), screen).toEqual([]);
    };
    await fits('terms');
    await page.evaluate("document.documentElement.style.fontSize = '200%'");
    await fits('terms');
    for (const control of ['agree-terms', 'agree-privacy-policy', 'continue']) await narrow.tap(control);
    await fits('registration');
    await page.setViewportSize({ width: 844, height: 390 });
    await fits('registration');
  });
});

/** What links lead to that are no good any more, and pages of a browser that only a mail leads to. */
async function links(browser: Phone, examine: Examine, origin: string): Promise<void> {
  const { page } = browser;
  const open = async (path: string): Promise<void> => void (await page.goto(origin + path));
  await open('/receive/none');
  await examine(browser, 'link-unknown');
  for (const [code, screen] of [
    ['link-expired', 'link-expired'],
    ['link-superseded', 'link-superseded'],
    ['link-used', 'link-used'],
    ['activation-expired', 'activation-expired'],
    ['activation-superseded', 'activation-superseded'],
    ['activation-used', 'activation-used'],
    ['smartphone-required', 'smartphone-required'],
    ['service-unavailable', 'service-unavailable'],
    ['app-outdated', 'update-required'],
    ['form-expired', 'form-expired'],
    ['body-too-large', 'error'],
  ] as const) {
    await browser.refuseNext('/activate/other', code);
    await open('/activate/other');
    await examine(browser, screen);
  }
  await browser.answerNext('/reset/other');
  await open('/reset/other');
  await examine(browser, 'password-reset');
  await browser.fill({ password });
  await browser.answerNext('/passwords');
  await browser.tap('save-password');
  await examine(browser, 'password-changed');
}

/** From the first run to the list. */
async function logIn(inApp: Phone, examine: Examine): Promise<void> {
  await examine(inApp, 'wallet-first-run');
  await inApp.tap('create-account');
  await examine(inApp, 'registration-start');
  await inApp.fill({ address: hanako });
  await inApp.tap('continue');
  await examine(inApp, 'registration-needs-link');
  await inApp.tap('log-in');
  await inApp.fill({ address: hanako, password: 'wrong' });
  await inApp.tap('log-in');
  await inApp.page.locator('.refusal').waitFor();
  await examine(inApp, 'login');
  await inApp.refuseNext('/sessions', 'account-locked');
  await inApp.tap('log-in');
  await examine(inApp, 'account-locked');
  await inApp.tap('log-in');
  await inApp.fill({ address: hanako, password });
  await inApp.tap('forgot-password');
  await examine(inApp, 'password-reset-sent');
  await inApp.tap('log-in');
  await inApp.fill({ address: hanako, password });
  await inApp.tap('log-in');
  await examine(inApp, 'credential-list');
}

/** The card, and what the list leads to. */
async function useCard(inApp: Phone, examine: Examine, app: WalletAppUnderTest): Promise<void> {
  await inApp.tap('receive');
  await inApp.page.getByTestId('qr-code').waitFor();
  await examine(inApp, 'student-id');
  await inApp.tap('details');
  await examine(inApp, 'credential-details');
  await inApp.tap('back');
  await inApp.tap('back');
  await examine(inApp, 'credential-list');
  await inApp.tap('devices');
  await examine(inApp, 'devices');
  await inApp.tap('back');
  await inApp.tap('add-address');
  await examine(inApp, 'address-add');
  await inApp.fill({ address: 'hanako@gmail.com.test' });
  await inApp.tap('send');
  await examine(inApp, 'address-sent');
  await inApp.page.goto(`${app.origin}/app/#${await app.linkTo('address-confirmation', 'hanako@gmail.com.test')}`);
  await examine(inApp, 'address-confirmation');
  await inApp.tap('confirm');
  await examine(inApp, 'address-confirmed');
  await inApp.context.setOffline(true);
  await inApp.page.evaluate('location.hash = "#/receive/x"');
  await examine(inApp, 'network-error');
  await inApp.context.setOffline(false);
}
