import { describe, expect, it } from 'vitest';
import { oauthError, ServiceError } from '../../errors/index.ts';
import {
  authorize,
  basic,
  codeVerifier,
  connected,
  createHostFixture,
  exchange,
  partner,
  type RegisteredPartner,
  redirectUri,
  register,
  sendForm,
  type TokenAnswer,
} from '../open-badges/host-fixture.ts';
import { hanako } from '../wallet-fixture.ts';

const scope = (name: string): string => `https://purl.imsglobal.org/spec/ob/v3p0/scope/${name}`;

async function opened() {
  const host = await createHostFixture();
  const client = await register(host);
  const code = async (change = {}): Promise<string> =>
    (await authorize(host, client.client_id, change)).get('code') ?? '';
  const opens = async (token: string): Promise<number> =>
    (await host.ask('GET', '/ims/ob/v3p0/credentials', { authorization: `Bearer ${token}` })).status;
  const refresh = async (token: string | undefined, as: RegisteredPartner = client, more = {}) =>
    (
      await sendForm(host, '/oauth/token', as, { grant_type: 'refresh_token', refresh_token: token ?? '', ...more })
    ).json<TokenAnswer>();
  return { ...host, host, client, code, opens, refresh };
}

describe('a code', () => {
  it('is exchanged for tokens that open what was granted, for an hour', async () => {
    const { host, client, code, opens, world } = await opened();
    const tokens = await exchange(host, client, await code());
    expect(tokens).toEqual({
      access_token: expect.stringMatching(/^[\w-]{43}$/),
      token_type: 'Bearer',
      expires_in: 3_600,
      scope: partner.scope,
      refresh_token: expect.stringMatching(/^[\w-]{43}$/),
    });
    const dump = Buffer.from(world.serialize());
    expect(dump.includes(tokens.access_token) || dump.includes(tokens.refresh_token ?? '')).toBe(false);
    await world.advance(3_599_000);
    expect(await opens(tokens.access_token)).toBe(200);
    await world.advance(1_000);
    expect(await opens(tokens.access_token)).toBe(401);
  });

  it('brings no refresh token unless offline access was granted', async () => {
    const { host, client, code } = await opened();
    const tokens = await exchange(host, client, await code({ scope: scope('credential.readonly') }));
    expect(Object.keys(tokens)).not.toContain('refresh_token');
  });

  it('used a second time ends everything that it gave', async () => {
    const { host, client, code, opens, refresh, world } = await opened();
    const once = await code();
    const tokens = await exchange(host, client, once);
    expect(await exchange(host, client, once)).toMatchObject({ error: 'invalid_grant' });
    expect(await opens(tokens.access_token)).toBe(401);
    expect(await refresh(tokens.refresh_token)).toMatchObject({ error: 'invalid_grant' });
    expect(world.log.after(0).at(-1)).toMatchObject({ type: 'access.ended', data: { by: 'code-reused' } });
  });

  it('lives ten minutes', async () => {
    const { host, client, code, world } = await opened();
    const [early, late] = [await code(), await code()];
    await world.advance(599_000);
    expect(await exchange(host, client, early)).toHaveProperty('access_token');
    await world.advance(1_000);
    expect(await exchange(host, client, late)).toMatchObject({ error: 'invalid_grant' });
  });

  it.each([
    ['another verifier', { code_verifier: 'w'.repeat(43) }, 'invalid_grant'],
    ['another address', { redirect_uri: `${redirectUri}/` }, 'invalid_grant'],
    ['no verifier', { code_verifier: '' }, 'invalid_request'],
    ['no address', { redirect_uri: '' }, 'invalid_request'],
    ['another code', { code: 'x'.repeat(43) }, 'invalid_grant'],
    ['more than was granted', { scope: `${partner.scope} admin` }, 'invalid_scope'],
    ['a grant that is none', { grant_type: 'password' }, 'unsupported_grant_type'],
    ['an endless code', { code: 'x'.repeat(300) }, 'invalid_request'],
  ])('is not taken with %s, and not used up', async (_what, change, error) => {
    const { host, client, code } = await opened();
    const once = await code();
    expect(await exchange(host, client, once, change)).toMatchObject({ error });
    expect(await exchange(host, client, once)).toHaveProperty('access_token');
  });

  it('of another client is none', async () => {
    const { host, client, code } = await opened();
    const other = await register(host);
    const once = await code();
    expect(await exchange(host, other, once)).toMatchObject({ error: 'invalid_grant' });
    expect(await exchange(host, client, once)).toHaveProperty('access_token');
  });
});

