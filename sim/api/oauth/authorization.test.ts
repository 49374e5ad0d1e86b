import { describe, expect, it } from 'vitest';
import {
  authorize,
  authorizeUrl,
  createHostFixture,
  partner,
  redirectUri,
  register,
  requestIn,
  submit,
} from '../open-badges/host-fixture.ts';

const issuer = 'https://wallet.openbadge.test';

async function opened(change: Record<string, string | undefined> = {}, client: object = {}) {
  const host = await createHostFixture();
  const { client_id: id } = await register(host, client);
  const show = (more: Record<string, string | undefined> = {}, language = 'ja') =>
    host.ask('GET', authorizeUrl(id, { ...change, ...more }), { 'accept-language': language });
  return { ...host, id, show };
}

describe('the page that asks a student', () => {
  it('says who asks, from where, and for what, in both languages', async () => {
    const { show } = await opened();
    const page = await show();
    expect(page.status).toBe(200);
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-language': 'ja',
      'cache-control': 'no-store',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
    });
    const text = page.body.toString();
    for (const part of ['見本パートナー', 'partner.example', '学籍番号', 'バッジを加える', '許可を取り消すまで']) {
      expect(text).toContain(part);
    }
    expect((await show({}, 'en')).body.toString()).toContain('asks for access to your wallet');
  });

  it('asks for no more than the client does', async () => {
    const { show } = await opened();
    const [scope] = partner.scope.split(' ');
    const text = (await show({ scope: `${scope}` })).body.toString();
    expect(text).toContain('学籍番号');
    expect(text).not.toContain('プロフィールを書き換える');
  });

  it('shows the words of a client as words', async () => {
    const { show } = await opened({}, { client_name: '<script>alert(1)</script>"' });
    const text = (await show()).body.toString();
    expect(text).not.toContain('<script>');
    expect(text).toContain('&lt;script&gt;');
  });

  it.each([
    ['an unknown client', { client_id: 'client_0009' }, 'どのサービスからの依頼か分かりません'],
    ['another address', { redirect_uri: 'https://evil.example/' }, '戻り先が登録と異なります'],
    ['a longer address', { redirect_uri: `${redirectUri}/x` }, '戻り先が登録と異なります'],
    ['a query more', { redirect_uri: `${redirectUri}?x=1` }, '戻り先が登録と異なります'],
    ['a fragment', { redirect_uri: `${redirectUri}#x` }, '戻り先が登録と異なります'],
    ['a way around', { redirect_uri: `${redirectUri}/../callback` }, '戻り先が登録と異なります'],
    ['userinfo', { redirect_uri: 'https://partner.example@evil.example/callback' }, '戻り先が登録と異なります'],
    ['other letters', { redirect_uri: 'https://PARTNER.example/callback' }, '戻り先が登録と異なります'],
    ['no address', { redirect_uri: undefined }, '指定を読み取れません'],
    ['the name of a prototype', { client_id: '__proto__' }, 'どのサービスからの依頼か分かりません'],
  ])('sends nobody anywhere for %s', async (_what, change, title) => {
    const { show } = await opened();
    const page = await show(change);
    expect(page.status).toBe(400);
    expect(page.headers.location).toBeUndefined();
    expect(page.body.toString()).toContain(title);
  });

  it('reads no parameter twice', async () => {
    const { ask, id } = await opened();
    const page = await ask('GET', `${authorizeUrl(id)}&redirect_uri=https://evil.example/`);
    expect([page.status, page.headers.location]).toEqual([400, undefined]);
  });

  it.each([
    ['no response type', { response_type: undefined }, 'invalid_request'],
    ['the implicit grant', { response_type: 'token' }, 'unsupported_response_type'],
    ['no PKCE', { code_challenge: undefined, code_challenge_method: undefined }, 'invalid_request'],
    ['plain PKCE', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['a challenge without its method', { code_challenge_method: undefined }, 'invalid_request'],
    ['a challenge that is none', { code_challenge: 'abc' }, 'invalid_request'],
    ['no scope', { scope: undefined }, 'invalid_scope'],
    ['a scope that nobody knows', { scope: `${partner.scope} admin` }, 'invalid_scope'],
    ['nothing but offline access', { scope: 'offline_access' }, 'invalid_scope'],
  ])('sends the browser back at once for %s', async (_what, change, error) => {
    const { show } = await opened();
    const answer = await show(change);
    expect(answer.status).toBe(302);
    const location = new URL(answer.headers.location ?? '');
    expect(location.origin + location.pathname).toBe(redirectUri);
    expect(Object.fromEntries(location.searchParams)).toMatchObject({ error, state: 'state-1', iss: issuer });
    expect(location.searchParams.get('code')).toBeNull();
  });

  it('needs a state', async () => {
    const { show } = await opened();
    const location = new URL((await show({ state: undefined })).headers.location ?? '');
    expect(location.searchParams.get('error')).toBe('invalid_request');
    expect(location.searchParams.has('state')).toBe(false);
  });
});

