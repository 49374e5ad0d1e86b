import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { PageReply } from '../window/app-window.ts';
import {
  type FakePhone,
  type FakeWindow,
  iphone,
  openFakePhone,
  pc,
  pixel,
  walletApp,
  writePackage,
} from './phone-fixture.ts';
import type { SystemState } from './system-state.ts';

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

const receive = 'https://wallet.openbadge.test/receive/TOKEN';

async function windowOf({ phone, windows }: FakePhone, app: string): Promise<FakeWindow> {
  await phone.activate(app);
  const window = windows.findLast(({ options, isClosed }) => options.storage.endsWith(`/${app}`) && !isClosed);
  if (window === undefined) throw new Error(`no window of ${app}`);
  return window;
}

describe('links', () => {
  test('a link tapped in a mail opens the installed app, at the path of the link', async () => {
    const fake = await openFakePhone();
    await fake.phone.install(wallet);
    const mail = await windowOf(fake, 'mail');
    expect(await mail.tap(receive)).toBe(false);
    await fake.phone.settle();
    expect(fake.phone.frontApp().id).toBe('wallet');
    expect(fake.shown().url).toBe('https://wallet.openbadge.test/app/#/receive/TOKEN');
    // Running, it goes to the next link in the same window.
    const count = fake.windows.length;
    await fake.phone.openUrl('https://wallet.openbadge.test/reset/OTHER', 'mail');
    expect(fake.shown().url).toBe('https://wallet.openbadge.test/app/#/reset/OTHER');
    expect(fake.windows).toHaveLength(count);
  });

  test('without the app the browser opens, and says that nobody answers', async () => {
    const fake = await openFakePhone();
    const mail = await windowOf(fake, 'mail');
    await mail.tap('https://school.test/', true);
    await fake.phone.settle();
    expect(fake.phone.frontApp().id).toBe('browser');
    expect(fake.shown().text).toContain('<handset-system screen="unreachable">');
    await fake.phone.openUrl(receive, 'mail');
    expect(fake.shown().text).toContain('<handset-system screen="offline">');
    expect(fake.phone.webViews().map(({ app }) => app.id)).toEqual(['browser']);
  });

  test('a page inside the mail app is gone when it is left, and begins anew on return', async () => {
    const fake = await openFakePhone({ opensLinksInMailApp: true });
    await fake.phone.install(wallet);
    const mail = await windowOf(fake, 'mail');
    await mail.tap(receive);
    await fake.phone.settle();
    const page = fake.shown();
    expect(fake.phone.frontApp().id).toBe('mail');
    expect([page.url, page.options.storage]).toEqual([receive, 'hs_0001/page']);
    expect(page.options.userAgent).toMatch(/ MailApp\/1\.0$/);
    // A link in it asks no system.
    expect(await page.tap('https://wallet.openbadge.test/reset/X')).toBe(true);
    await fake.phone.goHome();
    expect(page.isClosed).toBe(true);
    await fake.phone.activate('mail');
    expect(fake.shown()).not.toBe(page);
    expect(fake.shown().url).toBe('https://wallet.openbadge.test/reset/X');
    await fake.phone.goBack();
    expect(fake.shown()).toBe(mail);
    await fake.phone.goHome();
    await fake.phone.activate('mail');
    expect(fake.shown()).toBe(mail);
  });

  test('where a site sends its visitor on, no app is looked for', async () => {
    const fake = await openFakePhone();
    await fake.phone.install(wallet);
    const browser = await windowOf(fake, 'browser');
    expect(await browser.tap('https://school.test/')).toBe(true);
    expect(await browser.tap(receive)).toBe(false);
    await fake.phone.settle();
    expect(fake.phone.frontApp().id).toBe('wallet');
    await fake.phone.openAddress(receive);
    expect(fake.phone.frontApp().id).toBe('browser');
  });

  test('Safari asks before it leaves for an app by its scheme, and says when there is none', async () => {
    const fake = await openFakePhone();
    const browser = await windowOf(fake, 'browser');
    await browser.tap('lecos://login');
    await fake.phone.settle();
    expect(fake.phone.alert()?.text).toMatch(/^ページを開けません\n“lecos:\/\/login”/);
    await fake.phone.answerAlert(undefined, false);
    await fake.phone.install(wallet);
    await browser.tap('lecos://login');
    await fake.phone.settle();
    expect(fake.phone.alert()).toEqual({ text: '“LecoS”で開きますか?', buttons: ['キャンセル', '開く'] });
    await fake.phone.answerAlert('キャンセル', true);
    expect(fake.phone.frontApp().id).toBe('browser');
    await browser.tap('lecos://login');
    await fake.phone.answerAlert(undefined, true);
    expect(fake.phone.frontApp().id).toBe('wallet');
    expect(fake.shown().url).toBe('https://wallet.openbadge.test/app/#/login');
    await expect(fake.phone.openUrl('tel:110')).rejects.toThrow("No app on the device opens 'tel:110'");
  });

  test('on Android the way back leads to where the link was tapped', async () => {
    const fake = await openFakePhone({ model: pixel, version: '15' });
    await fake.phone.install(wallet);
    const mail = await windowOf(fake, 'mail');
    await mail.tap(receive);
    await fake.phone.settle();
    await fake.phone.goBack();
    expect(fake.phone.frontApp().id).toBe('mail');
    await fake.phone.goBack();
    expect(fake.phone.frontApp().id).toBe('home');
  });

  test('the button of the store’s page fetches the app; a phone that is too old says why not', async () => {
    const services = { appOrigin: 'https://wallet.openbadge.test', store: 'https://store.test/?handset=hs_0001' };
    const fake = await openFakePhone({ packages: [wallet], services });
    const store = await windowOf(fake, 'store');
    expect(store.url).toBe('https://store.test/?handset=hs_0001');
    await store.tap('todoku-store://install?app=wallet');
    await fake.phone.settle();
    expect(fake.phone.stateOf('wallet')).toBe(1);
    expect(store.events).toContain('handset-change');
    await store.tap('todoku-store://open?app=wallet');
    await fake.phone.settle();
    expect(fake.phone.frontApp().id).toBe('wallet');
    const old = await openFakePhone({ packages: [wallet], services, version: '14.8' });
    await (await windowOf(old, 'store')).tap('todoku-store://install?app=wallet');
    await old.phone.settle();
    expect(old.phone.alert()?.text).toContain('DeviceOSVersionTooLow');
  });

  test('a PC has no camera and no app, and a store that has none for it', async () => {
    const fake = await openFakePhone({ model: pc, version: '11' });
    expect(fake.phone.apps.map(({ id }) => id)).toEqual(['home', 'store', 'browser', 'mail', 'settings']);
    const mail = await windowOf(fake, 'mail');
    await mail.tap(receive);
    await fake.phone.settle();
    expect(fake.phone.frontApp().id).toBe('browser');
    await expect(fake.phone.install(wallet)).rejects.toThrow('Windows does not install it');
  });
});

