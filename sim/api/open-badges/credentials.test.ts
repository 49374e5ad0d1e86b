import { describe, expect, it } from 'vitest';
import { badgeOf } from './badge-fixture.ts';
import { connected, createHostFixture, type HostFixtureOptions } from './host-fixture.ts';

const path = '/ims/ob/v3p0/credentials';
const scope = (name: string): string => `https://purl.imsglobal.org/spec/ob/v3p0/scope/${name}`;

interface List {
  readonly credential: { readonly id: string; readonly validFrom: string }[];
  readonly compactJwsString: string[];
}

async function opened(options: HostFixtureOptions = {}) {
  const host = await createHostFixture(options);
  const { bearer } = await connected(host);
  const get = (query = '', headers: Record<string, string> = bearer) => host.ask('GET', path + query, headers);
  return {
    ...host,
    host,
    get,
    list: async (query = '') => (await get(query)).json<List>(),
    upsert: (body: string, type = 'application/json', headers = bearer) =>
      host.ask('POST', path, { ...headers, 'content-type': type }, body),
  };
}

/** By relation: the query of the link. */
function linksOf(link: string | undefined): Record<string, string> {
  const links = [
    ...(link ?? '').matchAll(/<https:\/\/wallet\.openbadge\.test\/ims\/ob\/v3p0\/credentials(\?[^>]+)>; rel="(\w+)"/g),
  ];
  return Object.fromEntries(links.map(([, query = '', rel = '']) => [rel, query]));
}

const numbered = (number: number, change: object = {}) => ({
  id: `https://badges.mihon.example/assertions/${number}`,
  ...change,
});

describe('getCredentials', () => {
  it('gives the student ID that the wallet holds, as the wallet has it', async () => {
    const { get, ask, session } = await opened();
    const answer = await get();
    expect(answer.headers).toMatchObject({ 'content-type': 'application/json; charset=utf-8', 'x-total-count': '1' });
    expect(answer.headers.link).toBeUndefined();
    const held = await ask('GET', '/credentials/cred_0001', { authorization: `Bearer ${session}`, 'user-agent': 'x' });
    expect(answer.json()).toEqual({ credential: [], compactJwsString: [held.json<{ secured: string }>().secured] });
  });

  it('gives pages that lead to each other', async () => {
    const { get, upsert, world } = await opened();
    for (const number of [1, 2]) await upsert(await badgeOf(world, numbered(number)));
    const first = await get('?limit=2');
    expect(first.headers['x-total-count']).toBe('3');
    expect(linksOf(first.headers.link)).toEqual({
      first: '?limit=2&offset=0',
      last: '?limit=2&offset=2',
      next: '?limit=2&offset=2',
    });
    const last = await get(linksOf(first.headers.link).next);
    expect(linksOf(last.headers.link)).toMatchObject({ prev: '?limit=2&offset=0' });
    expect(linksOf(last.headers.link)).not.toHaveProperty('next');
    const ids = [first, last].flatMap((page) => page.json<List>().credential.map(({ id }) => id));
    expect(ids).toEqual([numbered(1).id, numbered(2).id]);
  });

  it('gives only what is valid from later on', async () => {
    const { list, get, upsert, world } = await opened();
    await upsert(await badgeOf(world));
    expect((await list('?since=2026-02-01T00:00:00Z')).credential).toHaveLength(0);
    expect((await list('?since=2026-01-31T23:59:59')).credential).toHaveLength(1);
    expect((await list(`?since=${encodeURIComponent('2026-02-01T08:59:59+09:00')}`)).credential).toHaveLength(1);
    expect((await list('?since=2026-02-01T09:00:00+09:00')).credential).toHaveLength(0);
    const page = await get('?limit=1&since=2026-01-01T00:00:00Z');
    expect(linksOf(page.headers.link).next).toBe('?limit=1&offset=1&since=2026-01-01T00%3A00%3A00Z');
  });

  it.each(['limit=0', 'limit=-1', 'limit=x', 'limit=1e3', 'limit=1&limit=2', 'offset=-1', 'offset=0x1', 'since=today'])(
    'refuses %s',
    async (query) => {
      const { get } = await opened();
      const answer = await get(`?${query}`);
      expect([answer.status, answer.json()]).toMatchObject([
        400,
        {
          imsx_codeMajor: 'failure',
          imsx_severity: 'error',
          imsx_codeMinor: { imsx_codeMinorField: [{ imsx_codeMinorFieldValue: 'invalid_query_parameter' }] },
        },
      ]);
    },
  );

  it('asks for a token, a live one, and one that may', async () => {
    const { get, upsert, host } = await opened();
    const none = await get('', {});
    expect([none.status, none.headers['www-authenticate']]).toEqual([401, 'Bearer realm="todoku"']);
    expect(none.json()).toMatchObject({
      imsx_codeMinor: { imsx_codeMinorField: [{ imsx_codeMinorFieldValue: 'unauthorizedrequest' }] },
    });
    for (const token of ['x'.repeat(43), host.session]) {
      const wrong = await get('', { authorization: `Bearer ${token}` });
      expect([wrong.status, wrong.headers['www-authenticate']]).toEqual([
        401,
        'Bearer realm="todoku", error="invalid_token"',
      ]);
    }
    const reader = await connected(host, scope('credential.readonly'));
    const refused = await upsert('{}', 'application/json', reader.bearer);
    expect([refused.status, refused.headers['www-authenticate']]).toEqual([
      403,
      `Bearer realm="todoku", error="insufficient_scope", scope="${scope('credential.upsert')}"`,
    ]);
    expect(refused.json()).toMatchObject({
      imsx_codeMinor: {
        imsx_codeMinorField: [{ imsx_codeMinorFieldName: 'scope-insufficient', imsx_codeMinorFieldValue: 'forbidden' }],
      },
    });
  });

  it('is the only way to read, and POST to write', async () => {
    const { ask } = await opened();
    const answer = await ask('DELETE', path);
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD, POST']);
    expect(answer.json()).toMatchObject({ imsx_codeMajor: 'unsupported' });
  });
});

