import { describe, expect, it } from 'vitest';
import {
  createWorld,
  defaultLimits,
  loadWorld,
  type Origin,
  parseInstant,
  type RunningWorld,
  restoreWorld,
  saveWorld,
  snapshotWorld,
} from '#sim/kernel';
import { createFakeWallet, type FakeWallet, hanako, handsetContract } from '../contract/index.ts';
import type { Handset, StoreDevice, StoreOffers } from '../handset/index.ts';
import { createHandset, setHandsetClock, updateSystem } from './commands.ts';
import { createDirectHandset } from './direct-handset.ts';
import { directModule } from './module.ts';

const origin: Origin = {
  seed: 3,
  startsAt: parseInstant('2026-04-01T09:00:00+09:00') ?? 0,
  limits: defaultLimits,
  parameters: {},
};

const storeOffers: StoreOffers = (_app, { platform, version, form }, { country, freeMb, approval }) => {
  const isNew = Number.parseInt(version, 10) >= (platform === 'iOS' ? 15 : 7);
  const refusal =
    country !== 'JP' ? 'country' : freeMb < 120 ? 'storage' : approval === 'needed' ? 'approval' : undefined;
  if (refusal !== undefined) {
    return { verdict: 'refused', refusal, sentence: { ja: 'いまは入れられません。', en: 'Not now.' } };
  }
  return form === 'phone' && isNew
    ? { verdict: 'installed', sentence: { ja: 'インストールしました。', en: 'Installed.' } }
    : { verdict: 'refused', sentence: { ja: '対応していません。', en: 'Not compatible.' } };
};

interface Started {
  readonly world: RunningWorld;
  readonly wallet: FakeWallet;
  readonly handset: Handset;
}

async function start(
  device: StoreDevice & { clockSkewMs?: number } = { platform: 'Android', version: '13', form: 'phone' },
  wallet = createFakeWallet(),
): Promise<Started> {
  const world = createWorld(origin, [directModule]);
  const id = await world.perform(createHandset, { ...device, model: 'Xperia 10' });
  return { world, wallet, handset: createDirectHandset(world, { fetch: wallet.fetch, storeOffers }, id) };
}

handsetContract('rows', async (wallet, device) => {
  const { world, handset } = await start(device, wallet);
  return { handset, advance: (durationMs) => world.advance(durationMs) };
});

async function receiveId({ handset, wallet }: Started): Promise<void> {
  wallet.account = { password: hanako.password, isActive: true };
  await handset.installApp('wallet');
  await handset.openApp('wallet');
  await handset.press('log-in');
  await handset.fill('address', hanako.address);
  await handset.fill('password', hanako.password);
  await handset.press('log-in');
  await handset.press('receive');
}

