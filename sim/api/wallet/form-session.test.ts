import { describe, expect, it } from 'vitest';
import { createWalletFixture, form, hanako, phone, type WalletFixture } from '../wallet-fixture.ts';

const minuteMs = 60_000;

async function formOf(wallet: WalletFixture, token: string): Promise<string> {
  const shown = await wallet.ask('GET', `/receive/${token}`, { userAgent: phone });
  return shown.json<{ form: string }>().form;
}

describe('the form of a registration', () => {
  it('is taken until its time is over, and may be asked for anew', async () => {
    const wallet = createWalletFixture();
    const token = wallet.issuer.issue('cred_0001', hanako);
    const first = await formOf(wallet, token);
    await wallet.world.advance(30 * minuteMs);
    const refused = await wallet.ask('POST', '/registrations', form(token, { form: first }));
    expect(refused.status).toBe(410);
    expect(refused.json()).toMatchObject({ code: 'form-expired', params: { minutes: 30 } });
    expect(wallet.issuer.links.get(token)?.state).toBe('live');
    const second = await formOf(wallet, token);
    await wallet.world.advance(30 * minuteMs - 1);
    expect(await wallet.outcome('POST', '/registrations', form(token, { form: second }))).toBe(201);
  });

  it('may lie as long as the world says', async () => {
    const wallet = createWalletFixture({ formTtlMs: minuteMs });
    const token = wallet.issuer.issue('cred_0001', hanako);
    const given = await formOf(wallet, token);
    await wallet.world.advance(minuteMs);
    expect(await wallet.outcome('POST', '/registrations', form(token, { form: given }))).toBe('form-expired');
  });

  it('is known again: no other link’s, no changed one, none that was made up', async () => {
    const wallet = createWalletFixture();
    const token = wallet.issuer.issue('cred_0001', hanako);
    const other = wallet.issuer.remind('cred_0001');
    const given = await formOf(wallet, token);
    const [time = '', mac = ''] = given.split('.');
    const later = (Number.parseInt(time, 36) + 1).toString(36);
    for (const wrong of [
      '',
      '.',
      'form',
      `${time}.`,
      `${later}.${mac}`,
      `${time}.${mac}x`,
      await formOf(wallet, other),
    ]) {
      expect(await wallet.outcome('POST', '/registrations', form(token, { form: wrong })), wrong).toBe('form-expired');
    }
    expect(await wallet.outcome('POST', '/registrations', form(token, { form: given }))).toBe(201);
  });

  it('is no duty for who registers without the pages', async () => {
    const wallet = createWalletFixture();
    const token = wallet.issuer.issue('cred_0001', hanako);
    await wallet.world.advance(60 * minuteMs);
    expect(await wallet.outcome('POST', '/registrations', form(token))).toBe(201);
  });

  it('is given out for a registration only', async () => {
    const wallet = createWalletFixture();
    const token = wallet.issuer.issue('cred_0001', hanako);
    const next = wallet.issuer.issue('cred_0002', hanako);
    expect(await wallet.outcome('POST', '/registrations', form(token))).toBe(201);
    expect(await formOf(wallet, next)).toBeUndefined();
  });
});
