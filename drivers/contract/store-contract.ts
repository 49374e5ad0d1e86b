import { expect, it } from 'vitest';
import type { StoreDevice } from '../handset/index.ts';
import { hanako } from './fake-wallet-state.ts';
import { type Abilities, ja, loggedIn, type Start } from './started-handset.ts';

export function storeContract(start: Start): void {
  it('installs the app and opens it with its first screen', async () => {
    const { handset } = await start({ platform: 'iOS', version: '15.0', form: 'phone' });
    expect(await handset.screen()).toMatchObject({ app: 'home', screen: 'home' });
    expect(await handset.installApp('wallet')).toMatchObject({ app: 'store', screen: 'store-installed' });
    expect(await handset.openApp('wallet')).toMatchObject({ app: 'wallet', screen: 'wallet-first-run' });
  });

  it.each([
    { platform: 'iOS', version: '14.8', form: 'phone' },
    { platform: 'Android', version: '6.0.1', form: 'phone' },
    { platform: 'iOS', version: '17.0', form: 'tablet' },
    { platform: 'Windows', version: '11', form: 'pc' },
  ] satisfies StoreDevice[])('shows why it refuses on $platform $version ($form)', async (device) => {
    const { handset } = await start(device);
    const screen = await handset.installApp('wallet');
    expect(screen).toMatchObject({ app: 'store', screen: 'store-incompatible' });
    expect(ja(screen)).not.toBe('');
    await expect(handset.openApp('wallet')).rejects.toMatchObject({ code: 'app-not-installed' });
  });

  it.each([
    ['country', { country: 'US' }, { country: 'JP' }],
    ['storage', { freeMb: 50 }, { freeMb: 500 }],
    ['approval', { approval: 'needed' }, { approval: 'given' }],
  ] as const)('shows what stands in the way (%s), and installs once that is gone', async (_what, before, after) => {
    const { handset } = await start();
    await handset.setStore(before);
    const refused = await handset.installApp('wallet');
    expect(refused).toMatchObject({ app: 'store', screen: 'store-refused' });
    expect(ja(refused)).not.toBe('');
    await expect(handset.openApp('wallet')).rejects.toMatchObject({ code: 'app-not-installed' });
    await handset.setStore(after);
    expect((await handset.installApp('wallet')).screen).toBe('store-installed');
  });

  it('forgets the account when the app is removed', async () => {
    const started = await loggedIn(start);
    await started.handset.removeApp('wallet');
    expect((await started.handset.screen()).app).toBe('home');
    await expect(started.handset.openApp('wallet')).rejects.toMatchObject({ code: 'app-not-installed' });
    await started.handset.installApp('wallet');
    expect((await started.handset.openApp('wallet')).screen).toBe('wallet-first-run');
  });
}

/** Apps that are too old, or not the one that was meant. */
export function otherAppContract(start: Start, { hasOldWallet }: Abilities): void {
  it('shows that the app has to be updated, until it is', async () => {
    const { handset, wallet } = await loggedIn(start);
    wallet.wantsNewerApp = true;
    const outdated = await handset.openApp('wallet');
    expect(outdated).toMatchObject({ app: 'wallet', screen: 'update-required' });
    expect(ja(outdated)).toContain('アプリストアでアプリを更新してください');
    expect((await handset.press('retry')).screen).toBe('update-required');
    wallet.wantsNewerApp = false;
    expect((await handset.press('retry')).screen).toBe('credential-list');
  });

  it.runIf(hasOldWallet)('has an app of nearly the same name, which knows no account of the wallet', async () => {
    const { handset, wallet } = await start();
    wallet.account = { password: hanako.password, isActive: true };
    await handset.installApp('old-wallet');
    expect(await handset.openApp('old-wallet')).toMatchObject({ app: 'old-wallet', screen: 'old-wallet-login' });
    await handset.fill('address', hanako.address);
    await handset.fill('password', hanako.password);
    const refused = await handset.press('log-in');
    expect(refused.screen).toBe('old-wallet-login');
    expect(ja(refused)).toContain('登録されていません');
    expect(wallet.requests).toEqual([]);
    expect((await handset.openLink(wallet.receiveLink)).app).toBe('browser');
    await expect(handset.openApp('wallet')).rejects.toMatchObject({ code: 'app-not-installed' });
  });
}
