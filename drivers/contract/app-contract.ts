import { expect, it } from 'vitest';
import { hanako } from './fake-wallet-state.ts';
import { installed, ja, loggedIn, logInWith, type Start } from './started-handset.ts';

export function logInContract(start: Start): void {
  it('says on the login screen that address or password is wrong', async () => {
    const started = await installed(start);
    started.wallet.account = { password: hanako.password, isActive: true };
    const screen = await logInWith(started.handset, 'Wrong2026!');
    expect(screen.screen).toBe('login');
    expect(screen.texts.length).toBeGreaterThan(1);
    await started.handset.fill('address', hanako.address);
    await started.handset.fill('password', hanako.password);
    expect((await started.handset.press('log-in')).screen).toBe('credential-list');
  });

  it('leads an account that is not active to its activation', async () => {
    const started = await installed(start);
    started.wallet.account = { password: hanako.password, isActive: false };
    expect((await logInWith(started.handset, hanako.password)).screen).toBe('activation-wait');
  });

  it('sets a new password by the link of a mail', async () => {
    const { handset, wallet } = await installed(start);
    wallet.account = { password: 'Old-password1!', isActive: true };
    await handset.openApp('wallet');
    await handset.press('log-in');
    await handset.fill('address', hanako.address);
    expect((await handset.press('forgot-password')).screen).toBe('password-reset-sent');
    expect((await handset.openLink(wallet.resetLink)).screen).toBe('password-reset');
    await handset.fill('password', hanako.password);
    expect((await handset.press('save-password')).screen).toBe('password-changed');
    expect(wallet.account.password).toBe(hanako.password);
  });

  it('logs out, and asks for the log-in from then on', async () => {
    const { handset } = await loggedIn(start);
    expect((await handset.press('log-out')).screen).toBe('login');
    expect((await handset.openApp('wallet')).screen).toBe('login');
  });

  it('asks for a new log-in when the session has ended elsewhere', async () => {
    const { handset, wallet } = await loggedIn(start);
    wallet.endSessions();
    expect((await handset.openApp('wallet')).screen).toBe('login');
  });
}

export function listContract(start: Start): void {
  it('logs in, receives and shows the student ID', async () => {
    const { handset, wallet } = await loggedIn(start);
    const list = await handset.screen();
    expect(list).toMatchObject({ app: 'wallet', screen: 'credential-list' });
    expect(list.controls).toContain('receive');
    expect((await handset.press('receive')).screen).toBe('student-id');
    expect(wallet.isReceived).toBe(true);
    const again = await handset.openApp('wallet');
    expect(again.controls).toContain('show-id');
    expect(again.controls).not.toContain('receive');
    expect((await handset.press('show-id')).screen).toBe('student-id');
  });

  it('says when nothing was issued to the account', async () => {
    const started = await installed(start);
    started.wallet.hasOffer = false;
    started.wallet.account = { password: hanako.password, isActive: true };
    const screen = await logInWith(started.handset, hanako.password);
    expect(screen.screen).toBe('credential-list');
    expect(screen.controls).not.toContain('receive');
    expect(ja(screen)).toContain('教育機関');
  });

  it('lists the devices and ends another one', async () => {
    const { handset, wallet } = await loggedIn(start);
    wallet.devices.push({ device: 'dev_0009', name: '失くしたスマホ', publicKey: {} });
    const devices = await handset.press('devices');
    expect(devices.screen).toBe('devices');
    expect(ja(devices)).toContain('失くしたスマホ');
    expect(ja(await handset.press('remove-dev_0009'))).not.toContain('失くしたスマホ');
    expect((await handset.press('back')).screen).toBe('credential-list');
  });

  it('adds an address', async () => {
    const { handset, wallet } = await loggedIn(start);
    await handset.press('add-address');
    await handset.fill('address', 'hanako@gmail.com.test');
    expect((await handset.press('send')).screen).toBe('address-sent');
    expect((await handset.openLink(wallet.addressLink)).screen).toBe('address-confirmation');
    expect((await handset.press('confirm')).screen).toBe('address-confirmed');
  });

  it('refuses what is not on the screen', async () => {
    const { handset } = await installed(start);
    await handset.openApp('wallet');
    await expect(handset.press('activate')).rejects.toMatchObject({ code: 'control-not-on-screen' });
    await expect(handset.fill('password', 'x')).rejects.toMatchObject({ code: 'field-not-on-screen' });
    await expect(handset.qrCode()).rejects.toMatchObject({ code: 'no-id-on-screen' });
    for (const opening of [handset.openApp('calculator'), handset.updateApp('calculator')]) {
      await expect(opening).rejects.toMatchObject({ code: 'app-not-installed' });
    }
  });
}

/** An app that takes nothing over any more, whatever the service answers. */
export function syncContract(start: Start): void {
  it.each([
    ['old-version', true],
    ['damaged-storage', false],
  ] as const)('that stopped synchronising (%s) shows a receipt that never ends', async (state, endsWithUpdate) => {
    const { handset, wallet } = await loggedIn(start);
    await handset.setAppSync(state);
    const list = await handset.press('receive');
    expect(list.screen).toBe('credential-list');
    expect(ja(list)).toContain('申請中');
    expect(wallet.isReceived).toBe(true);
    await handset.updateApp('wallet');
    const updated = await handset.openApp('wallet');
    expect(updated.controls.includes('show-id')).toBe(endsWithUpdate);
    await handset.removeApp('wallet');
    await handset.installApp('wallet');
    const anew = await logInWith(handset, hanako.password);
    expect(anew.controls).toContain('show-id');
    expect(ja(anew)).not.toContain('申請中');
  });
}
