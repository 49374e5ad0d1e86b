import { expect, it } from 'vitest';
import type { StoreDevice } from '../handset/index.ts';
import { ja, loggedIn, type Start } from './started-handset.ts';

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

  it('forgets the account when the app is removed', async () => {
    const started = await loggedIn(start);
    await started.handset.removeApp('wallet');
    expect((await started.handset.screen()).app).toBe('home');
    await expect(started.handset.openApp('wallet')).rejects.toMatchObject({ code: 'app-not-installed' });
    await started.handset.installApp('wallet');
    expect((await started.handset.openApp('wallet')).screen).toBe('wallet-first-run');
  });
}
