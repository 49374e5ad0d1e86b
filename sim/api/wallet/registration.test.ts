import { describe, expect, it } from 'vitest';
import { loadWorld, saveWorld } from '../../kernel/index.ts';
import { consentsOf } from '../../wallet/index.ts';
import { activeAccount, createWalletFixture, form, hanako, login, password } from '../wallet-fixture.ts';

describe('registration', () => {
  it('makes a pending account of the offer’s address, records the consent, and mails the activation', async () => {
    const wallet = createWalletFixture();
    const token = wallet.issuer.issue('cred_0001', hanako);
    const response = await wallet.ask('POST', '/registrations', form(token, { address: 'somebody@else.test' }));
    expect(response.status).toBe(201);
    expect(response.json()).toEqual({
      account: 'acct_0001',
      state: 'pending',
      address: 'h***@docomo.ne.jp.test',
      expiresAt: '2026-04-02T09:00:00.000+09:00',
    });
    expect(wallet.issuer.links.get(token)?.state).toBe('used');
    const givenAt = wallet.world.clock.now();
    expect(consentsOf(wallet.world, 'acct_0001')).toEqual([
      { document: 'privacy-policy', version: '2026-04-01', givenAt },
      { document: 'terms', version: '2026-04-01', givenAt },
    ]);
    expect(await wallet.mailsTo(hanako)).toEqual(['activation']);
    expect(wallet.events()).toEqual(expect.arrayContaining(['consent.given', 'account.registered', 'mail.queued']));

    const activation = await wallet.mailedToken('activation');
    const activated = await wallet.ask('POST', '/activations', { body: { token: activation } });
    expect(activated.json()).toEqual({ account: 'acct_0001', state: 'active' });
  });

  it('has the versions of both documents as parameters, and takes consent to no other', async () => {
    const wallet = createWalletFixture({ termsVersion: 'v9' });
    const token = wallet.issuer.issue('cred_0001', hanako);
    for (const terms of [undefined, '2026-04-01']) {
      expect(await wallet.outcome('POST', '/registrations', form(token, { terms }))).toBe('consent-missing');
    }
    expect(await wallet.outcome('POST', '/registrations', form(token, { terms: 'v9', privacyPolicy: '' }))).toBe(
      'consent-missing',
    );
    expect(await wallet.outcome('POST', '/registrations', form(token, { terms: 'v9' }))).toBe(201);
  });

  it('names every rule that a password breaks, in the reader’s language, and leaves the link alone', async () => {
    const wallet = createWalletFixture();
    const token = wallet.issuer.issue('cred_0001', hanako);
    const refused = await wallet.ask('POST', '/registrations', form(token, { password: 'Ａbc123' }));
    expect(refused.status).toBe(422);
    const { code, params, detail } = refused.json<{ code: string; params: Record<string, string>; detail: string }>();
    expect([code, params.broken]).toEqual(['password-rules', 'length,upper,symbol,character']);
    expect(params.sentencesJa).toMatch(/8文字以上30文字以下.*\n英大文字.*\n記号.*\n全角の文字は使えません/);
    expect(detail).toMatch(/満たしていないものが4つあります/);
    const english = await wallet.ask('POST', '/registrations', {
      ...form(token, { password: 'abc123' }),
      language: 'en',
    });
    expect(english.headers['content-language']).toBe('en');
    const answer = english.json<{ params: Record<string, string>; detail: string }>();
    expect(answer.params.sentencesEn).toMatch(/8 to 30 characters.*\n.*capital letter.*\n.*symbols/);
    expect(answer.detail).toMatch(/^The password breaks 3 of the rules/);
    expect(await wallet.outcome('POST', '/registrations', form(token, { name: ' \n' }))).toBe('name-invalid');
    expect(wallet.issuer.links.get(token)?.state).toBe('live');
    expect(wallet.events().filter((type) => type === 'registration.refused')).toHaveLength(3);
  });

  it('goes on with the same link after the issuer’s answer was lost, and with no other', async () => {
    const wallet = createWalletFixture();
    const token = wallet.issuer.issue('cred_0001', hanako);
    const sibling = wallet.issuer.remind('cred_0001');
    wallet.issuer.breakNext('/offers/consume', 'after');
    expect(await wallet.outcome('POST', '/registrations', form(token))).toBe('issuer-unreachable');
    expect(wallet.issuer.links.get(token)?.state).toBe('used');
    expect(await wallet.outcome('GET', `/receive/${sibling}`)).toBe('link-used');
    expect(await wallet.outcome('POST', '/registrations', form(sibling))).toBe('link-used');
    expect(await wallet.outcome('GET', `/receive/${token}`)).toBe(200);
    expect(await wallet.outcome('POST', '/registrations', form(token))).toBe(201);
    expect(await wallet.outcome('GET', `/receive/${token}`)).toBe('link-used');
    expect(await wallet.outcome('POST', '/registrations', form(token))).toBe('link-used');
    expect(await wallet.mailsTo(hanako)).toEqual(['activation']);
  });

  it('makes one account when the button is tapped twice at once', async () => {
    const wallet = createWalletFixture();
    const token = wallet.issuer.issue('cred_0001', hanako);
    const taps = await Promise.all([1, 2].map(() => wallet.outcome('POST', '/registrations', form(token))));
    expect(taps.filter((outcome) => outcome === 201)).toHaveLength(1);
    expect(wallet.events().filter((type) => type === 'account.registered')).toHaveLength(1);
  });

  it('is refused for an address that has an account, pending or active', async () => {
    const wallet = createWalletFixture();
    await wallet.ask('POST', '/registrations', form(wallet.issuer.issue('cred_0001', hanako)));
    const second = wallet.issuer.issue('cred_0002', 'Hanako@docomo.ne.jp.test');
    expect(await wallet.outcome('POST', '/registrations', form(second))).toBe('account-exists');
    expect(wallet.issuer.links.get(second)?.state).toBe('live');
  });

  it('starts from no address, and says the same to everyone', async () => {
    const wallet = createWalletFixture();
    await activeAccount(wallet);
    const answers = [];
    for (const address of [hanako, 'stranger@gmail.com.test']) {
      answers.push((await wallet.ask('POST', '/registrations/start', { body: { address } })).body.toString('utf8'));
    }
    expect(answers[0]).toContain('registration-needs-link');
    expect(answers[1]).toBe(answers[0]);
    expect(await wallet.mailsTo('stranger@gmail.com.test')).toEqual([]);
  });
});