describe('upsertCredential', () => {
  it('keeps a badge of any issuer as it came, letter for letter', async () => {
    const { upsert, get, world } = await opened();
    const badge = (await badgeOf(world)).replaceAll('":', '" : ');
    const answer = await upsert(badge, 'application/vc+ld+json');
    expect([answer.status, answer.body.toString()]).toEqual([201, badge]);
    expect(answer.headers['content-type']).toBe('application/vc+ld+json; charset=utf-8');
    expect((await get()).body.toString()).toContain(badge);
    expect(world.log.after(0).at(-1)).toMatchObject({
      type: 'badge.uploaded',
      data: { outcome: 'created', verdict: 'accepted' },
    });
  });

  it('replaces a badge by a newer version of it, however its id is spelled, and keeps the newer', async () => {
    const { upsert, list, world } = await opened();
    const id = 'https://badges.mihon.example/assertions/a';
    const older = await badgeOf(world, { id, validFrom: '2026-01-01T00:00:00Z' });
    const newer = await badgeOf(world, { id: id.replace('/a', '/%61'), validFrom: '2026-03-01T00:00:00Z' });
    expect((await upsert(older)).status).toBe(201);
    expect((await upsert(older)).status).toBe(200);
    expect((await upsert(newer)).status).toBe(200);
    const stale = await upsert(older);
    expect([stale.status, stale.body.length]).toEqual([304, 0]);
    expect((await list()).credential.map(({ validFrom }) => validFrom)).toEqual(['2026-03-01T00:00:00Z']);
  });

  it('tells two issuers with the same id apart', async () => {
    const { upsert, list, world } = await opened();
    expect((await upsert(await badgeOf(world))).status).toBe(201);
    expect((await upsert(await badgeOf(world, {}, 'another'))).status).toBe(201);
    expect((await list()).credential).toHaveLength(2);
  });

  it('knows the student ID that the wallet holds already', async () => {
    const { upsert, list } = await opened();
    const [held = ''] = (await list()).compactJwsString;
    const answer = await upsert(held, 'text/plain');
    expect([answer.status, answer.body.toString()]).toEqual([200, held]);
    expect((await list()).compactJwsString).toEqual([held]);
  });

  it('keeps a badge whose issuer cannot be asked, marked as unconfirmed', async () => {
    const { upsert, world } = await opened({
      outward: async () => {
        throw new TypeError('fetch failed');
      },
    });
    const entry = {
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '1',
      statusListCredential: 'https://badges.mihon.example/status/1',
    };
    expect((await upsert(await badgeOf(world, { credentialStatus: entry }))).status).toBe(201);
    expect(world.log.after(0).at(-1)).toMatchObject({ data: { outcome: 'created', verdict: 'unconfirmed' } });
  });

  it.each([
    ['was altered', (badge: string) => badge.replace('見本協会', '偽物協会'), 'application/json'],
    ['has no proof', () => JSON.stringify({ id: 'urn:1', type: [], issuer: 'urn:2' }), 'application/json'],
    ['is no badge', () => 'a.b.c', 'text/plain'],
    ['has no id', () => '{"type":[],"issuer":"urn:2"}', 'application/json'],
    ['pollutes', () => '{"__proto__":{"id":"urn:1"},"type":[],"issuer":"urn:2"}', 'application/json'],
    ['is a list', (badge: string) => `[${badge}]`, 'application/json'],
    ['is a text', () => '"text"', 'application/json'],
    ['is no JSON', () => '{', 'application/json'],
    ['is no JWS', () => 'hello', 'text/plain'],
    ['is nothing', () => '', 'text/plain'],
    ['is deep', () => `${'{"id":'.repeat(5_000)}1${'}'.repeat(5_000)}`, 'application/json'],
  ])('refuses what %s', async (_what, change, type) => {
    const { upsert, list, world } = await opened();
    const answer = await upsert(change(await badgeOf(world)), type);
    expect([answer.status, answer.json()]).toMatchObject([
      400,
      { imsx_codeMinor: { imsx_codeMinorField: [{ imsx_codeMinorFieldValue: 'invalid_data' }] } },
    ]);
    expect((await list()).credential).toEqual([]);
  });

  it('refuses other media types, and what is too large', async () => {
    const { upsert } = await opened();
    expect((await upsert('<badge/>', 'application/xml')).status).toBe(415);
    expect((await upsert(`{"id":"${'x'.repeat(1_100_000)}"}`)).status).toBe(413);
  });

  it('keeps no more badges than the parameters allow, but newer versions of those', async () => {
    const { upsert, world } = await opened({ parameters: { host: { badgesMax: 1 } } });
    expect((await upsert(await badgeOf(world, numbered(1)))).status).toBe(201);
    const full = await upsert(await badgeOf(world, numbered(2)));
    expect([full.status, full.body.toString()]).toEqual([403, expect.stringContaining('badges-full')]);
    expect((await upsert(await badgeOf(world, numbered(1, { validFrom: '2026-03-01T00:00:00Z' })))).status).toBe(200);
  });

  it('says which checks a badge failed', async () => {
    const { upsert, world } = await opened();
    const answer = await upsert(await badgeOf(world, { validUntil: '2026-03-01T00:00:00Z' }));
    expect(answer.status).toBe(400);
    expect(answer.body.toString()).toContain('badge-refused');
    expect(answer.body.toString()).toMatch(/expired|valid-until|over/);
  });
});