it('names the grants that there are', async () => {
  const { host, client } = await opened();
  const { body } = oauthError(new ServiceError('grant-type-unsupported'));
  expect(await exchange(host, client, 'x', { grant_type: 'client_credentials' })).toEqual(body);
});

describe('a client', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  it.each([
    ['nothing', {}],
    ['a wrong secret', basic({ client_id: 'client_0001', client_secret: 'x'.repeat(43) })],
    ['no secret', basic({ client_id: 'client_0001', client_secret: '' })],
    ['an unknown name', basic({ client_id: 'client_0009', client_secret: '' })],
    ['no pair', { authorization: `Basic ${Buffer.from('client_0001').toString('base64')}` }],
    ['no base64', { authorization: 'Basic ***' }],
    ['percent signs', { authorization: `Basic ${Buffer.from('%:%zz').toString('base64')}` }],
    ['a bearer token', { authorization: 'Bearer abc' }],
  ])('that shows %s is asked for Basic', async (_what, headers) => {
    const { ask } = await opened();
    for (const path of ['/oauth/token', '/oauth/revoke']) {
      const answer = await ask('POST', path, { ...form, ...headers }, 'grant_type=authorization_code');
      expect([answer.status, answer.json()]).toMatchObject([401, { error: 'invalid_client' }]);
      expect(answer.headers['www-authenticate']).toBe('Basic realm="todoku"');
    }
  });

  it('may encode its name and secret as the clause says', async () => {
    const { ask, client, code } = await opened();
    const [id, secret] = [client.client_id, client.client_secret].map((text) =>
      text.replace(/[^A-Za-z0-9]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`),
    );
    const authorization = `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
    const members = {
      grant_type: 'authorization_code',
      code: await code(),
      redirect_uri: redirectUri,
      code_verifier: codeVerifier,
    };
    const answer = await ask('POST', '/oauth/token', { ...form, authorization }, `${new URLSearchParams(members)}`);
    expect(answer.status).toBe(200);
  });

  it('says nothing twice, and is not asked for JSON', async () => {
    const { ask, client } = await opened();
    const twice = await ask('POST', '/oauth/token', { ...form, ...basic(client) }, 'grant_type=a&grant_type=b');
    expect([twice.status, twice.json()]).toMatchObject([400, { error: 'invalid_request' }]);
    const nested = await ask('POST', '/oauth/token', { ...form, ...basic(client) }, 'grant_type[__proto__][x]=1');
    expect([nested.status, nested.json()]).toMatchObject([400, { error: 'invalid_request' }]);
    const json = await ask('POST', '/oauth/token', { 'content-type': 'application/json', ...basic(client) }, '{}');
    expect([json.status, json.json()]).toMatchObject([415, { error: 'invalid_request' }]);
  });
});

describe('a refresh token', () => {
  it('gives new tokens, once', async () => {
    const { host, client, code, opens, refresh } = await opened();
    const first = await exchange(host, client, await code());
    const second = await refresh(first.refresh_token);
    expect(second.access_token).not.toBe(first.access_token);
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect([await opens(first.access_token), await opens(second.access_token)]).toEqual([200, 200]);
    expect(await refresh(second.refresh_token)).toHaveProperty('refresh_token');
  });

  it('that comes a second time ends the whole family', async () => {
    const { host, client, code, opens, refresh, world } = await opened();
    const first = await exchange(host, client, await code());
    const second = await refresh(first.refresh_token);
    expect(await refresh(first.refresh_token)).toMatchObject({ error: 'invalid_grant' });
    expect([await opens(first.access_token), await opens(second.access_token)]).toEqual([401, 401]);
    expect(await refresh(second.refresh_token)).toMatchObject({ error: 'invalid_grant' });
    expect(world.log.after(0).at(-1)).toMatchObject({ type: 'access.ended', data: { by: 'refresh-token-reused' } });
  });

  it('gives less when less is asked for, never more, and all again the next time', async () => {
    const { host, client, code, refresh } = await opened();
    const granted = `${scope('credential.readonly')} ${scope('profile.readonly')} offline_access`;
    const first = await exchange(host, client, await code({ scope: granted }));
    expect(await refresh(first.refresh_token, client, { scope: partner.scope })).toMatchObject({
      error: 'invalid_scope',
    });
    const less = await refresh(first.refresh_token, client, { scope: scope('profile.readonly') });
    expect(less.scope).toBe(scope('profile.readonly'));
    expect((await refresh(less.refresh_token)).scope).toBe(granted);
  });

  it('is of no use to another client, and does not end by that', async () => {
    const { host, client, code, refresh } = await opened();
    const first = await exchange(host, client, await code());
    expect(await refresh(first.refresh_token, await register(host))).toMatchObject({ error: 'invalid_grant' });
    expect(await refresh(first.refresh_token)).toHaveProperty('access_token');
  });

  it('lives as long as the parameters say, and opens nothing itself', async () => {
    const { host, client, code, refresh, opens, world } = await opened();
    const { refresh_token: token = '', access_token: access } = await exchange(host, client, await code());
    expect(await opens(token)).toBe(401);
    expect(await refresh(access)).toMatchObject({ error: 'invalid_grant' });
    await world.advance(90 * 24 * 3_600_000);
    expect(await refresh(token)).toMatchObject({ error: 'invalid_grant' });
  });
});

describe('a revocation', () => {
  const hint = (token_type_hint: string) => ({ token_type_hint });
  it('of an access token ends that one alone', async () => {
    const { host, client, code, opens, refresh } = await opened();
    const tokens = await exchange(host, client, await code());
    const members = { token: tokens.access_token, ...hint('access_token') };
    const answer = await sendForm(host, '/oauth/revoke', client, members);
    expect([answer.status, answer.body.length]).toEqual([200, 0]);
    expect(await opens(tokens.access_token)).toBe(401);
    expect(await refresh(tokens.refresh_token)).toHaveProperty('access_token');
  });

  it('of a refresh token ends all of its grant, whatever the hint says', async () => {
    const { host, client, code, opens, world } = await opened();
    const tokens = await exchange(host, client, await code());
    await sendForm(host, '/oauth/revoke', client, { token: tokens.refresh_token ?? '', ...hint('nonsense') });
    expect(await opens(tokens.access_token)).toBe(401);
    expect(world.log.after(0).at(-1)).toMatchObject({ type: 'access.ended', data: { by: 'client' } });
  });

  it('answers alike for what is unknown and what is another client’s, which goes on', async () => {
    const { host, client, code, opens } = await opened();
    const tokens = await exchange(host, client, await code());
    const other = await register(host);
    for (const token of [tokens.access_token, tokens.refresh_token ?? '', 'unknown']) {
      expect((await sendForm(host, '/oauth/revoke', other, { token })).status).toBe(200);
    }
    expect(await opens(tokens.access_token)).toBe(200);
  });
});

describe('a student', () => {
  it('sees who has access, and takes it back', async () => {
    const host = await createHostFixture();
    const { bearer } = await connected(host);
    const student = { authorization: `Bearer ${host.session}` };
    const list = async () => (await host.ask('GET', '/oauth/grants', student)).json<{ grants: object[] }>().grants;
    expect(await list()).toEqual([
      {
        grant: 'grant_0001',
        client: 'client_0001',
        clientName: '見本パートナー',
        clientUri: 'https://partner.example/',
        scopes: partner.scope.split(' '),
        grantedAt: expect.stringContaining('2026-04-01T'),
      },
    ]);
    expect((await host.ask('DELETE', '/oauth/grants/grant_0001', bearer)).status).toBe(401);
    expect((await host.ask('DELETE', '/oauth/grants/grant_0002', student)).status).toBe(404);
    expect((await host.ask('DELETE', '/oauth/grants/grant_0001', student)).status).toBe(204);
    expect((await host.ask('DELETE', '/oauth/grants/grant_0001', student)).status).toBe(404);
    expect(await list()).toEqual([]);
    expect((await host.ask('GET', '/ims/ob/v3p0/credentials', bearer)).status).toBe(401);
  });

  it('who sets a new password ends all access that the old one may have given', async () => {
    const host = await createHostFixture();
    const { bearer, client, tokens } = await connected(host);
    const json = { 'content-type': 'application/json' };
    const refresh = { grant_type: 'refresh_token', refresh_token: tokens.refresh_token ?? '' };
    await host.ask('POST', '/password-resets', json, JSON.stringify({ address: hanako }));
    const typed = { token: await host.mailed('password-reset'), password: 'Nihon2027#' };
    expect((await host.ask('GET', '/ims/ob/v3p0/credentials', bearer)).status).toBe(200);
    expect((await host.ask('PUT', '/passwords', json, JSON.stringify(typed))).status).toBe(204);
    expect((await host.ask('GET', '/ims/ob/v3p0/credentials', bearer)).status).toBe(401);
    expect((await sendForm(host, '/oauth/token', client, refresh)).json()).toMatchObject({ error: 'invalid_grant' });
    expect(host.world.log.after(0).at(-1)).toMatchObject({ type: 'access.ended', data: { by: 'password-reset' } });
  });
});