describe('the answer of a student', () => {
  it('that allows it brings the client a code, the scope and its state', async () => {
    const host = await opened();
    const back = await authorize(host, host.id);
    expect(Object.fromEntries(back)).toEqual({
      code: expect.stringMatching(/^[\w-]{43}$/),
      scope: partner.scope,
      state: 'state-1',
      iss: issuer,
    });
    const dump = Buffer.from(host.world.serialize());
    expect(dump.includes(back.get('code') ?? '')).toBe(false);
    expect(host.world.log.after(0).at(-1)).toMatchObject({ type: 'access.granted', data: { client: host.id } });
  });

  it('keeps the query of a redirect URI and whatever the state is', async () => {
    const uri = 'https://partner.example/callback?a=%20b';
    const host = await opened({ redirect_uri: uri }, { redirect_uris: [uri] });
    const state = '"><script>&state=2\r\nset-cookie: x';
    const page = await host.show({ state });
    const answer = await submit(host, { request: requestIn(page.body.toString()) });
    expect(answer.headers.location?.startsWith(`${uri}&code=`)).toBe(true);
    expect(new URL(answer.headers.location ?? '').searchParams.getAll('state')).toEqual([state]);
  });

  it('that does not allow it needs no password', async () => {
    const host = await opened();
    const request = requestIn((await host.show()).body.toString());
    const answer = await submit(host, { request, decision: 'deny', address: '', password: '' });
    expect(answer.status).toBe(303);
    const { searchParams } = new URL(answer.headers.location ?? '');
    expect(Object.fromEntries(searchParams)).toMatchObject({ error: 'access_denied', state: 'state-1', iss: issuer });
    expect(host.world.log.after(0).at(-1)).toMatchObject({ type: 'access.denied' });
    expect((await submit(host, { request })).status).toBe(410);
  });

  it('counts once, and only while the page is young', async () => {
    const host = await opened();
    const request = requestIn((await host.show()).body.toString());
    expect((await submit(host, { request })).status).toBe(303);
    const again = await submit(host, { request });
    expect([again.status, again.headers.location]).toEqual([410, undefined]);
    expect(again.body.toString()).toContain('この画面は使えなくなりました');
    const late = requestIn((await host.show()).body.toString());
    await host.world.advance(15 * 60_000);
    expect((await submit(host, { request: late })).status).toBe(410);
    expect((await submit(host, { request: 'x'.repeat(43) })).status).toBe(410);
  });

  it('does not count from the page of another site', async () => {
    const host = await opened();
    const request = requestIn((await host.show()).body.toString());
    for (const origin of ['https://evil.example', 'null', `${issuer}.evil.example`]) {
      expect((await submit(host, { request }, { origin })).status).toBe(403);
    }
    expect((await submit(host, { request }, { origin: issuer })).status).toBe(303);
  });

  it('with a wrong password shows the page again, with the address and without the password', async () => {
    const host = await opened();
    const request = requestIn((await host.show()).body.toString());
    const answer = await submit(host, { request, password: 'Secret2026!"' });
    expect([answer.status, answer.headers.location]).toEqual([403, undefined]);
    const text = answer.body.toString();
    expect(text).toContain('メールアドレスまたはパスワードが正しくありません');
    expect(text).toContain('value="hanako@docomo.ne.jp.test"');
    expect(text).not.toContain('Secret2026!');
    expect(requestIn(text)).toBe(request);
    expect((await submit(host, { request })).status).toBe(303);
  });

  it('is locked by the same count of wrong passwords as the log-in', async () => {
    const host = await opened();
    const request = requestIn((await host.show()).body.toString());
    for (let wrong = 1; wrong <= 5; wrong += 1) await submit(host, { request, password: 'Wrong2026!' });
    const locked = await submit(host, { request });
    expect(locked.status).toBe(403);
    expect(locked.body.toString()).toContain('あと30分間はログインできません');
  });

  it.each([
    ['no decision', { decision: '' }],
    ['another decision', { decision: 'maybe' }],
    ['no request', { request: '' }],
    ['an endless address', { address: `${'a'.repeat(400)}@example.jp` }],
  ])('is refused with %s', async (_what, change) => {
    const host = await opened();
    const request = requestIn((await host.show()).body.toString());
    expect((await submit(host, { request, ...change })).status).toBe(400);
  });
});
