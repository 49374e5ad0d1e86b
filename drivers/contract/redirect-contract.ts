import { expect, it } from 'vitest';
import { redirectingSite } from './fake-wallet.ts';
import type { Start } from './started-handset.ts';

export function redirectContract(start: Start): void {
  it('follows a site that redirects to the wallet, in the browser though the app is installed', async () => {
    const { handset, wallet } = await start();
    await handset.installApp('wallet');
    const link = `${redirectingSite}/?to=${encodeURIComponent(wallet.receiveLink)}`;
    expect(await handset.openLink(link)).toMatchObject({ app: 'browser', screen: 'terms' });
    const twice = `${redirectingSite}/?to=${encodeURIComponent(link)}`;
    expect(await handset.openLink(twice)).toMatchObject({ app: 'browser', screen: 'terms' });
  });

  it('gives up a site that redirects to itself, elsewhere, or while there is no network', async () => {
    const { handset, wallet } = await start();
    for (const to of ['/', 'https://evil.example/', 'javascript:alert(1)', '']) {
      const link = `${redirectingSite}/?to=${encodeURIComponent(to)}`;
      expect(await handset.openLink(link)).toMatchObject({ app: 'browser', screen: 'site-unreachable' });
    }
    await handset.setNetwork('off');
    const link = `${redirectingSite}/?to=${encodeURIComponent(wallet.receiveLink)}`;
    expect(await handset.openLink(link)).toMatchObject({ screen: 'site-unreachable' });
    expect(wallet.requests).toEqual([]);
  });
}
