import { expect, it } from 'vitest';
import { hanako } from './fake-wallet-state.ts';
import { agree, ja, type Start } from './started-handset.ts';

export function formContract(start: Start): void {
  it('goes from the terms to the activated account', async () => {
    const { handset, wallet } = await start();
    await handset.openLink(wallet.receiveLink);
    await agree(handset);
    expect((await handset.press('continue')).screen).toBe('registration');
    await handset.fill('name', hanako.name);
    await handset.fill('password', hanako.password);
    expect((await handset.press('register')).screen).toBe('registration-confirm');
    expect((await handset.press('confirm')).screen).toBe('activation-wait');
    expect((await handset.openLink(wallet.activationLink)).screen).toBe('activation');
    expect(wallet.account?.isActive).toBe(false);
    expect((await handset.press('activate')).screen).toBe('activated');
    expect(wallet.account?.isActive).toBe(true);
  });

  it('goes on only while both boxes are ticked', async () => {
    const { handset, wallet } = await start();
    expect((await handset.openLink(wallet.receiveLink)).controls).not.toContain('continue');
    expect((await handset.press('continue')).screen).toBe('terms');
    expect((await handset.press('agree-terms')).controls).not.toContain('continue');
    expect((await handset.press('agree-privacy-policy')).controls).toContain('continue');
    expect((await handset.press('agree-terms')).controls).not.toContain('continue');
    expect((await handset.press('continue')).screen).toBe('terms');
    await handset.press('agree-terms');
    expect((await handset.press('continue')).screen).toBe('registration');
  });

  it('shows on the form what is wrong with the password, and takes a better one', async () => {
    const { handset, wallet } = await start();
    await handset.openLink(wallet.receiveLink);
    await agree(handset);
    await handset.press('continue');
    await handset.fill('name', hanako.name);
    await handset.fill('password', 'abc123');
    await handset.press('register');
    const refused = await handset.press('confirm');
    expect(refused.screen).toBe('registration');
    expect(ja(refused)).toContain('8文字以上30文字以下');
    await handset.fill('name', hanako.name);
    await handset.fill('password', hanako.password);
    await handset.press('register');
    expect((await handset.press('confirm')).screen).toBe('activation-wait');
  });

  it('holds back a form that is not filled in', async () => {
    const { handset, wallet } = await start();
    await handset.openLink(wallet.receiveLink);
    await agree(handset);
    await handset.press('continue');
    const before = wallet.requests.length;
    expect(ja(await handset.press('register'))).toContain('入力されていない');
    expect(wallet.requests.length).toBe(before);
  });
}

export function oldFormContract(start: Start): void {
  it('begins anew when the form has lain too long', async () => {
    const { handset, wallet } = await start();
    await handset.openLink(wallet.receiveLink);
    await agree(handset);
    await handset.press('continue');
    await handset.fill('name', hanako.name);
    await handset.fill('password', hanako.password);
    await handset.press('register');
    wallet.isFormOld = true;
    const expired = await handset.press('confirm');
    expect(expired.screen).toBe('form-expired');
    expect(ja(expired)).toContain('最初からもう一度');
    expect(wallet.account).toBeUndefined();
    wallet.isFormOld = false;
    const again = await handset.press('retry');
    expect(again.screen).toBe('terms');
    expect(again.controls).not.toContain('continue');
  });
}

export function activationContract(start: Start): void {
  it('cannot start without the link of an issue notice', async () => {
    const { handset } = await start();
    await handset.installApp('wallet');
    await handset.openApp('wallet');
    await handset.press('create-account');
    await handset.fill('address', hanako.address);
    const screen = await handset.press('continue');
    expect(screen).toMatchObject({ app: 'wallet', screen: 'registration-needs-link' });
    expect(ja(screen)).toContain('学校');
  });

  it('leads from an activation in the browser into the app', async () => {
    const { handset, wallet } = await start();
    wallet.account = { password: hanako.password, isActive: false };
    await handset.openLink(wallet.activationLink);
    await handset.press('activate');
    expect((await handset.press('log-in')).screen).toBe('app-needed');
    await handset.installApp('wallet');
    wallet.account.isActive = false;
    await handset.openLink(wallet.activationLink);
    await handset.press('activate');
    expect(await handset.press('log-in')).toMatchObject({ app: 'wallet', screen: 'login' });
  });

  it('asks for the mail again, and says that the account is active when it is', async () => {
    const { handset, wallet } = await start();
    expect((await handset.openLink(wallet.activationLink)).screen).toBe('activation');
    expect((await handset.press('activate')).screen).toBe('activation-expired');
    await handset.fill('address', hanako.address);
    await handset.fill('password', hanako.password);
    expect((await handset.press('resend-activation')).screen).toBe('activation-wait');
    wallet.account = { password: hanako.password, isActive: true };
    expect((await handset.openLink(wallet.activationLink)).screen).toBe('activation-used');
  });
}
