import { describe, expect, it } from 'vitest';
import { saveWorld } from '../../kernel/index.ts';
import {
  activeAccount,
  createWalletFixture,
  deviceOf,
  form,
  hanako,
  login,
  password,
  pc,
  type WalletFixture,
} from '../wallet-fixture.ts';

const halfHourMs = 30 * 60_000;

function attempt(wallet: WalletFixture, typed: string, address = hanako): Promise<string | number> {
  const body = { address, password: typed, device: deviceOf(wallet.world, 'hs_0001') };
  return wallet.outcome('POST', '/sessions', { body });
}

async function fail(wallet: WalletFixture, times: number, address = hanako): Promise<(string | number)[]> {
  const outcomes = [];
  for (let n = 0; n < times; n += 1) outcomes.push(await attempt(wallet, 'Wrong2026!', address));
  return outcomes;
}

describe('log-in', () => {
  it('opens a session of 30 days on a registered device, however the address is spelled', async () => {
    const wallet = createWalletFixture();
    await activeAccount(wallet);
    const opened = await login(wallet, { address: ' HANAKO@docomo.ne.jp.test' });
    expect(opened).toMatchObject({ account: 'acct_0001', device: 'dev_0001' });
    expect(Date.parse(opened.expiresAt) - wallet.world.clock.now()).toBe(30 * 86_400_000);
    const asked = { bearer: opened.session };
    expect(await wallet.outcome('GET', '/credentials', asked)).toBe(200);
    await wallet.world.advance(30 * 86_400_000 - 1);
    expect(await wallet.outcome('GET', '/credentials', asked)).toBe(200);
    await wallet.world.advance(1);
    expect(await wallet.outcome('GET', '/credentials', asked)).toBe('unauthorized');
  });

  it('needs a smartphone, and a device key that is public and of Ed25519', async () => {
    const wallet = createWalletFixture();
    await activeAccount(wallet);
    const device = deviceOf(wallet.world, 'hs_0001');
    const body = { address: hanako, password, device };
    expect(await wallet.outcome('POST', '/sessions', { body, userAgent: pc })).toBe('smartphone-required');
    for (const differing of [{ d: 'secret' }, { crv: 'X25519' }, { x: 'short' }, { kty: 'RSA' }]) {
      const publicKey = { ...device.publicKey, ...differing };
      const refused = { ...body, device: { ...device, publicKey } };
      expect(await wallet.outcome('POST', '/sessions', { body: refused })).toBe('request-invalid');
    }
    expect(await wallet.outcome('POST', '/sessions', { body })).toBe(201);
  });

  it('writes nothing down that a device adds to its description', async () => {
    const wallet = createWalletFixture();
    await activeAccount(wallet);
    const device = deviceOf(wallet.world, 'hs_0001');
    const chatty = { ...device, note: password, publicKey: { ...device.publicKey, k: password } };
    const body = { address: hanako, password, device: chatty };
    expect(await wallet.outcome('POST', '/sessions', { body })).toBe(201);
    expect(JSON.stringify(saveWorld(wallet.world))).not.toContain(password);
  });

  it('tells only who knows the password that the account is not active yet', async () => {
    const wallet = createWalletFixture();
    await wallet.ask('POST', '/registrations', form(wallet.issuer.issue('cred_0001', hanako)));
    expect(await attempt(wallet, password)).toBe('account-not-activated');
    expect(await attempt(wallet, 'Wrong2026!')).toBe('login-failed');
  });

  it('opens nothing without a session of this wallet', async () => {
    const wallet = createWalletFixture();
    await activeAccount(wallet);
    for (const bearer of ['nothing', wallet.world.keys.secret('gate'), wallet.world.keys.secret('wallet')]) {
      for (const path of ['/credentials', '/devices', '/credentials/cred_0001']) {
        expect(await wallet.outcome('GET', path, { bearer })).toBe('unauthorized');
      }
    }
    expect(await wallet.outcome('GET', '/credentials')).toBe('unauthorized');
    expect(await wallet.outcome('POST', '/credentials/cred_0001/receive')).toBe('unauthorized');
    expect(await wallet.outcome('POST', '/addresses', { body: { address: hanako } })).toBe('unauthorized');
  });
});

