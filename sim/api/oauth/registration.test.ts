import { describe, expect, it } from 'vitest';
import { createHostFixture, partner, register } from '../open-badges/host-fixture.ts';

const json = { 'content-type': 'application/json' };

describe('the registration of a client', () => {
  it('answers with what was registered, an id and a secret', async () => {
    const { ask, world } = await createHostFixture({ isEmpty: true });
    const more = { ...partner, contacts: ['badges@partner.example'], software_statement: 'x', __proto__x: 1 };
    const answer = await ask('POST', '/oauth/register', json, JSON.stringify(more));
    expect(answer.status).toBe(201);
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', pragma: 'no-cache' });
    const { client_secret: secret, ...rest } = answer.json<{ client_secret: string }>();
    expect(rest).toEqual({
      ...partner,
      contacts: ['badges@partner.example'],
      token_endpoint_auth_method: 'client_secret_basic',
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      client_id: 'client_0001',
      client_id_issued_at: Math.floor(world.clock.now() / 1_000),
      client_secret_expires_at: 0,
    });
    expect(secret).toMatch(/^[\w-]{43}$/);
    // Neither the rows nor the journal nor the events tell it.
    expect(Buffer.from(world.serialize()).includes(secret)).toBe(false);
    expect(JSON.stringify([world.journal.entries(), world.log.after(0)])).not.toContain(secret);
  });

  it('gives every client another secret', async () => {
    const host = await createHostFixture({ isEmpty: true });
    const [one, other] = [await register(host), await register(host)];
    expect(one.client_id).not.toBe(other.client_id);
    expect(one.client_secret).not.toBe(other.client_secret);
  });

  it.each([
    ['a missing member', { software_id: undefined }, 'invalid_client_metadata'],
    ['a secret in the body', { token_endpoint_auth_method: 'client_secret_post' }, 'invalid_client_metadata'],
    ['an implicit grant', { grant_types: ['implicit'] }, 'invalid_client_metadata'],
    ['a name that turns the text around', { client_name: 'a\u202eb' }, 'invalid_client_metadata'],
    ['a list for a name', { client_name: ['a'] }, 'invalid_client_metadata'],
    ['another host', { policy_uri: 'https://other.example/' }, 'invalid_client_metadata'],
    ['no scope of ours', { scope: 'openid' }, 'invalid_client_metadata'],
    ['no redirect URI', { redirect_uris: [] }, 'invalid_client_metadata'],
    ['a foreign redirect URI', { redirect_uris: ['https://evil.example/'] }, 'invalid_redirect_uri'],
  ])('refuses %s in the words of RFC 7591', async (_what, change, error) => {
    const { ask, world } = await createHostFixture({ isEmpty: true });
    const answer = await ask('POST', '/oauth/register', json, JSON.stringify({ ...partner, ...change }));
    expect([answer.status, answer.json()]).toEqual([
      400,
      { error, error_description: expect.stringMatching(/^[\x20-\x7e]+$/) },
    ]);
    expect(world.journal.entries()).toEqual([]);
  });

  it.each([
    ['no JSON', '{', 400],
    ['a list', '[]', 400],
    ['nothing', '', 400],
    ['too much', JSON.stringify({ ...partner, more: 'x'.repeat(40_000) }), 413],
  ])('refuses %s', async (_what, body, status) => {
    const { ask } = await createHostFixture({ isEmpty: true });
    expect((await ask('POST', '/oauth/register', json, body)).status).toBe(status);
  });
});

describe('the metadata of the server', () => {
  it('names where it answers, at the origin of the wallet', async () => {
    const wallet = 'http://localhost:8123';
    const { ask } = await createHostFixture({ isEmpty: true, parameters: { origins: { wallet } } });
    expect((await ask('GET', '/.well-known/oauth-authorization-server')).json()).toMatchObject({
      issuer: wallet,
      authorization_endpoint: `${wallet}/oauth/authorize`,
      token_endpoint: `${wallet}/oauth/token`,
      registration_endpoint: `${wallet}/oauth/register`,
      revocation_endpoint: `${wallet}/oauth/revoke`,
      code_challenge_methods_supported: ['S256'],
      authorization_response_iss_parameter_supported: true,
    });
  });
});
