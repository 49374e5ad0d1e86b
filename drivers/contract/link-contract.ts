import { expect, it } from 'vitest';
import type { StoreDevice } from '../handset/index.ts';
import { hanako } from './fake-wallet-state.ts';
import { agree, installed, ja, loggedIn, type Start } from './started-handset.ts';

export function linkContract(start: Start): void {
  it('opens in the app when that is there, else in the browser', async () => {
    const { handset, wallet } = await start();
    expect(await handset.openLink(wallet.receiveLink)).toMatchObject({ app: 'browser', screen: 'terms' });
    await handset.installApp('wallet');
    expect(await handset.openLink(wallet.receiveLink)).toMatchObject({ app: 'wallet', screen: 'terms' });
  });

  it('says on the page who issues what to which address', async () => {
    const { handset, wallet } = await start();
    const text = ja(await handset.openLink(wallet.receiveLink));
    for (const part of ['見本大学', 'スマート学生証', 'h***@docomo.ne.jp.test']) expect(text).toContain(part);
  });

  it.each([
    { platform: 'iOS', version: '17.0', form: 'tablet' },
    { platform: 'Android', version: '14', form: 'tablet' },
    { platform: 'Windows', version: '11', form: 'pc' },
    { platform: 'ChromeOS', version: '120', form: 'pc' },
  ] satisfies StoreDevice[])('asks for a smartphone on $platform ($form)', async (device) => {
    const { handset, wallet } = await start(device);
    const screen = await handset.openLink(wallet.receiveLink);
    expect(screen).toMatchObject({ app: 'browser', screen: 'smartphone-required' });
    expect(ja(screen)).toContain('スマートフォン');
  });

  it.each(['used', 'superseded', 'expired'] as const)('shows that a link is %s', async (state) => {
    const { handset, wallet } = await start();
    wallet.link = state;
    expect((await handset.openLink(wallet.receiveLink)).screen).toBe(`link-${state}`);
  });

  it('shows that a link is cut short', async () => {
    const { handset, wallet } = await start();
    expect((await handset.openLink(wallet.receiveLink.slice(0, -4))).screen).toBe('link-unknown');
  });

  it('shows who is logged in that a link is for another address', async () => {
    const { handset, wallet } = await loggedIn(start);
    wallet.hasOffer = false;
    const screen = await handset.openLink(wallet.receiveLink);
    expect(screen).toMatchObject({ app: 'wallet', screen: 'credential-list' });
    expect(ja(screen)).toContain('h***@docomo.ne.jp.test');
    wallet.hasOffer = true;
    expect(ja(await handset.openLink(wallet.receiveLink))).not.toContain('h***@docomo.ne.jp.test');
  });

  it('sends nothing to a site that is not the wallet, whatever its name looks like', async () => {
    const { handset, wallet } = await start();
    await handset.installApp('wallet');
    for (const url of [
      'https://wallet.openbadge.test.evil.test/receive/x',
      'http://wallet.openbadge.test/x',
      'nonsense',
    ]) {
      expect(await handset.openLink(url)).toMatchObject({ app: 'browser', screen: 'site-unreachable' });
    }
    expect(wallet.requests).toEqual([]);
  });
}

/** A mail app that opens links itself, and what becomes of a page that is left. */
export function mailAppContract(start: Start): void {
  it('opens inside the mail app when that opens links itself, and says what is lost there', async () => {
    const { handset, wallet } = await installed(start);
    const screen = await handset.openLink(wallet.receiveLink, 'mail-app');
    expect(screen).toMatchObject({ app: 'mail-app', screen: 'terms' });
    expect(ja(screen)).toContain('ブラウザ（Safari、Chromeなど）で開いて');
    expect(await handset.openLink(wallet.receiveLink, 'browser')).toMatchObject({ app: 'browser', screen: 'terms' });
    expect(ja(await handset.screen())).not.toContain('メールアプリ');
  });

  it.each([
    ['browser', 'registration'],
    ['mail-app', 'terms'],
  ] as const)('left and opened again, a page of the %s is at: %s', async (opener, screen) => {
    const { handset, wallet } = await start();
    await handset.openLink(wallet.receiveLink, opener);
    await agree(handset);
    await handset.press('continue');
    await handset.fill('name', hanako.name);
    await handset.fill('password', hanako.password);
    expect(await handset.leaveApp()).toMatchObject({ app: 'home', screen: 'home' });
    expect(await handset.returnToApp()).toMatchObject({ app: opener, screen });
    // Nothing is left behind any more.
    expect((await handset.returnToApp()).screen).toBe(screen);
    if (opener === 'mail-app') return;
    expect((await handset.press('register')).screen).toBe('registration-confirm');
    expect((await handset.press('confirm')).screen).toBe('activation-wait');
  });
}