describe('the lock', () => {
  it('comes with the fifth wrong password in a row and goes after half an hour', async () => {
    const wallet = createWalletFixture();
    await activeAccount(wallet);
    expect(await fail(wallet, 4)).toEqual(Array(4).fill('login-failed'));
    expect(await attempt(wallet, password)).toBe(201);
    expect(await fail(wallet, 5)).toEqual([...Array(4).fill('login-failed'), 'account-locked']);
    const locked = await wallet.ask('POST', '/sessions', {
      body: { address: hanako, password, device: deviceOf(wallet.world, 'hs_0001') },
    });
    expect([locked.status, locked.json<{ detail: string }>().detail]).toEqual([
      423,
      expect.stringContaining('あと30分間'),
    ]);
    await wallet.world.advance(halfHourMs - 1);
    expect(await attempt(wallet, password)).toBe('account-locked');
    await wallet.world.advance(1);
    expect(await attempt(wallet, password)).toBe(201);
    const events = wallet.events().filter((type) => /lock|login/.test(type));
    expect(events).toEqual([
      ...Array(9).fill('login.refused'),
      'account.locked',
      'login.refused',
      'login.refused',
      'account.unlocked',
    ]);
  });

  it('counts from one again after a lock', async () => {
    const wallet = createWalletFixture();
    await activeAccount(wallet);
    await fail(wallet, 5);
    await wallet.world.advance(halfHourMs);
    expect(await fail(wallet, 4)).toEqual(Array(4).fill('login-failed'));
    expect(await attempt(wallet, password)).toBe(201);
  });

  it('ends with a reset, whose later timer then does nothing', async () => {
    const wallet = createWalletFixture();
    await activeAccount(wallet);
    await fail(wallet, 5);
    await wallet.ask('POST', '/password-resets', { body: { address: hanako } });
    const token = await wallet.mailedToken('password-reset');
    await wallet.ask('PUT', '/passwords', { body: { token, password: 'Nihon2027#' } });
    expect(await attempt(wallet, 'Nihon2027#')).toBe(201);
    await fail(wallet, 4);
    await wallet.world.advance(halfHourMs);
    expect(await attempt(wallet, 'Wrong2026!')).toBe('account-locked');
    expect(wallet.events().filter((type) => type === 'account.unlocked')).toHaveLength(1);
  });
});

describe('a reset of the password', () => {
  it('is mailed for an hour, works once, and ends every session', async () => {
    const wallet = createWalletFixture();
    await activeAccount(wallet);
    const sessions = [await login(wallet), await login(wallet, { handset: 'hs_0002' })];
    await wallet.ask('POST', '/password-resets', { body: { address: hanako } });
    const older = await wallet.mailedToken('password-reset');
    await wallet.ask('POST', '/password-resets', { body: { address: hanako } });
    const token = await wallet.mailedToken('password-reset');
    const put = (link: string, typed: string) =>
      wallet.outcome('PUT', '/passwords', { body: { token: link, password: typed } });
    expect(await put(older, 'Nihon2027#')).toBe('reset-superseded');
    expect(await put(token, 'short')).toBe('password-rules');
    expect(await put(token, 'Nihon2027#')).toBe(204);
    expect(await put(token, 'Nihon2028#')).toBe('reset-used');
    for (const { session } of sessions)
      expect(await wallet.outcome('GET', '/devices', { bearer: session })).toBe('unauthorized');
    expect(await attempt(wallet, password)).toBe('login-failed');
    expect(await attempt(wallet, 'Nihon2027#')).toBe(201);

    await wallet.ask('POST', '/password-resets', { body: { address: hanako } });
    const late = await wallet.mailedToken('password-reset');
    await wallet.world.advance(3_600_000);
    expect(await put(late, 'Nihon2028#')).toBe('reset-expired');
  });

  it('lets a student who forgot the password of a pending account go on', async () => {
    const wallet = createWalletFixture();
    await wallet.ask('POST', '/registrations', form(wallet.issuer.issue('cred_0001', hanako)));
    await wallet.ask('POST', '/password-resets', { body: { address: hanako } });
    const token = await wallet.mailedToken('password-reset');
    await wallet.ask('PUT', '/passwords', { body: { token, password: 'Nihon2027#' } });
    expect(await attempt(wallet, 'Nihon2027#')).toBe('account-not-activated');
    await wallet.ask('POST', '/activation-mails', { body: { address: hanako, password: 'Nihon2027#' } });
    const activation = await wallet.mailedToken('activation');
    expect(await wallet.outcome('POST', '/activations', { body: { token: activation } })).toBe(200);
    expect(await attempt(wallet, 'Nihon2027#')).toBe(201);
  });
});

