import { describe, expect, it } from 'vitest';
import { jwtOf } from '../fake-issuer.ts';
import { activeAccount, createWalletFixture, hanako, login, type WalletFixture } from '../wallet-fixture.ts';

interface Content {
  readonly received: { readonly credential: string; readonly status: string }[];
  readonly receivable: { readonly credential: string }[];
  readonly issuerReached: boolean;
}

async function ready(
  parameters: Parameters<typeof createWalletFixture>[0] = {},
): Promise<{ wallet: WalletFixture; bearer: string; device: string }> {
  const wallet = createWalletFixture(parameters);
  await activeAccount(wallet);
  const { session, device } = await login(wallet);
  return { wallet, bearer: session, device };
}

const content = async (wallet: WalletFixture, bearer: string) =>
  (await wallet.ask('GET', '/credentials', { bearer })).json<Content>();
const receive = (wallet: WalletFixture, bearer: string, credential = 'cred_0001') =>
  wallet.ask('POST', `/credentials/${credential}/receive`, { bearer });
const codeOf = (response: { json<Body>(): Body }) => response.json<{ code?: string }>().code;
const receivedEvents = (wallet: WalletFixture) => wallet.events().filter((type) => type === 'credential.received');

describe('receiving', () => {
  it('moves a credential from receivable to received, with what its card shows', async () => {
    const { wallet, bearer } = await ready();
    const named = {
      credential: 'cred_0001',
      school: { slug: 'mihon-university', name: { ja: '見本大学', en: 'Mihon University' } },
      achievement: { name: { ja: '学生証', en: 'Student ID' } },
    };
    expect(await content(wallet, bearer)).toEqual({
      received: [],
      receivable: [{ ...named, issuedAt: '2026-04-01T09:00:00.000+09:00' }],
      issuerReached: true,
    });
    expect(await wallet.outcome('GET', '/credentials/cred_0001', { bearer })).toBe('not-found');
    expect((await receive(wallet, bearer)).json()).toEqual({
      credential: 'cred_0001',
      secured: jwtOf('cred_0001'),
      mediaType: 'text/plain',
    });
    const card = {
      ...named,
      name: '見本 花子',
      studentNumber: '0012345',
      validFrom: '2026-04-01T00:00:00+09:00',
      validUntil: '2027-04-01T00:00:00+09:00',
      status: 'active',
    };
    expect(await content(wallet, bearer)).toEqual({ received: [card], receivable: [], issuerReached: true });
    expect((await wallet.ask('GET', '/credentials/cred_0001', { bearer })).json()).toEqual({
      ...card,
      secured: jwtOf('cred_0001'),
      mediaType: 'text/plain',
    });
  });

  it.each(['before', 'after'] as const)('happens once when the connection breaks %s the issuer acted', async (when) => {
    const { wallet, bearer } = await ready();
    wallet.issuer.breakNext('/claim', when);
    const broken = await receive(wallet, bearer);
    expect([broken.status, codeOf(broken)]).toEqual([503, 'issuer-unreachable']);
    expect(wallet.issuer.offers.get('cred_0001')?.state).toBe(when === 'after' ? 'claimed' : 'notified');
    expect((await content(wallet, bearer)).receivable).toMatchObject([{ credential: 'cred_0001' }]);
    expect((await receive(wallet, bearer)).json()).toEqual({
      credential: 'cred_0001',
      secured: jwtOf('cred_0001'),
      mediaType: 'text/plain',
    });
    expect(receivedEvents(wallet)).toHaveLength(1);
  });

  it('answers the same when the answer to the phone was lost, and when the button is tapped twice at once', async () => {
    const { wallet, bearer } = await ready();
    const taps = await Promise.all([receive(wallet, bearer), receive(wallet, bearer)]);
    const later = await receive(wallet, bearer);
    const claims = wallet.issuer.asked.filter((path) => path.endsWith('/claim')).length;
    await receive(wallet, bearer);
    expect(wallet.issuer.asked.filter((path) => path.endsWith('/claim'))).toHaveLength(claims);
    for (const { body } of [...taps, later])
      expect(JSON.parse(body.toString('utf8'))).toEqual({
        credential: 'cred_0001',
        secured: jwtOf('cred_0001'),
        mediaType: 'text/plain',
      });
    expect(receivedEvents(wallet)).toHaveLength(1);
  });

  it('passes on what the issuer refuses with', async () => {
    const { wallet, bearer } = await ready();
    wallet.issuer.issue('cred_0002', 'taro@au.com.test');
    expect(codeOf(await receive(wallet, bearer, 'cred_0002'))).toBe('offer-of-another-address');
    wallet.issuer.issue('cred_0003', hanako);
    const revoked = wallet.issuer.offers.get('cred_0003');
    if (revoked !== undefined) revoked.status = 'revoked';
    expect(codeOf(await receive(wallet, bearer, 'cred_0003'))).toBe('credential-revoked');
    expect(codeOf(await receive(wallet, bearer, 'nothing'))).toBe('not-found');
    expect(receivedEvents(wallet)).toHaveLength(0);
    expect(
      wallet.world.log
        .after(0)
        .filter(({ type }) => type === 'request.refused')
        .map(({ data }) => data),
    ).toEqual([
      { what: 'receipt', account: 'acct_0001', credential: 'cred_0002', code: 'offer-of-another-address' },
      { what: 'receipt', account: 'acct_0001', credential: 'cred_0003', code: 'credential-revoked' },
      { what: 'receipt', account: 'acct_0001', credential: 'nothing', code: 'not-found' },
    ]);
  });
});

