import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import type { SystemScreen, SystemState } from '#drivers/emulator';
import { type PhoneModelKey, phoneModels, screenCatalogue } from '#drivers/handset';
import { executablePath, newContext, useChromium } from './mail-app-phone.ts';
import { examination } from './page-examination.ts';
import { openScreen, stateOf } from './system-screens-fixture.ts';

const dialog: NonNullable<SystemState['dialog']> = {
  type: 'permission',
  title: '“LecoS”がカメラへのアクセスを求めています',
  text: 'QRコードを読み取ります。',
  buttons: [
    { label: '許可しない', role: 'dismiss' },
    { label: 'アプリの使用時のみ', role: 'accept' },
    { label: '今回のみ', role: 'accept' },
  ],
};
const biometric: typeof dialog = {
  ...dialog,
  type: 'biometric',
  title: 'Face ID',
  buttons: dialog.buttons.slice(0, 1),
};

/** Every screen with something on it: one that is off is black, for everybody. */
const screens: readonly (readonly [SystemScreen, Partial<SystemState>?])[] = [
  ['home'],
  ['switcher'],
  ['switcher', { recent: [] }],
  ['notifications'],
  ['notifications', { notifications: [] }],
  ['dialog', { dialog }],
  ['dialog', { dialog: biometric }],
  ['camera'],
  ['camera', { camera: { hasPicture: true, code: 'https://wallet.openbadge.test/receive/t0ken' } }],
  ['settings', { clockSkewMs: -7_200_000, update: '99.0', network: 'off' }],
  ['settings'],
  ['new-tab'],
  ['lock'],
  ['unreachable'],
  ['offline'],
];

async function contextOf(key: PhoneModelKey, isDark: boolean) {
  const { width, height } = phoneModels[key].screen;
  const colorScheme = isDark ? 'dark' : 'light';
  return newContext({ viewport: { width, height }, colorScheme, timezoneId: 'Asia/Tokyo' });
}

describe.skipIf(executablePath === undefined)('the phone’s own screens', { timeout: 240_000 }, () => {
  useChromium();

  // Each screen once by day and once by night: an examination takes seconds.
  it.each([
    ['iphone-17', 'ja', false, 0],
    ['iphone-se-1', 'en', true, 1],
    ['pixel-7', 'en', false, 1],
    ['windows-pc', 'ja', true, 0],
  ] as const)('are for everybody on %s, %s, dark %s', async (key, language, isDark, half) => {
    await using context = await contextOf(key, isDark);
    const problems: string[] = [];
    for (const [screen, differing] of screens.filter((_, place) => place % 2 === half)) {
      const state = stateOf(key, { ...differing, language, isDark });
      const { page } = await openScreen(context, screen, () => state);
      await page.evaluate(axe.source);
      problems.push(...((await page.evaluate(examination)) as string[]).map((problem) => `${screen}: ${problem}`));
      await page.close();
    }
    expect(problems).toEqual([]);
  });

  it.each([
    ['home', 'screen-home', screenCatalogue.home],
    ['unreachable', 'screen-site-unreachable', screenCatalogue['site-unreachable']],
    ['offline', 'screen-network-error', screenCatalogue['network-error']],
    ['powered-off', 'screen-powered-off', screenCatalogue['powered-off']],
  ] as const)('%s says what the catalogue says', async (screen, id, entry) => {
    await using context = await contextOf('iphone-13', false);
    const { page } = await openScreen(context, screen, () => stateOf('iphone-13'));
    for (const { ja } of entry.texts) {
      await page.getByTestId(id).getByText(ja, { exact: true }).waitFor();
    }
    for (const control of entry.controls) await page.getByTestId(control).waitFor();
    await page.getByTestId(id).waitFor({ state: 'attached' });
  });

  it('asks the phone for what is tapped, and shows what changed', async () => {
    await using context = await contextOf('pixel-7', false);
    let state = stateOf('pixel-7');
    const { page, asked } = await openScreen(context, 'home', () => state);
    expect(await page.getByTestId('app-mail').innerText()).toContain('未読3件');
    await page.getByTestId('app-wallet').click();
    await expect.poll(() => asked).toEqual(['open-app {"id":"wallet"}']);
    state = stateOf('pixel-7', { apps: state.apps.filter(({ id }) => id !== 'wallet'), language: 'en' });
    await page.evaluate('dispatchEvent(new Event("handset-change"))');
    await page.getByTestId('app-wallet').waitFor({ state: 'detached' });
    expect(await page.getByTestId('app-settings').innerText()).toBe('Settings');
  });

  it.each([
    ['dialog-dismiss', 0],
    ['dialog-accept', 1],
    ['dialog-accept-2', 2],
  ])('answers a dialog by %s', async (id, button) => {
    await using context = await contextOf('android-13', false);
    const { page, asked } = await openScreen(context, 'dialog', () => stateOf('android-13', { dialog }));
    await page.getByTestId(id).click();
    await expect.poll(() => asked).toEqual([`answer {"button":${button}}`]);
  });

  it('fetches the picture of what lies behind when it is told to', async () => {
    await using context = await contextOf('iphone-13', false);
    const { page } = await openScreen(context, 'dialog', () => stateOf('iphone-13', { dialog }));
    expect(await page.locator('.behind > img').count()).toBe(0);
    const fetched = page.waitForRequest('https://handset.test/picture/behind');
    await page.evaluate('dispatchEvent(new Event("handset-picture"))');
    await fetched;
  });

  it('sets what can be set', async () => {
    await using context = await contextOf('iphone-13', false);
    const state = stateOf('iphone-13', { clockSkewMs: -7_200_000, update: '26.3' });
    const { page, asked } = await openScreen(context, 'settings', () => state);
    expect(await page.getByTestId('value-time').innerText()).toBe('2時間遅れています');
    expect(await page.getByTestId('value-version').innerText()).toBe('iOS 17.6');
    await page.getByTestId('airplane-mode').click();
    await page.getByTestId('automatic-time').click();
    await page.getByTestId('dark-mode').click();
    await page.getByTestId('language').selectOption('en');
    await page.getByTestId('update-system').click();
    await expect
      .poll(() => asked)
      .toEqual([
        'set-network {"state":"off"}',
        'set-automatic-time {}',
        'set-look {"isDark":true}',
        'set-look {"language":"en"}',
        'update-system {"version":"26.3"}',
      ]);
  });

  it('opens an address that is typed, and the code that the camera sees', async () => {
    await using context = await contextOf('iphone-13', false);
    const tab = await openScreen(context, 'new-tab', () => stateOf('iphone-13'));
    await tab.page.getByTestId('address').fill(' wallet.openbadge.test ');
    await tab.page.getByTestId('go').click();
    await expect.poll(() => tab.asked).toEqual(['open-address {"url":"wallet.openbadge.test"}']);
    const camera = { hasPicture: true, code: 'https://wallet.openbadge.test/receive/t0ken' };
    const seen = await openScreen(context, 'camera', () => stateOf('iphone-13', { camera }));
    expect(await seen.page.getByTestId('open-code').innerText()).toBe('「wallet.openbadge.test」を開く');
    await seen.page.getByTestId('open-code').click();
    await expect.poll(() => seen.asked).toEqual(['open-code {}']);
  });
});
