import { describe, expect, it } from 'vitest';
import { loadWorld, saveWorld } from '../kernel/index.ts';
import { connected, connectWorld, subject } from './connected-fixture.ts';
import { createFakeHost, serviceDescription } from './fake-host-fixture.ts';
import {
  type AuthorizationAnswer,
  badgeConnectModule,
  connectionsOf,
  finishConnection,
  startConnection,
} from './index.ts';

const start = (given: ReturnType<typeof connectWorld>, host = given.host.origin) =>
  startConnection(given.world, given.ports, { subject, host });
const finishIn = (given: ReturnType<typeof connectWorld>, answer: AuthorizationAnswer) =>
  finishConnection(given.world, given.ports, { subject, answer });

describe('connecting with a host', () => {
  it('asks for its description, registers, and sends the student to allow it', async () => {
    const given = connectWorld();
    const { connection, authorizationUrl } = await start(given);
    expect(connection).toEqual({
      connection: 'connection_0001',
      host: 'https://badges.example/ims/ob/v3p0',
      title: 'Badges of others',
      state: 'waiting',
      scopes: [],
    });
    const url = new URL(authorizationUrl);
    expect(url.origin + url.pathname).toBe('https://badges.example/oauth/authorize');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      ui: 'plain',
      response_type: 'code',
      client_id: 'todoku:1',
      redirect_uri: 'https://wallet.openbadge.test/connections/callback',
      scope: expect.stringMatching(/credential\.readonly .*profile\.update offline_access$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
  });

  it('tells the host about itself with URLs on one name', async () => {
    const given = connectWorld();
    await start(given);
    const [registration] = given.host.requests('POST /oauth/register');
    const told = JSON.parse(registration?.body ?? '{}') as Record<string, string | string[]>;
    const urls = [told.client_uri, told.logo_uri, told.tos_uri, told.policy_uri, ...(told.redirect_uris ?? [])];
    expect(new Set(urls.map((url) => new URL(String(url)).hostname))).toEqual(new Set(['wallet.openbadge.test']));
    expect(told).toMatchObject({
      software_id: 'todoku-wallet',
      token_endpoint_auth_method: 'client_secret_basic',
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
    });
  });

  it('exchanges the code with its verifier, and registers once for all', async () => {
    const given = connectWorld();
    await connected(given);
    await connected(given, { as: 'account/acct_0002' });
    expect(given.host.requests('POST /oauth/register')).toHaveLength(1);
    expect(connectionsOf(given.world, subject)).toMatchObject([
      { state: 'connected', scopes: { length: 4 }, connectedAt: '2026-04-01T09:00:00.000+09:00' },
    ]);
    const [token] = given.host.requests('POST /oauth/token');
    expect(Object.fromEntries(new URLSearchParams(token?.body))).toMatchObject({
      grant_type: 'authorization_code',
      redirect_uri: 'https://wallet.openbadge.test/connections/callback',
      code_verifier: expect.stringMatching(/^[\w-]{43}$/),
    });
  });

  it('a school is another client', async () => {
    const given = connectWorld();
    await connected(given, { as: 'school/mihon-university' });
    const [registration] = given.host.requests('POST /oauth/register');
    expect(JSON.parse(registration?.body ?? '{}')).toMatchObject({
      redirect_uris: ['https://issuer.openbadge.test/connections/callback'],
    });
  });

  it('takes a state once, and no other', async () => {
    const given = connectWorld();
    const { authorizationUrl } = await start(given);
    const back = given.host.allow(authorizationUrl);
    const finish = (answer: AuthorizationAnswer) => finishIn(given, answer);
    await expect(finish({ ...back, state: 'x'.repeat(43) })).rejects.toMatchObject({
      code: 'connection-answer-invalid',
    });
    await finish(back);
    await expect(finish(back)).rejects.toMatchObject({ code: 'connection-answer-invalid' });
    expect(given.host.requests('POST /oauth/token')).toHaveLength(1);
  });

  it.each(['account/acct_0002', 'account/acct_000', 'school/acct_0001', 'account/%'] as const)(
    'takes no state from %s, who did not begin it, and leaves it to who did',
    async (stranger) => {
      const given = connectWorld();
      const answer = given.host.allow((await start(given)).authorizationUrl);
      const stolen = finishConnection(given.world, given.ports, { subject: stranger, answer });
      await expect(stolen).rejects.toMatchObject({ code: 'connection-answer-invalid' });
      expect(given.host.requests('POST /oauth/token')).toEqual([]);
      expect(await finishIn(given, answer)).toMatchObject({ connection: 'connection_0001', state: 'connected' });
    },
  );

  it('takes no state that is too old, or that a newer one replaced', async () => {
    const given = connectWorld();
    const [old, late] = [await start(given), await start(given)];
    expect(old.connection.connection).toBe(late.connection.connection);
    const finish = (url: string) => finishIn(given, given.host.allow(url));
    await expect(finish(old.authorizationUrl)).rejects.toMatchObject({ code: 'connection-answer-invalid' });
    await given.world.advance(30 * 60_000);
    await expect(finish(late.authorizationUrl)).rejects.toMatchObject({ code: 'connection-answer-invalid' });
  });

  it('takes no answer of another host, where hosts name themselves', async () => {
    const given = connectWorld();
    const told = { issuer: given.host.origin, authorization_response_iss_parameter_supported: true };
    given.host.instead.push({ on: 'GET /.well-known', body: told });
    for (const iss of [undefined, 'https://other.example', `${given.host.origin}/`]) {
      const back = given.host.allow((await start(given)).authorizationUrl);
      await expect(finishIn(given, { ...back, iss })).rejects.toMatchObject({
        code: 'connection-answer-invalid',
      });
    }
    expect(given.host.requests('POST /oauth/token')).toEqual([]);
    const back = given.host.allow((await start(given)).authorizationUrl);
    const { state } = await finishIn(given, { ...back, iss: given.host.origin });
    expect(state).toBe('connected');
  });

  it('says what the host said when the student does not allow it', async () => {
    const given = connectWorld();
    const { authorizationUrl } = await start(given);
    const { state } = given.host.allow(authorizationUrl);
    const declined = finishIn(given, { state, error: 'access_denied' });
    await expect(declined).rejects.toMatchObject({
      code: 'connection-declined',
      parameters: { reason: 'access_denied' },
    });
    expect(connectionsOf(given.world, subject)).toMatchObject([{ state: 'waiting' }]);
  });

  it('a code that the host does not take is asked for again', async () => {
    const given = connectWorld();
    const { authorizationUrl } = await start(given);
    const answer = { ...given.host.allow(authorizationUrl), code: 'forged' };
    await expect(finishIn(given, answer)).rejects.toMatchObject({
      code: 'connection-lapsed',
    });
    await connected(given);
    expect(connectionsOf(given.world, subject)).toMatchObject([{ connection: 'connection_0001', state: 'connected' }]);
  });
});

describe('what is typed as a host', () => {
  it.each([
    ['badges.example', 'https://badges.example/ims/ob/v3p0'],
    ['https://badges.example/', 'https://badges.example/ims/ob/v3p0'],
    ['https://badges.example/ims/ob/v3p0/', 'https://badges.example/ims/ob/v3p0'],
    [' HTTPS://Badges.Example:443/x/ ', 'https://badges.example/x/ims/ob/v3p0'],
  ])('%s is asked at %s', async (host, base) => {
    const given = connectWorld();
    given.host.instead.push({ on: 'GET /x/', body: serviceDescription('https://badges.example') });
    expect((await start(given, host)).connection.host).toBe(base);
  });

  it.each([
    'http://badges.example',
    'https://user:pw@badges.example',
    'https://badges.example/#x',
    'https://badges.example/?x',
    'javascript://badges.example',
    'ftp://badges.example',
    'file:///etc/passwd',
    'https://',
    '',
    '\\\\badges.example',
    `https://${'a'.repeat(3_000)}.example`,
  ])('%s is refused and nothing asked', async (host) => {
    const given = connectWorld();
    await expect(start(given, host)).rejects.toMatchObject({ code: 'badge-host-invalid' });
    expect(given.host.seen).toEqual([]);
  });

  it.each(['http://localhost:4001', 'http://127.0.0.1:4001', 'http://[::1]:4001'])(
    '%s is a host of a trial',
    async (origin) => {
      const given = connectWorld(createFakeHost({ origin }));
      expect((await start(given)).connection.host).toBe(`${origin}/ims/ob/v3p0`);
    },
  );
});

describe('a description that must not be followed', () => {
  const flows = (urls: object) => (document: ReturnType<typeof serviceDescription>) => {
    Object.assign(document.components.securitySchemes.OAuth2ACG.flows.authorizationCode, urls);
    return document;
  };
  const registration = (url: unknown) => (document: ReturnType<typeof serviceDescription>) => {
    Object.assign(document.components.securitySchemes.OAuth2ACG, { 'x-imssf-registrationUrl': url });
    return document;
  };
  it.each([
    ['a token URL elsewhere', flows({ tokenUrl: 'https://evil.example/token' })],
    ['a host below it', flows({ tokenUrl: 'https://a.badges.example/token' })],
    ['without TLS', flows({ tokenUrl: 'http://badges.example/token' })],
    ['with userinfo', flows({ tokenUrl: 'https://badges.example@evil.example/token' })],
    ['with a fragment', flows({ authorizationUrl: 'https://badges.example/a#b' })],
    ['a script', flows({ authorizationUrl: 'javascript:alert(1)' })],
    ['a refresh URL elsewhere', flows({ refreshUrl: 'https://evil.example/token' })],
    ['no URL', flows({ tokenUrl: 7 })],
    ['as the example of the standard, without a scheme', registration('badges.example/registration')],
    ['on loopback', registration('http://127.0.0.1/registration')],
    ['nothing', () => ({})],
    ['an array', () => []],
    ['null', () => null],
    ['a prototype', () => ({ components: { __proto__: { securitySchemes: 7 } } })],
    ['no JSON', () => '<html>'],
    ['a long one', () => ({ ...serviceDescription('https://badges.example'), x: 'x'.repeat(300_000) })],
  ])('%s', async (_what, describe) => {
    const given = connectWorld();
    given.host.describe = describe as never;
    await expect(start(given)).rejects.toMatchObject({ code: 'badge-host-unfit' });
    expect(given.host.requests('POST')).toEqual([]);
  });
});

describe('a host that misbehaves', () => {
  it.each([
    ['a redirect', { status: 302, headers: { location: 'https://evil.example/' } }, 'badge-host-unfit', {}],
    ['an error of its own', { status: 500 }, 'badge-host-unreachable', { reason: 'HTTP 500' }],
    ['silence', { silent: true }, 'badge-host-unreachable', { reason: 'no answer' }],
    ['a rush', { status: 429, headers: { 'retry-after': '17' } }, 'badge-host-busy', { seconds: 17 }],
    [
      'a rush without end',
      { status: 503, headers: { 'retry-after': 'Fri, 31 Dec 9999 23:59:59 GMT' } },
      'badge-host-busy',
      { seconds: 1_800 },
    ],
    [
      'a refusal',
      { status: 400, body: { error: 'invalid_client_metadata', error_description: 'ask a@b.example' } },
      'badge-host-refused',
      { status: 400, words: 'invalid_client_metadata: ask …' },
    ],
    ['no secret', { status: 201, body: { client_id: 'x' } }, 'badge-host-unfit', {}],
    [
      'a secret that breaks a header',
      { status: 201, body: { client_id: 'x', client_secret: 'a\r\nb' } },
      'badge-host-unfit',
      {},
    ],
  ] as const)('at registration: %s', async (_what, instead, code, parameters) => {
    const given = connectWorld();
    given.host.instead.push({ on: 'POST /oauth/register', ...instead });
    await expect(start(given)).rejects.toMatchObject({ code, parameters });
    expect(connectionsOf(given.world, subject)).toEqual([]);
  });

  it.each([
    ['no token', {}],
    ['a token that breaks a header', { access_token: 'a\r\nx: y', token_type: 'bearer' }],
    ['another kind of token', { access_token: 'a', token_type: 'mac' }],
  ])('at the token endpoint: %s', async (_what, body) => {
    const given = connectWorld();
    given.host.instead.push({ on: 'POST /oauth/token', body });
    await expect(connected(given)).rejects.toMatchObject({ code: 'badge-host-unfit' });
  });
});

describe('what a host told us in secret', () => {
  it('stands nowhere in the world’s file, its journal or its events', async () => {
    const given = connectWorld();
    const { authorizationUrl } = await start(given);
    await finishIn(given, given.host.allow(authorizationUrl));
    const state = new URL(authorizationUrl).searchParams.get('state') ?? '';
    const everything = Buffer.from(given.world.serialize()).toString('latin1') + JSON.stringify(saveWorld(given.world));
    for (const secret of ['s3cret /+', 'access-1', 'refresh-1', state]) expect(everything).not.toContain(secret);
  });

  it('is there again when the world is played again', async () => {
    const given = connectWorld();
    await connected(given);
    const again = await loadWorld(saveWorld(given.world), [badgeConnectModule]);
    expect(Buffer.from(again.serialize()).equals(Buffer.from(given.world.serialize()))).toBe(true);
    expect(connectionsOf(again, subject)).toEqual(connectionsOf(given.world, subject));
  });
});