describe('a second address', () => {
  it('brings its credentials once it is confirmed by mail', async () => {
    const { wallet, bearer } = await ready();
    const school = 'b26001@mihon-university.ac.jp.test';
    wallet.issuer.issue('cred_0002', school);
    expect(await wallet.outcome('POST', '/addresses', { body: { address: school }, bearer })).toBe(202);
    const token = await wallet.mailedToken('address-confirmation', school);
    expect((await content(wallet, bearer)).receivable).toHaveLength(1);
    const confirmed = await wallet.ask('POST', '/addresses/confirmations', { body: { token }, bearer });
    expect(confirmed.json()).toEqual({ address: 'b***@mihon-university.ac.jp.test' });
    expect((await content(wallet, bearer)).receivable.map(({ credential }) => credential)).toEqual([
      'cred_0001',
      'cred_0002',
    ]);
    expect((await receive(wallet, bearer, 'cred_0002')).status).toBe(200);
    expect(await wallet.outcome('POST', '/addresses/confirmations', { body: { token }, bearer })).toBe(
      'address-confirmation-used',
    );
    expect((await login(wallet, { address: school })).session).toMatch(/^[\w-]{43}$/);
  });

  it('is refused only to who reads its mail when another account has it', async () => {
    const { wallet, bearer } = await ready();
    const taro = 'taro@au.com.test';
    await activeAccount(wallet, taro, 'cred_0002');
    const answers = [];
    for (const address of [taro, 'nobody@au.com.test']) {
      const response = await wallet.ask('POST', '/addresses', { body: { address }, bearer });
      answers.push(`${response.status} ${response.body.toString('utf8')}`);
    }
    expect(answers[1]).toBe(answers[0]);
    const token = await wallet.mailedToken('address-confirmation', taro);
    expect(await wallet.outcome('POST', '/addresses/confirmations', { body: { token }, bearer })).toBe('address-taken');
  });

  it('is confirmed by the account that asked, not by whoever follows the link', async () => {
    const { wallet, bearer } = await ready();
    const school = 'b26001@mihon-university.ac.jp.test';
    await wallet.outcome('POST', '/addresses', { body: { address: school }, bearer });
    const token = await wallet.mailedToken('address-confirmation', school);
    const confirm = (as?: string) =>
      wallet.outcome('POST', '/addresses/confirmations', {
        body: { token },
        ...(as === undefined ? {} : { bearer: as }),
      });
    expect(await confirm()).toBe('unauthorized');
    const other = 'taro@au.com.test';
    await activeAccount(wallet, other, 'cred_0002');
    const { session } = await login(wallet, { address: other });
    expect(await confirm(session)).toBe('address-confirmation-elsewhere');
    expect(await confirm(bearer)).toBe(200);
  });

  it('is one of a limited number', async () => {
    const { wallet, bearer } = await ready({ addressesMax: 1 });
    const add = wallet.outcome('POST', '/addresses', { body: { address: 'more@gmail.com.test' }, bearer });
    expect(await add).toBe('addresses-full');
  });

  it('has links that are replaced by newer ones and run out, each address for itself', async () => {
    const { wallet, bearer } = await ready();
    const [school, other] = ['b26001@mihon-university.ac.jp.test', 'hanako@gmail.com.test'];
    const add = (address: string) => wallet.outcome('POST', '/addresses', { body: { address }, bearer });
    await add(school);
    const first = await wallet.mailedToken('address-confirmation', school);
    await add(other);
    await add(school);
    const second = await wallet.mailedToken('address-confirmation', school);
    const third = await wallet.mailedToken('address-confirmation', other);
    const confirm = (token: string) => wallet.outcome('POST', '/addresses/confirmations', { body: { token }, bearer });
    expect([await confirm(first), await confirm(third)]).toEqual(['address-confirmation-superseded', 200]);
    await wallet.world.advance(86_400_000);
    expect(await confirm(second)).toBe('address-confirmation-expired');
    expect(await add('hanako@gmail.com')).toBe('domain-not-simulated');
    expect(await add('no address')).toBe('address-malformed');
  });
});