describe('the system', () => {
  async function stateOf(window: FakeWindow): Promise<SystemState> {
    const reply = (await window.ask('https://handset.test/state')) as PageReply;
    return JSON.parse(Buffer.from(reply.body).toString('utf8')) as SystemState;
  }

  test('pages of the system see the phone, and what is tapped on them happens', async () => {
    const fake = await openFakePhone();
    await fake.phone.install(wallet);
    const home = fake.shown();
    const { apps, platform, update } = await stateOf(home);
    expect(apps.map(({ id }) => id)).toEqual(['store', 'browser', 'mail', 'camera', 'settings', 'wallet']);
    expect([platform, update]).toEqual(['iOS', '26.4']);
    expect(
      await home.ask('https://handset.test/do/open-app', { method: 'POST', body: '{"id":"wallet"}' }),
    ).toMatchObject({
      status: 204,
    });
    expect(fake.phone.frontApp().id).toBe('wallet');
    expect(await home.ask('https://handset.test/icon/wallet')).toMatchObject({ status: 200 });
    expect(await home.ask('https://handset.test/icon/mail')).toMatchObject({ status: 404 });
    expect(await home.ask('https://handset.test/built/../../etc/passwd')).toMatchObject({ status: 404 });
    expect(await home.ask('https://handset.test/do/explode', { method: 'POST' })).toMatchObject({ status: 400 });
  });

  test('an empty battery turns it off; charged, it begins at the home screen', async () => {
    const fake = await openFakePhone();
    await fake.phone.activate('browser');
    await fake.phone.setBattery(0);
    expect(fake.shown().url).toBe('https://handset.test/powered-off');
    await fake.phone.activate('browser');
    expect(fake.phone.stateOf('browser')).toBe(1);
    await fake.phone.setBattery(80);
    expect(fake.shown().url).toBe('https://handset.test/home');
  });

  test('notifications, the switcher and the lock stand in front, in one window', async () => {
    const fake = await openFakePhone();
    await fake.phone.activate('browser');
    await fake.phone.notify({ app: 'mail', title: '新着', text: '発行のお知らせ' });
    await fake.phone.openNotifications();
    const overlay = fake.shown();
    expect(overlay.url).toBe('https://handset.test/notifications');
    expect((await stateOf(overlay)).notifications).toMatchObject([{ id: 'n1', app: 'mail', title: '新着' }]);
    await fake.phone.openSwitcher();
    expect(overlay.url).toBe('https://handset.test/switcher');
    expect((await stateOf(overlay)).recent).toEqual(['browser']);
    await fake.phone.setLocked(true);
    expect(overlay.url).toBe('https://handset.test/lock');
    await fake.phone.setLocked(false);
    await fake.phone.openNotifications();
    await overlay.ask('https://handset.test/do/open-notification', { method: 'POST', body: '{"id":"n1"}' });
    await fake.phone.settle();
    expect(fake.phone.frontApp().id).toBe('mail');
    expect(fake.phone.notifications).toEqual([]);
    expect(overlay.isVisible).toBe(false);
  });

  test('the app asks for the owner: a face that is known, one that is not, a cancelled prompt, a code', async () => {
    const fake = await openFakePhone();
    await fake.phone.install(wallet);
    const app = await windowOf(fake, 'wallet');
    const ask = async (): Promise<void> => {
      await app.options.functions?.lecosAsk?.('学生証の表示');
      await fake.phone.settle();
    };
    await ask();
    expect(fake.shown().url).toBe('https://handset.test/dialog');
    expect(fake.phone.alert()).toBeUndefined();
    await fake.phone.matchBiometric(false);
    expect((await stateOf(fake.shown())).dialog).toMatchObject({ type: 'biometric', title: 'Face ID' });
    await fake.phone.matchBiometric(true);
    expect(app.answers).toEqual([[1, true]]);
    await ask();
    for (let count = 0; count < 5; count += 1) await fake.phone.matchBiometric(false);
    await ask();
    await fake.phone.goBack();
    fake.phone.setBiometricEnrolled(false);
    await ask();
    expect(fake.phone.alert()?.buttons).toEqual(['キャンセル', 'OK']);
    await fake.phone.answerAlert(undefined, true);
    expect(app.answers).toEqual([
      [1, true],
      [2, false],
      [3, false],
      [4, true],
    ]);
  });

  test('the keys of two phones differ, and that of one is always the same', async () => {
    const keyOf = async (udid: string): Promise<unknown> => {
      const fake = await openFakePhone({ udid });
      await fake.phone.install(wallet);
      const { functions } = (await windowOf(fake, 'wallet')).options;
      expect(await functions?.lecosSign?.('AAAA')).toMatch(/^[\w-]{86}$/);
      return functions?.lecosPublicKey?.();
    };
    expect(await keyOf('a')).toEqual(await keyOf('a'));
    expect(await keyOf('a')).not.toEqual(await keyOf('b'));
  });

  test('an update of the system starts the phone anew', async () => {
    const fake = await openFakePhone({ version: '14.8' });
    await fake.phone.activate('browser');
    await fake.phone.updateSystem('15.0');
    expect(fake.phone.version).toBe('15.0');
    expect(fake.phone.frontApp().id).toBe('home');
    await fake.phone.install(wallet);
    expect((await windowOf(fake, 'browser')).options.userAgent).toContain('OS 15_0');
  });
});
