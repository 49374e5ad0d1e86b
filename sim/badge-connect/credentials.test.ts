import { describe, expect, it } from 'vitest';
import { connected, connectWorld, subject } from './connected-fixture.ts';
import { answer, statusInfo } from './fake-host-fixture.ts';
import {
  connectionsOf,
  endConnection,
  getCredentials,
  getProfile,
  putProfile,
  scopes,
  upsertCredential,
} from './index.ts';

const jws = 'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0.c2ln';
const document = { id: 'urn:uuid:1', 届: 1 };

async function given(options: Parameters<typeof connected>[1] = {}) {
  const world = connectWorld();
  const over = await connected(world, options);
  return { ...world, over };
}

const stateOf = ({ world }: Awaited<ReturnType<typeof given>>) => connectionsOf(world, subject)[0]?.state;

describe('sending a credential', () => {
  it('a JWS goes as text, a document as JSON, and a second time does no harm', async () => {
    const { world, host, ports, over } = await given();
    const send = (secured: string) => upsertCredential(world, ports, over, { credential: 'cred_0001', secured });
    expect(await send(jws)).toEqual({ replaced: false });
    expect(await send(jws)).toEqual({ replaced: true });
    expect(await send(JSON.stringify(document))).toEqual({ replaced: false });
    expect(host.held).toEqual([jws, document]);
    expect(host.requests('POST /ims').map(({ headers }) => headers['content-type'])).toEqual([
      'text/plain',
      'text/plain',
      'application/json',
    ]);
    expect(world.log.after(0).filter(({ type }) => type === 'badge-host.pushed')).toHaveLength(3);
  });

  it('says in the host’s words why it was refused', async () => {
    const { world, host, ports, over } = await given();
    const words = `No: ${'long '.repeat(100)} token ${'t'.repeat(64)}`;
    const { status, body } = statusInfo(400, 'invalid_data', words);
    host.instead.push({ on: 'POST /ims', status, body: body.toString() });
    const error = await upsertCredential(world, ports, over, { credential: 'c', secured: jws }).catch((one) => one);
    expect(error).toMatchObject({ code: 'badge-host-refused', parameters: { host: 'badges.example', status: 400 } });
    expect(error.parameters.words).toMatch(/^invalid_data: No: long /);
    expect(error.parameters.words.length).toBeLessThanOrEqual(200);
  });

  it('is not tried where the host did not allow it', async () => {
    const { world, host, ports, over } = await given({ scope: scopes.readCredentials });
    const sent = upsertCredential(world, ports, over, { credential: 'c', secured: jws });
    await expect(sent).rejects.toMatchObject({
      code: 'connection-scope-missing',
      parameters: { scope: 'credential.upsert' },
    });
    expect(host.requests('POST /ims')).toEqual([]);
  });

  it('is not done over somebody else’s connection', async () => {
    const { world, ports, over } = await given();
    const stolen = { ...over, subject: 'account/acct_0002' } as const;
    await expect(getCredentials(world, ports, stolen)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('reading the credentials of a host', () => {
  it.each(['compactJwsString', 'compactJwsStrings'] as const)('all pages, with %s', async (name) => {
    const { world, host, ports, over } = await given();
    host.jwsName = name;
    host.held.push(document, jws, `${jws}2`, { id: 'urn:uuid:2' }, `${jws}3`);
    expect((await getCredentials(world, ports, over)).map(({ secured }) => secured).sort()).toEqual(
      [JSON.stringify(document), JSON.stringify({ id: 'urn:uuid:2' }), jws, `${jws}2`, `${jws}3`].sort(),
    );
    expect(host.requests('GET /ims/ob/v3p0/credentials').map(({ path }) => path.split('?')[1])).toEqual([
      'limit=100&offset=0',
      'limit=2&offset=2',
      'limit=2&offset=4',
    ]);
  });

  it('since a time', async () => {
    const { world, host, ports, over } = await given();
    await getCredentials(world, ports, over, { since: '2026-04-01T00:00:00Z' });
    expect(host.requests('GET /ims/ob/v3p0/credentials')[0]?.path).toContain('since=2026-04-01T00%3A00%3A00Z');
  });

  it.each([
    ['elsewhere', '<https://evil.example/ims/ob/v3p0/credentials?offset=1>; rel="next"', 'the next page is elsewhere'],
    ['at another operation', '</ims/ob/v3p0/profile>; rel=next', 'the next page is elsewhere'],
    ['in a circle', '<?limit=100&offset=0>; rel="last next"', 'the list does not end'],
  ])('refuses a list that goes on %s', async (_where, link, reason) => {
    const { world, host, ports, over } = await given();
    host.instead.push({ on: 'GET /ims/ob/v3p0/credentials', headers: { link } });
    await expect(getCredentials(world, ports, over)).rejects.toMatchObject({
      code: 'badge-host-unfit',
      parameters: { reason },
    });
    expect(host.seen.every(({ path }) => !path.includes('profile'))).toBe(true);
  });

  it('refuses a list without end', async () => {
    const { world, ports, over } = await given();
    let page = 0;
    const endless = async () => {
      page += 1;
      return answer(200, {}, { link: `<?offset=${page}>; rel=next` });
    };
    await expect(getCredentials(world, { ...ports, outward: endless }, over)).rejects.toMatchObject({
      code: 'badge-host-unfit',
    });
    expect(page).toBe(200);
  });

  it.each([
    ['a list of numbers', { compactJwsString: [7] }],
    ['texts for documents', { credential: ['x'] }],
    ['no object', []],
    ['no JSON', '<html>'],
  ])('refuses %s', async (_what, body) => {
    const { world, host, ports, over } = await given();
    host.instead.push({ on: 'GET /ims', body });
    await expect(getCredentials(world, ports, over)).rejects.toMatchObject({ code: 'badge-host-unfit' });
  });

  it('refuses a huge answer', async () => {
    const { world, host, ports, over } = await given();
    host.instead.push({ on: 'GET /ims', body: 'x'.repeat(17 * 1024 * 1024) });
    await expect(getCredentials(world, ports, over)).rejects.toMatchObject({ code: 'badge-host-unfit' });
  });
});

describe('a token of a host', () => {
  it('that ran out is refreshed before it is used', async () => {
    const it = await given();
    await it.world.advance(3_600_000);
    expect(await getProfile(it.world, it.ports, it.over)).toEqual({
      id: 'https://badges.example/u/1',
      type: ['Profile'],
    });
    expect(it.host.requests('POST /oauth/refresh')).toHaveLength(1);
    expect(it.host.requests('GET /ims/ob/v3p0/profile')).toHaveLength(1);
  });

  it('that the host refuses is refreshed once, by who asks at the same time too', async () => {
    const it = await given();
    it.host.endTokens();
    await Promise.all([getProfile(it.world, it.ports, it.over), getProfile(it.world, it.ports, it.over)]);
    expect(it.host.requests('POST /oauth/refresh')).toHaveLength(1);
    await it.world.advance(3_600_000);
    await getProfile(it.world, it.ports, it.over);
    expect(new URLSearchParams(it.host.requests('POST /oauth/refresh')[1]?.body).get('refresh_token')).toBe(
      'refresh-2',
    );
  });

  it('that cannot be refreshed makes the student connect again', async () => {
    const it = await given();
    it.host.endTokens();
    it.host.instead.push({ on: 'POST /oauth/refresh', times: 1, status: 400, body: { error: 'invalid_grant' } });
    await expect(getProfile(it.world, it.ports, it.over)).rejects.toMatchObject({ code: 'connection-lapsed' });
    expect(stateOf(it)).toBe('lapsed');
    const asked = it.host.seen.length;
    await expect(getProfile(it.world, it.ports, it.over)).rejects.toMatchObject({ code: 'connection-lapsed' });
    expect(it.host.seen).toHaveLength(asked);
    await connected(it);
    expect(stateOf(it)).toBe('connected');
  });

  it('without a refresh token lapses', async () => {
    const it = await given({ scope: Object.values(scopes).join(' ') });
    it.host.endTokens();
    await expect(getProfile(it.world, it.ports, it.over)).rejects.toMatchObject({ code: 'connection-lapsed' });
  });

  it('that is new and refused too is no reason to lapse, or to try for ever', async () => {
    const it = await given();
    it.host.instead.push({ on: 'GET /ims/ob/v3p0/profile', status: 401, body: {} });
    await expect(getProfile(it.world, it.ports, it.over)).rejects.toMatchObject({ code: 'badge-host-refused' });
    expect(it.host.requests('GET /ims/ob/v3p0/profile')).toHaveLength(2);
    expect(stateOf(it)).toBe('connected');
  });

  it('stays as it is while the host is away', async () => {
    const it = await given();
    it.host.endTokens();
    it.host.instead.push({ on: 'POST /oauth/refresh', times: 1, silent: true });
    await expect(getProfile(it.world, it.ports, it.over)).rejects.toMatchObject({ code: 'badge-host-unreachable' });
    expect(await getProfile(it.world, it.ports, it.over)).toBeDefined();
  });
});

describe('a profile', () => {
  it('is written, taken for later, or not there', async () => {
    const { world, host, ports, over } = await given();
    const profile = { id: 'https://1edtech.org/issuers/cert', type: ['Profile'] };
    expect(await putProfile(world, ports, over, profile)).toEqual({ applied: true });
    expect(JSON.parse(host.requests('PUT')[0]?.body ?? '')).toEqual(profile);
    host.instead.push({ on: 'PUT', times: 1, status: 202 }, { on: 'GET /ims/ob/v3p0/profile', status: 404 });
    expect(await putProfile(world, ports, over, profile)).toEqual({ applied: false });
    expect(await getProfile(world, ports, over)).toBeUndefined();
  });
});

describe('ending a connection', () => {
  it('revokes both tokens and forgets them', async () => {
    const it = await given();
    expect(await endConnection(it.world, it.ports, it.over)).toEqual({ revoked: true });
    const hints = it.host
      .requests('POST /oauth/revoke')
      .map(({ body }) => new URLSearchParams(body).get('token_type_hint'));
    expect(hints).toEqual(['refresh_token', 'access_token']);
    expect(connectionsOf(it.world, subject)).toEqual([]);
    await expect(endConnection(it.world, it.ports, it.over)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('goes on another time when the host was away, and is used no more meanwhile', async () => {
    const it = await given();
    it.host.instead.push({ on: 'POST /oauth/revoke', times: 1, silent: true });
    await expect(endConnection(it.world, it.ports, it.over)).rejects.toMatchObject({ code: 'badge-host-unreachable' });
    expect(stateOf(it)).toBe('ending');
    await expect(getProfile(it.world, it.ports, it.over)).rejects.toMatchObject({ code: 'connection-lapsed' });
    expect(await endConnection(it.world, it.ports, it.over)).toEqual({ revoked: true });
  });

  it('at a host that cannot revoke is told so', async () => {
    const world = connectWorld();
    world.host.instead.push({ on: 'GET /.well-known', status: 404 });
    const over = await connected(world);
    expect(await endConnection(world.world, world.ports, over)).toEqual({ revoked: false });
  });
});
