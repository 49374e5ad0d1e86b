import { expect, it } from 'vitest';
import { hanako } from './fake-wallet-state.ts';
import { installed, loggedIn, type Start } from './started-handset.ts';

export function networkContract(start: Start): void {
  it('offers to try again, and then does the same once more', async () => {
    const { handset, wallet } = await start();
    await handset.setNetwork('off');
    expect((await handset.openLink(wallet.receiveLink)).screen).toBe('network-error');
    expect((await handset.press('retry')).screen).toBe('network-error');
    expect(wallet.requests).toEqual([]);
    await handset.setNetwork('on');
    expect((await handset.press('retry')).screen).toBe('terms');
  });

  it('receives once although the answer was lost', async () => {
    const { handset, wallet } = await loggedIn(start);
    await handset.setNetwork('lost-after-request');
    expect((await handset.press('receive')).screen).toBe('network-error');
    expect(wallet.isReceived).toBe(true);
    expect((await handset.press('retry')).screen).toBe('student-id');
  });

  it('keeps what was typed for the second try of a log-in', async () => {
    const { handset, wallet } = await installed(start);
    wallet.account = { password: hanako.password, isActive: true };
    await handset.openApp('wallet');
    await handset.press('log-in');
    await handset.fill('address', hanako.address);
    await handset.fill('password', hanako.password);
    await handset.setNetwork('off');
    expect((await handset.press('log-in')).screen).toBe('network-error');
    await handset.setNetwork('on');
    expect((await handset.press('retry')).screen).toBe('credential-list');
  });

  it('tells a service that is down from a network that is', async () => {
    const { handset, wallet } = await start();
    wallet.nextAnswer = { status: 502 };
    expect((await handset.openLink(wallet.receiveLink)).screen).toBe('service-unavailable');
    expect((await handset.press('retry')).screen).toBe('terms');
    wallet.nextAnswer = 'none';
    expect((await handset.openLink(wallet.receiveLink)).screen).toBe('network-error');
  });
}
