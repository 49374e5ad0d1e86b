import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { iphone, openFakePhone, pixel, walletApp, writePackage } from './phone-fixture.ts';

const root = mkdtempSync(join(tmpdir(), 'todoku-phone-'));
const wallet = writePackage(join(root, 'wallet'));
afterAll(() => rmSync(root, { recursive: true }));

describe('apps', () => {
  test('a phone starts with one window: the home screen', async () => {
    const { phone, windows, shown } = await openFakePhone();
    expect(windows).toHaveLength(1);
    expect(phone.frontApp().bundleId).toBe('com.apple.springboard');
    expect(shown().text).toContain('<handset-system screen="home">');
  });

  test('an installed app opens from its package, without a network', async () => {
    const { phone, shown } = await openFakePhone({ model: pixel, version: '15' });
    expect(phone.stateOf('test.openbadge.wallet')).toBe(0);
    await phone.install(wallet);
    expect(phone.stateOf('test.openbadge.wallet')).toBe(1);
    await phone.setNetwork('off');
    await phone.activate('test.openbadge.wallet');
    expect(phone.stateOf('wallet')).toBe(4);
    expect(shown().url).toBe('https://wallet.openbadge.test/app/');
    expect(shown().text).toContain('packaged wallet');
    expect(shown().options.userAgent).toMatch(/Android 15; Pixel 7.+ LecoS\/1\.0$/);
    await phone.goHome();
    expect(phone.stateOf('wallet')).toBe(3);
    expect(shown().url).toBe('https://handset.test/home');
    expect(await phone.terminate('wallet')).toBe(true);
    expect(await phone.terminate('wallet')).toBe(false);
    expect(phone.stateOf('wallet')).toBe(1);
  });

  test('an app that is behind another one behind is suspended on iOS', async () => {
    const { phone } = await openFakePhone();
    await phone.activate('settings');
    await phone.activate('camera');
    await phone.goHome();
    expect([phone.stateOf('home'), phone.stateOf('camera'), phone.stateOf('settings')]).toEqual([4, 3, 2]);
  });

  test('removal ends the app and its storage; an update keeps the storage', async () => {
    const { phone, windows, forgotten } = await openFakePhone();
    await phone.install(wallet);
    await phone.activate('wallet');
    await phone.install(wallet);
    expect(windows.at(-1)?.isClosed).toBe(true);
    expect(forgotten).toEqual([]);
    await phone.activate('wallet');
    expect(await phone.remove('test.openbadge.wallet')).toBe(true);
    expect(forgotten).toEqual(['hs_0001/wallet']);
    expect(await phone.remove('test.openbadge.wallet')).toBe(false);
    expect(await phone.remove('com.apple.mobilesafari')).toBe(false);
    await expect(phone.activate('wallet')).rejects.toThrow("The app 'wallet' is not installed");
  });

  test('a system that is too old refuses with the words of the real drivers', async () => {
    const old = await openFakePhone({ version: '14.8' });
    await expect(old.phone.install(wallet)).rejects.toThrow(
      /^Cannot install the test\.openbadge\.wallet application\. Original error: Unexpected data: \{"Error":"DeviceOSVersionTooLow".+Have 14\.8; need 15\.0/,
    );
    const older = await openFakePhone({ model: pixel, version: '6.0' });
    await expect(older.phone.install(wallet)).rejects.toThrow(
      /Failure \[INSTALL_FAILED_OLDER_SDK: .+Requires newer sdk version #24 \(current version is #23\)\]$/,
    );
    const tablet = await openFakePhone({ model: { ...iphone, form: 'tablet' } });
    await expect(tablet.phone.install(wallet)).rejects.toThrow('DeviceFamilyNotSupported');
  });

  test('a value can be put into an app that does not run', async () => {
    const { phone, windows } = await openFakePhone();
    await phone.install(wallet);
    await phone.setAppStorage('wallet', 'cards', '{');
    expect(windows.at(-1)?.stored.get('cards')).toBe('{');
    expect(windows.at(-1)?.text).toContain(walletApp.bundleId);
    expect(windows.at(-1)?.isClosed).toBe(true);
    expect(phone.stateOf('wallet')).toBe(1);
  });
});