describe('a direct handset', () => {
  it.each([
    [{ platform: 'iOS', version: '15.0.1', form: 'phone' }, /iPhone; CPU iPhone OS 15_0_1 .* Mobile\//],
    [{ platform: 'Android', version: '7.0', form: 'phone' }, /Linux; Android 7\.0; Xperia 10\) .* Mobile Safari/],
    [{ platform: 'Android', version: '14', form: 'tablet' }, /Android 14; Xperia 10\)(?!.*Mobile)/],
    [{ platform: 'iOS', version: '17.0', form: 'tablet' }, /^(?!.*(iPad|iPhone|Mobile)).*Macintosh; Intel Mac OS X/],
    [{ platform: 'Windows', version: '11', form: 'pc' }, /^(?!.*Mobile).*Windows NT 10\.0/],
    [{ platform: 'ChromeOS', version: '120', form: 'pc' }, /^(?!.*Mobile).*CrOS/],
  ] as const)('says what it is as real devices do: %o', async (device, pattern) => {
    const { handset, wallet } = await start(device);
    await handset.openLink(wallet.receiveLink);
    expect(wallet.requests[0]?.userAgent).toMatch(pattern);
  });

  it.each([
    { platform: 'Symbian', version: '9', form: 'phone' },
    { platform: 'Windows', version: '11', form: 'phone' },
    { platform: 'iOS', version: '15.0 beta', form: 'phone' },
    { platform: 'iOS', version: '', form: 'phone' },
  ])('is not made of what no device is: %o', async (device) => {
    const world = createWorld(origin, [directModule]);
    await expect(world.perform(createHandset, { ...device, model: 'x' })).rejects.toMatchObject({
      code: 'device-invalid',
    });
    expect(() => createDirectHandset(world, { fetch: createFakeWallet().fetch, storeOffers }, 'hs_0001')).toThrow(
      expect.objectContaining({ code: 'handset-unknown' }),
    );
  });

  it('keeps its model name out of the header when that could break it', async () => {
    const world = createWorld(origin, [directModule]);
    const wallet = createFakeWallet();
    const device = { platform: 'Android', version: '13', form: 'phone' };
    await expect(world.perform(createHandset, { ...device, model: 'x\r\nx-evil: 1' })).rejects.toMatchObject({
      code: 'device-invalid',
    });
    const id = await world.perform(createHandset, { ...device, model: 'らくらく(F);' });
    await createDirectHandset(world, { fetch: wallet.fetch, storeOffers }, id).openLink(wallet.receiveLink);
    expect(wallet.requests[0]?.userAgent).toContain('Android 13; F)');
  });

  it('gets the app after an update of its system', async () => {
    const { handset, world } = await start({ platform: 'iOS', version: '14.8', form: 'phone' });
    expect((await handset.installApp('wallet')).screen).toBe('store-incompatible');
    await world.perform(updateSystem, { handset: handset.id, version: '15.0' });
    expect((await handset.installApp('wallet')).screen).toBe('store-installed');
  });

  it('signs its QR by its own clock, right or wrong, and says so on a card that has expired by it', async () => {
    const started = await start({ platform: 'iOS', version: '17', form: 'phone', clockSkewMs: 3 * 86_400_000 });
    const { handset, world } = started;
    await receiveId(started);
    const step = async (): Promise<number> => Number((await handset.qrCode()).split(':')[3]);
    const trueStep = Math.floor(world.clock.now() / 30_000);
    expect(await step()).toBe(trueStep + 3 * 2880);
    await world.perform(setHandsetClock, { handset: handset.id, skewMs: 0 });
    expect(await step()).toBe(trueStep);
    await world.perform(setHandsetClock, { handset: handset.id, skewMs: 400 * 86_400_000 });
    expect((await handset.screen()).texts.map(({ ja }) => ja)).toContain('有効期限が切れています。');
  });

  it('leaves no password, session or link in events, rows or the saved journal', async () => {
    const started = await start();
    const { handset, world, wallet } = started;
    await handset.openLink(wallet.receiveLink);
    await handset.press('agree-terms');
    await handset.press('agree-privacy-policy');
    await handset.press('continue');
    await handset.fill('name', hanako.name);
    await handset.fill('password', hanako.password);
    await handset.press('register');
    await handset.press('confirm');
    await receiveId(started);
    const written = JSON.stringify([world.log.after(0), saveWorld(world)]);
    for (const secret of [hanako.password, 'session-of-', 'receive-token']) expect(written).not.toContain(secret);
    expect(Buffer.from(world.serialize()).includes(hanako.password)).toBe(false);
  });

  it('goes on from a fork and from its journal as the first one does', async () => {
    const started = await start();
    await receiveId(started);
    const { world, wallet, handset } = started;
    const fork = restoreWorld(snapshotWorld(world), [directModule]);
    const loaded = await loadWorld(saveWorld(world), [directModule]);
    for (const other of [fork, loaded]) {
      const twin = createDirectHandset(other, { fetch: wallet.fetch, storeOffers }, handset.id);
      expect(await twin.screen()).toEqual(await handset.screen());
      expect(await twin.qrCode()).toBe(await handset.qrCode());
      expect((await twin.openApp('wallet')).controls).toContain('show-id');
    }
  });

  it('asks to type again when the form was typed in another branch', async () => {
    const { handset, world, wallet } = await start();
    await handset.openLink(wallet.receiveLink);
    await handset.press('agree-terms');
    await handset.press('agree-privacy-policy');
    await handset.press('continue');
    await handset.fill('name', hanako.name);
    await handset.fill('password', hanako.password);
    await handset.press('register');
    const twin = createDirectHandset(world, { fetch: wallet.fetch, storeOffers }, handset.id);
    const screen = await twin.press('confirm');
    expect(screen.screen).toBe('registration');
    expect(screen.texts.at(-1)?.ja).toContain('もう一度入力');
  });

  it('does not show a bug as a lost network', async () => {
    const { world, handset } = await start();
    const broken = createDirectHandset(
      world,
      {
        fetch: async () => {
          throw new TypeError('undefined is not a function');
        },
        storeOffers,
      },
      handset.id,
    );
    await expect(broken.openLink('https://wallet.openbadge.test/receive/x')).rejects.toThrow('undefined is not');
  });
});
