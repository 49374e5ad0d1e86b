import * as oauth from 'openid-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { address, type BadgeHost, badgeHost, password } from './badge-host-fixture.ts';

const scope = (name: string): string => `https://purl.imsglobal.org/spec/ob/v3p0/scope/${name}`;
/** Where a partner tries it out: nobody listens there, as the test reads where the browser would go. */
const redirectUri = 'http://localhost:8123/callback';

const metadata = {
  client_name: '見本パートナー',
  client_uri: 'http://localhost:8123/',
  logo_uri: 'http://localhost:8123/logo.png',
  tos_uri: 'http://localhost:8123/terms',
  policy_uri: 'http://localhost:8123/privacy',
  software_id: 'mihon-partner',
  software_version: '1.0.0',
  redirect_uris: [redirectUri],
  scope: `${scope('credential.readonly')} ${scope('profile.readonly')} offline_access`,
  token_endpoint_auth_method: 'client_secret_basic',
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
};

/** What a browser does: shows the page, fills its form in, sends it, and goes where the answer says. */
async function allowInBrowser(url: URL): Promise<URL> {
  const page = await fetch(url, { headers: { accept: 'text/html', 'accept-language': 'ja' } });
  const text = await page.text();
  expect(text).toContain('見本パートナー');
  const [, action = ''] = /<form method="post" action="([^"]+)"/.exec(text) ?? [];
  const [, request = ''] = /name="request" value="([^"]+)"/.exec(text) ?? [];
  const answer = await fetch(new URL(action, url), {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url.origin },
    body: new URLSearchParams({ request, address, password, decision: 'allow' }),
  });
  expect(answer.status).toBe(303);
  return new URL(answer.headers.get('location') ?? '');
}

describe('openid-client at the wallet', () => {
  let host: BadgeHost;
  beforeAll(async () => {
    host = await badgeHost();
  });
  afterAll(() => host[Symbol.asyncDispose]());

  async function registered(): Promise<oauth.Configuration> {
    return oauth.dynamicClientRegistration(
      new URL(host.wallet),
      metadata as Partial<oauth.ClientMetadata>,
      // What the specification asks for; the client's own default is to post the secret.
      oauth.ClientSecretBasic(),
      { algorithm: 'oauth2', execute: [oauth.allowInsecureRequests] },
    );
  }

  async function authorized(config: oauth.Configuration): Promise<oauth.TokenEndpointResponse> {
    const pkceCodeVerifier = oauth.randomPKCECodeVerifier();
    const expectedState = oauth.randomState();
    const url = oauth.buildAuthorizationUrl(config, {
      redirect_uri: redirectUri,
      scope: metadata.scope,
      state: expectedState,
      code_challenge: await oauth.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: 'S256',
    });
    const back = await allowInBrowser(url);
    expect(back.searchParams.get('scope')).toBe(metadata.scope);
    return oauth.authorizationCodeGrant(config, back, { pkceCodeVerifier, expectedState });
  }

  const api = (config: oauth.Configuration, token: string, path: string): Promise<Response> =>
    oauth.fetchProtectedResource(config, token, new URL(`${host.wallet}/ims/ob/v3p0${path}`), 'GET');

  test('discovers, registers, is let in, reads, refreshes and revokes', async () => {
    const config = await registered();
    const tokens = await authorized(config);
    expect(tokens).toMatchObject({ token_type: 'bearer', expires_in: 3600, scope: metadata.scope });

    const list = await api(config, tokens.access_token, '/credentials');
    expect(list.headers.get('x-total-count')).toBe('1');
    const { compactJwsString } = (await list.json()) as { compactJwsString: string[] };
    expect(compactJwsString).toHaveLength(1);
    const profile = await api(config, tokens.access_token, '/profile');
    expect(await profile.json()).toMatchObject({ name: '見本 花子', email: address });

    const fresh = await oauth.refreshTokenGrant(config, tokens.refresh_token ?? '', {
      scope: scope('credential.readonly'),
    });
    expect(fresh.access_token).not.toBe(tokens.access_token);
    expect(fresh.scope).toBe(scope('credential.readonly'));
    expect((await api(config, fresh.access_token, '/credentials')).status).toBe(200);
    await expect(api(config, fresh.access_token, '/profile')).rejects.toMatchObject({
      status: 403,
      cause: [{ scheme: 'bearer', parameters: { error: 'insufficient_scope', scope: scope('profile.readonly') } }],
    });

    await oauth.tokenRevocation(config, fresh.refresh_token ?? '', { token_type_hint: 'refresh_token' });
    for (const token of [tokens.access_token, fresh.access_token]) {
      await expect(api(config, token, '/credentials')).rejects.toMatchObject({
        status: 401,
        cause: [{ scheme: 'bearer', parameters: { error: 'invalid_token' } }],
      });
    }
    await expect(oauth.refreshTokenGrant(config, fresh.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    });
  });

  test('is told in its own terms that the student said no', async () => {
    const config = await registered();
    const expectedState = oauth.randomState();
    const url = oauth.buildAuthorizationUrl(config, {
      redirect_uri: redirectUri,
      scope: metadata.scope,
      state: expectedState,
      code_challenge: await oauth.calculatePKCECodeChallenge('v'.repeat(43)),
      code_challenge_method: 'S256',
    });
    const text = await (await fetch(url)).text();
    const [, request = ''] = /name="request" value="([^"]+)"/.exec(text) ?? [];
    const answer = await fetch(new URL('/oauth/authorize', url), {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ request, decision: 'deny' }),
    });
    const back = new URL(answer.headers.get('location') ?? '');
    await expect(
      oauth.authorizationCodeGrant(config, back, { pkceCodeVerifier: 'v'.repeat(43), expectedState }),
    ).rejects.toMatchObject({ error: 'access_denied' });
  });
});