describe('activation', () => {
  it('answers an expired, a replaced and a used link each in its own way; the newest works', async () => {
    const wallet = createWalletFixture();
    await wallet.ask('POST', '/registrations', form(wallet.issuer.issue('cred_0001', hanako)));
    const first = await wallet.mailedToken('activation');
    await wallet.world.advance(86_400_000 - 5_001);
    expect(await wallet.outcome('GET', `/activate/${first}`)).toBe(200);
    await wallet.world.advance(1);
    expect(await wallet.outcome('POST', '/activations', { body: { token: first } })).toBe('activation-expired');

    const again = { body: { address: hanako, password } };
    expect((await wallet.ask('POST', '/activation-mails', again)).status).toBe(202);
    const second = await wallet.mailedToken('activation');
    await wallet.ask('POST', '/activation-mails', again);
    const third = await wallet.mailedToken('activation');
    const activate = (token: string) => wallet.outcome('POST', '/activations', { body: { token } });
    expect(await activate(second)).toBe('activation-superseded');
    expect(await activate(third)).toBe(200);
    expect(await activate(third)).toBe('activation-used');
    expect(await activate('nothing')).toBe('link-unknown');
    expect(wallet.events().filter((type) => type === 'account.activated')).toHaveLength(1);
    expect(wallet.events().filter((type) => type === 'request.refused')).toHaveLength(4);
  });

  it('mails again only to who knows the password of a pending account, and says the same to all', async () => {
    const wallet = createWalletFixture();
    await activeAccount(wallet, 'active@gmail.com.test', 'cred_0009');
    await wallet.ask('POST', '/registrations', form(wallet.issuer.issue('cred_0001', hanako)));
    await wallet.world.advance(5_000);
    const answers = [];
    for (const [address, typed] of [
      [hanako, password],
      [hanako, 'Wrong2026!'],
      ['stranger@gmail.com.test', password],
      ['active@gmail.com.test', password],
    ]) {
      const response = await wallet.ask('POST', '/activation-mails', { body: { address, password: typed } });
      answers.push(`${response.status} ${response.body.toString('utf8')}`);
    }
    expect(new Set(answers).size).toBe(1);
    expect(await wallet.mailsTo(hanako)).toEqual(['activation', 'activation']);
    expect(await wallet.mailsTo('active@gmail.com.test')).toEqual(['activation']);
    expect(await wallet.mailsTo('stranger@gmail.com.test')).toEqual([]);
  });
});

describe('what is written down', () => {
  it('holds no password, no session and no live token, and replays to the same bytes without an issuer', async () => {
    const wallet = createWalletFixture();
    const token = wallet.issuer.issue('cred_0001', hanako);
    await wallet.ask('POST', '/registrations', form(token));
    const activation = await wallet.mailedToken('activation');
    await wallet.ask('POST', '/activations', { body: { token: activation } });
    const { session } = await login(wallet);
    await wallet.ask('POST', '/credentials/cred_0001/receive', { bearer: session });
    await wallet.ask('POST', '/password-resets', { body: { address: hanako } });
    const reset = await wallet.mailedToken('password-reset');
    await wallet.ask('PUT', '/passwords', { body: { token: reset, password: 'Nihon2027#' } });

    const saved = JSON.stringify(saveWorld(wallet.world));
    const log = JSON.stringify(wallet.world.log.after(0));
    const bytes = Buffer.from(wallet.world.serialize()).toString('latin1');
    for (const secret of [password, 'Nihon2027#', session, token, activation, reset]) {
      expect(saved).not.toContain(secret);
      expect(log).not.toContain(secret);
      // Not `toContain`, which prints the whole database when it fails.
      expect(bytes.includes(secret)).toBe(false);
    }
    const loaded = await loadWorld(saveWorld(wallet.world), wallet.modules);
    expect(Buffer.from(loaded.serialize()).equals(Buffer.from(wallet.world.serialize()))).toBe(true);
  });
});