describe('devices', () => {
  it('are listed with the time they were last seen, the asking one marked', async () => {
    const wallet = createWalletFixture();
    await activeAccount(wallet);
    const old = await login(wallet);
    await wallet.world.advance(60_000);
    const { session, device } = await login(wallet, { handset: 'hs_0002' });
    const listed = async () =>
      (await wallet.ask('GET', '/devices', { bearer: session })).json<{ devices: { lastSeenAt: string }[] }>().devices;
    const before = await listed();
    expect(before).toMatchObject([
      { device: old.device, name: 'hs_0001 の iPhone', current: false },
      { device, name: 'hs_0002 の iPhone', current: true },
    ]);
    await wallet.world.advance(600_000);
    const [first, second] = await listed();
    expect(first?.lastSeenAt).toBe(before[0]?.lastSeenAt);
    expect(Date.parse(second?.lastSeenAt ?? '') - Date.parse(before[1]?.lastSeenAt ?? '')).toBe(600_000);
  });

  it('are the same device when they log in again, with one session', async () => {
    const wallet = createWalletFixture();
    await activeAccount(wallet);
    const first = await login(wallet);
    const second = await login(wallet);
    expect(second.device).toBe(first.device);
    expect(await wallet.outcome('GET', '/devices', { bearer: first.session })).toBe('unauthorized');
    expect(await wallet.outcome('GET', '/devices', { bearer: second.session })).toBe(200);
  });

  it('can be logged out from another phone, but only by their owner', async () => {
    const wallet = createWalletFixture();
    await activeAccount(wallet);
    await activeAccount(wallet, 'taro@au.com.test', 'cred_0002');
    const lost = await login(wallet);
    const found = await login(wallet, { handset: 'hs_0002' });
    const taro = await login(wallet, { handset: 'hs_0003', address: 'taro@au.com.test' });
    const remove = (bearer: string) => wallet.outcome('DELETE', `/devices/${lost.device}`, { bearer });
    expect(await remove(taro.session)).toBe('not-found');
    expect(await wallet.outcome('GET', '/devices', { bearer: lost.session })).toBe(200);
    expect(await remove(found.session)).toBe(204);
    expect(await remove(found.session)).toBe('not-found');
    expect(await wallet.outcome('GET', '/devices', { bearer: lost.session })).toBe('unauthorized');
    expect(await wallet.outcome('GET', '/devices', { bearer: found.session })).toBe(200);
    expect(await wallet.outcome('DELETE', '/sessions/current', { bearer: found.session })).toBe(204);
    expect(await wallet.outcome('GET', '/devices', { bearer: found.session })).toBe('unauthorized');
  });
});

describe('mails that anybody can ask for', () => {
  it('go out a few times an hour for one account, and the answer does not tell', async () => {
    const wallet = createWalletFixture({ mailsPerHourMax: 2 });
    await activeAccount(wallet);
    const ask = async (): Promise<string> => {
      const response = await wallet.ask('POST', '/password-resets', { body: { address: hanako } });
      await wallet.world.advance(10_000);
      return response.body.toString('utf8');
    };
    const resets = (): number =>
      wallet.world.log.after(0).filter(({ data }) => (data as { kind?: string }).kind === 'password-reset').length;
    const first = await ask();
    expect([await ask(), await ask(), await ask()]).toEqual([first, first, first]);
    expect(resets()).toBe(2);
    expect(wallet.world.log.after(0).at(-1)).toMatchObject({ type: 'request.refused', data: { code: 'mail-limit' } });
    await wallet.world.advance(3_600_000);
    await ask();
    expect(resets()).toBe(3);
  });
});
