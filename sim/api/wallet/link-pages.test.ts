import { describe, expect, it } from 'vitest';
import {
  activeAccount,
  createWalletFixture,
  form,
  hanako,
  login,
  password,
  pc,
  phone,
  type WalletFixture,
} from '../wallet-fixture.ts';

/** Opens a link as a phone and as a PC, and holds the world's bytes against those of before. */
async function openTwice(wallet: WalletFixture, path: string): Promise<(string | number)[]> {
  const before = Buffer.from(wallet.world.serialize());
  const outcomes = [];
  for (const userAgent of [phone, pc]) outcomes.push(await wallet.outcome('GET', path, { userAgent }));
  expect(Buffer.from(wallet.world.serialize()).equals(before), path).toBe(true);
  return outcomes;
}

describe('the pages of mail links', () => {
  it('change not a byte of the world, whatever the state of the link and whoever opens it (I10)', async () => {
    const wallet = createWalletFixture({ passwordResetTtlMs: 60_000 });
    const issued = wallet.issuer.issue('cred_0001', hanako);
    expect(await openTwice(wallet, `/receive/${issued}`)).toEqual([200, 'smartphone-required']);
    await wallet.ask('POST', '/registrations', form(issued));
    expect(await openTwice(wallet, `/receive/${issued}`)).toEqual(['link-used', 'smartphone-required']);

    const older = await wallet.mailedToken('activation');
    expect(await openTwice(wallet, `/activate/${older}`)).toEqual([200, 200]);
    await wallet.ask('POST', '/activation-mails', { body: { address: hanako, password } });
    const newer = await wallet.mailedToken('activation');
    expect(newer).not.toBe(older);
    expect(await openTwice(wallet, `/activate/${older}`)).toEqual(['activation-superseded', 'activation-superseded']);
    await wallet.ask('POST', '/activations', { body: { token: newer } });
    expect(await openTwice(wallet, `/activate/${newer}`)).toEqual(['activation-used', 'activation-used']);

    await wallet.ask('POST', '/password-resets', { body: { address: hanako } });
    const reset = await wallet.mailedToken('password-reset');
    expect(await openTwice(wallet, `/reset/${reset}`)).toEqual([200, 200]);
    await wallet.world.advance(60_000);
    expect(await openTwice(wallet, `/reset/${reset}`)).toEqual(['reset-expired', 'reset-expired']);

    const { session } = await login(wallet);
    const second = 'hanako@gmail.com.test';
    await wallet.ask('POST', '/addresses', { body: { address: second }, bearer: session });
    const confirmation = await wallet.mailedToken('address-confirmation', second);
    expect(await openTwice(wallet, `/addresses/${confirmation}`)).toEqual([200, 200]);

    for (const path of ['activate', 'reset', 'addresses']) {
      // A link of one kind opens nothing of another.
      expect(await openTwice(wallet, `/${path}/${'x'.repeat(43)}`)).toEqual(['link-unknown', 'link-unknown']);
      expect(await openTwice(wallet, `/${path}/${issued}`)).toEqual(['link-unknown', 'link-unknown']);
    }
    expect(await openTwice(wallet, `/activate/${reset}`)).toEqual(['link-unknown', 'link-unknown']);
    expect(await openTwice(wallet, `/receive/${'x'.repeat(30)}`)).toEqual(['link-unknown', 'smartphone-required']);
  });

  it('tell a student what is offered and which mailbox is meant, the address masked', async () => {
    const wallet = createWalletFixture();
    const token = wallet.issuer.issue('cred_0001', hanako);
    const page = await wallet.ask('GET', `/receive/${token}`);
    expect(page.json()).toEqual({
      screen: 'terms',
      credential: 'cred_0001',
      school: { slug: 'mihon-university', name: { ja: '見本大学', en: 'Mihon University' } },
      achievement: { name: { ja: '学生証', en: 'Student ID' } },
      address: 'h***@docomo.ne.jp.test',
      expiresAt: '2026-09-28T23:59:59.000+09:00',
      terms: { version: '2026-04-01' },
      privacyPolicy: { version: '2026-04-01' },
      form: expect.stringMatching(/^[0-9a-z]+\.[\w-]{43}$/),
      protocols: {
        OID4VCI: `openid-credential-offer://?credential_offer_uri=https%3A%2F%2Fissuer.openbadge.test%2Fopenid4vci%2Foffers%2F${token}`,
      },
    });
    expect(page.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  });

  it('lead to the log-in when the address has an account', async () => {
    const wallet = createWalletFixture();
    await activeAccount(wallet);
    const next = wallet.issuer.issue('cred_0002', hanako);
    expect((await wallet.ask('GET', `/receive/${next}`)).json()).toMatchObject({ screen: 'login' });
  });

  it.each(['used', 'superseded', 'expired'] as const)('answer a link that is %s with its own code', async (state) => {
    const wallet = createWalletFixture();
    const token = wallet.issuer.issue('cred_0001', hanako);
    const link = wallet.issuer.links.get(token);
    if (link !== undefined) link.state = state;
    const response = await wallet.ask('GET', `/receive/${token}`);
    expect([response.status, response.json<{ code: string }>().code]).toEqual([
      state === 'used' ? 409 : 410,
      `link-${state}`,
    ]);
  });

  it('say that the issuer cannot be reached, and work again when it can', async () => {
    const wallet = createWalletFixture();
    const token = wallet.issuer.issue('cred_0001', hanako);
    wallet.issuer.shutDown(true);
    expect(await openTwice(wallet, `/receive/${token}`)).toEqual(['issuer-unreachable', 'smartphone-required']);
    wallet.issuer.shutDown(false);
    expect(await wallet.outcome('GET', `/receive/${token}`)).toBe(200);
  });
});