describe('held credentials', () => {
  it('are shown with the status that the issuer has published by then, and stay when it is away', async () => {
    const { wallet, bearer } = await ready();
    await receive(wallet, bearer);
    const offer = wallet.issuer.offers.get('cred_0001');
    if (offer !== undefined) offer.status = 'revoked';
    wallet.issuer.shutDown(true);
    expect(await content(wallet, bearer)).toMatchObject({
      received: [{ status: 'active' }],
      receivable: [],
      issuerReached: false,
    });
    wallet.issuer.shutDown(false);
    expect((await content(wallet, bearer)).received).toMatchObject([{ credential: 'cred_0001', status: 'revoked' }]);
    wallet.issuer.shutDown(true);
    expect((await wallet.ask('GET', '/credentials/cred_0001', { bearer })).json()).toMatchObject({ status: 'revoked' });
  });

  it('are nobody else’s to see', async () => {
    const { wallet, bearer } = await ready();
    await receive(wallet, bearer);
    await activeAccount(wallet, 'taro@au.com.test', 'cred_0002');
    const taro = await login(wallet, { handset: 'hs_0002', address: 'taro@au.com.test' });
    expect(await wallet.outcome('GET', '/credentials/cred_0001', { bearer: taro.session })).toBe('not-found');
  });
});

describe('presentations', () => {
  it('give a gate the credential and the keys of the phones that are logged in', async () => {
    const { wallet, bearer, device } = await ready();
    await receive(wallet, bearer);
    const second = await login(wallet, { handset: 'hs_0002' });
    const gate = wallet.world.keys.secret('gate');
    const present = async () =>
      (await wallet.ask('GET', '/presentations/cred_0001', { bearer: gate })).json<{
        secured: string;
        devices: { device: string; publicKey: object }[];
      }>();
    const { crv, kty, x } = wallet.world.keys.ed25519('handset/hs_0001').publicKey.export({ format: 'jwk' });
    const shown = await present();
    expect(shown).toMatchObject({ credential: 'cred_0001', secured: jwtOf('cred_0001'), mediaType: 'text/plain' });
    expect(shown.devices[0]).toEqual({ device, publicKey: { kty, crv, x } });
    expect(shown.devices).toHaveLength(2);
    await wallet.ask('DELETE', `/devices/${device}`, { bearer: second.session });
    expect((await present()).devices.map((listed) => listed.device)).toEqual([second.device]);
    await wallet.world.advance(31 * 86_400_000);
    expect((await present()).devices).toHaveLength(1);
    const third = await login(wallet, { handset: 'hs_0003' });
    expect((await present()).devices).toHaveLength(2);
    await wallet.ask('DELETE', '/sessions/current', { bearer: third.session });
    expect((await present()).devices.map((listed) => listed.device)).toEqual([second.device]);
    expect(wallet.events().filter((type) => type === 'credential.presented')).toHaveLength(5);
  });

  it('are for gates only, and of credentials that somebody holds', async () => {
    const { wallet, bearer } = await ready();
    const gate = wallet.world.keys.secret('gate');
    expect(await wallet.outcome('GET', '/presentations/cred_0001', { bearer })).toBe('unauthorized');
    expect(await wallet.outcome('GET', '/presentations/cred_0001')).toBe('unauthorized');
    expect(await wallet.outcome('GET', '/presentations/cred_0001', { bearer: gate })).toBe('not-found');
  });
});
