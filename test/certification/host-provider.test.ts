import { beforeEach, describe, expect } from 'vitest';
import { comparableId } from '#sim/host';
import type { Response } from '#sim/kernel';
import { judge, troubles } from './judge.ts';
import { openPlace, type Place, type Student, Web } from './place.ts';
import { replay } from './replay.ts';
import { idsOf, sitesOfStranger, specimenFiles } from './specimens.ts';
import { allScopes, connectSuite, type SuiteClient, type Tokens } from './suite-client.ts';

const profile = {
  id: 'https://1edtech.org/issuers/cert',
  type: ['Profile'],
  name: '適合試験',
  email: 'cert@1edtech.org',
};

interface CredentialList {
  readonly credential: readonly object[];
  readonly compactJwsString: readonly string[];
}

let web: Web;
let host: Place;
let student: Student;

beforeEach(async () => {
  web = new Web(await sitesOfStranger());
  host = await openPlace(web, { seed: 41, domain: 'candidate' });
  student = await host.join('conformance@imsglobal.org');
});

const connect = (scopes?: string): Promise<SuiteClient> =>
  connectSuite(web, host.world.origins.wallet, student, scopes);

async function badgesAt(suite: SuiteClient, query = ''): Promise<string[]> {
  const { credential, compactJwsString } = (await suite.call('GET', `/credentials${query}`)).json<CredentialList>();
  return [...credential.map((one) => JSON.stringify(one)), ...compactJwsString];
}

const outcome = ({ status, json }: Response): unknown => {
  const { imsx_codeMinor } = json<{ imsx_codeMinor: { imsx_codeMinorField: object[] } }>();
  return { status, ...imsx_codeMinor.imsx_codeMinorField[0] };
};

const scope = (name: string): string => `https://purl.imsglobal.org/spec/ob/v3p0/scope/${name}`;

async function bringBadges(suite: SuiteClient): Promise<readonly string[]> {
  const files = await specimenFiles();
  const texts = [files['JSON, eddsa-rdfc-2022']?.text ?? '', files['compact JWS']?.text ?? ''];
  for (const body of texts) {
    const sent = await suite.call('POST', '/credentials', {
      body,
      type: body.startsWith('{') ? 'application/json' : 'text/plain',
    });
    if (sent.status >= 300) throw new Error(`${sent.status} ${sent.body}`);
  }
  return texts;
}

describe('the host is read', () => {
  replay('provider-read-authorize', async () => {
    const { redirected, tokens } = await connect();
    expect(redirected.get('state')).toBe('suite-state');
    expect(redirected.get('scope')?.split(' ').sort()).toEqual(allScopes.split(' ').sort());
    expect(tokens).toMatchObject({ token_type: expect.stringMatching(/^bearer$/i), expires_in: 3_600 });
    expect(tokens.scope.split(' ')).toContain(scope('credential.readonly'));
  });

  replay('provider-credentials', async () => {
    const suite = await connect();
    await bringBadges(suite);
    const badges = await badgesAt(suite);
    expect(badges.length).toBeGreaterThanOrEqual(2);
    for (const badge of badges) {
      const verification = await judge(badge, web.fetch, { now: host.world.clock.now() });
      expect({ verdict: verification.verdict, troubles: troubles(verification) }).toEqual({
        verdict: 'accepted',
        troubles: [],
      });
    }
  });

  replay('provider-paging', async () => {
    const suite = await connect();
    await bringBadges(suite);
    const all = await badgesAt(suite);
    const total = String(all.length);
    const first = await suite.call('GET', '/credentials?limit=1&offset=0');
    expect(first.headers['x-total-count']).toBe(total);
    const relations = (response: Response): string[] =>
      [...(response.headers.link ?? '').matchAll(/rel="(\w+)"/g)].map(([, rel]) => rel ?? '').sort();
    expect(relations(first)).toEqual(['first', 'last', 'next']);
    const last = await suite.call('GET', `/credentials?limit=1&offset=${all.length - 1}`);
    expect(relations(last)).toEqual(['first', 'last', 'prev']);
    const pages = await Promise.all(all.map((_, offset) => badgesAt(suite, `?limit=1&offset=${offset}`)));
    expect(pages.flat().sort()).toEqual([...all].sort());
    expect(await badgesAt(suite, '?since=2100-01-01T00%3A00%3A00Z')).toEqual([]);
    expect(outcome(await suite.call('GET', '/credentials?limit=0'))).toMatchObject({
      status: 400,
      imsx_codeMinorFieldValue: 'invalid_query_parameter',
    });
  });

  replay('provider-profile', async () => {
    const suite = await connect();
    await suite.call('PUT', '/profile', { body: JSON.stringify(profile) });
    const answer = await suite.call('GET', '/profile');
    expect(answer.status).toBe(200);
    expect(answer.json()).toEqual(profile);
  });

  replay('provider-scope', async () => {
    const suite = await connect(scope('profile.readonly'));
    expect((await suite.call('GET', '/profile')).status).toBe(200);
    expect(outcome(await suite.call('GET', '/credentials'))).toMatchObject({
      status: 403,
      imsx_codeMinorFieldValue: 'forbidden',
    });
    for (const token of ['', 'x', suite.tokens.access_token.slice(1)]) {
      expect(outcome(await suite.call('GET', '/credentials', { token }))).toMatchObject({
        status: 401,
        imsx_codeMinorFieldValue: 'unauthorizedrequest',
      });
    }
  });

  replay('provider-read-revoke', async () => {
    const suite = await connect();
    expect((await suite.revoke(suite.tokens.access_token, 'access_token')).status).toBe(200);
    expect((await suite.call('GET', '/credentials')).status).toBe(401);
    expect((await suite.call('GET', '/profile')).status).toBe(401);
    // Of the refresh token too; and a token that nobody knows is no error.
    expect((await suite.revoke(suite.tokens.refresh_token, 'refresh_token')).status).toBe(200);
    expect((await suite.refresh()).status).toBe(400);
    expect((await suite.revoke('unknown', 'access_token')).status).toBe(200);
  });

  replay('provider-read-refresh', async () => {
    const suite = await connect();
    const before = suite.tokens.access_token;
    await refresh(suite);
    expect(suite.tokens.access_token).not.toBe(before);
    expect(await badgesAt(suite)).toHaveLength(1);
    expect((await badgesAt(suite, '?limit=1&offset=0')).length).toBe(1);
    expect((await suite.call('GET', '/profile')).status).toBe(200);
  });
});

async function refresh(suite: SuiteClient): Promise<void> {
  const answer = await suite.refresh();
  expect(answer.status).toBe(200);
  suite.tokens = { ...suite.tokens, ...answer.json<Tokens>() };
}

describe('the host is written to', () => {
  replay('provider-write-authorize', async () => {
    const { redirected } = await connect(`${scope('credential.upsert')} ${scope('credential.readonly')}`);
    expect(redirected.get('scope')?.split(' ').sort()).toEqual([
      scope('credential.readonly'),
      scope('credential.upsert'),
    ]);
  });

  replay('provider-upsert', async () => {
    const suite = await connect();
    const files = await specimenFiles();
    for (const [name, type] of [
      ['JSON, eddsa-rdfc-2022', 'application/vc+ld+json'],
      ['compact JWS', 'text/plain'],
    ] as const) {
      const body = files[name]?.text ?? '';
      const answer = await suite.call('POST', '/credentials', { body, type });
      expect(answer.body.toString('utf8')).toBe(body);
      expect(answer.headers['content-type']).toContain(type);
    }
    const again = await suite.call('POST', '/credentials', {
      body: files['compact JWS']?.text ?? '',
      type: 'text/plain',
    });
    expect(again.status).toBe(200);
  });

  replay('provider-preserves', async () => {
    for (const [name, { text }] of Object.entries(await specimenFiles())) {
      const suite = await connect();
      await suite.call('POST', '/credentials', {
        body: text,
        type: text.startsWith('{') ? 'application/json' : 'text/plain',
      });
      const sent = idsOf(text);
      const same = (await badgesAt(suite)).filter((badge) => isSame(idsOf(badge), sent));
      expect({ name, same: same.length }).toEqual({ name, same: 1 });
      expect(JSON.stringify(same[0]?.startsWith('{') ? JSON.parse(same[0]) : same[0])).toBe(
        JSON.stringify(text.startsWith('{') ? JSON.parse(text) : text),
      );
    }
  });

  replay('provider-put-profile', async () => {
    const suite = await connect();
    const answer = await suite.call('PUT', '/profile', { body: JSON.stringify(profile) });
    expect(answer.status).toBe(200);
    expect(answer.json()).toEqual(profile);
  });

  replay('provider-write-revoke', async () => {
    const suite = await connect();
    await suite.revoke(suite.tokens.access_token, 'access_token');
    const body = (await specimenFiles())['compact JWS']?.text ?? '';
    expect((await suite.call('POST', '/credentials', { body, type: 'text/plain' })).status).toBe(401);
    expect((await suite.call('PUT', '/profile', { body: JSON.stringify(profile) })).status).toBe(401);
  });

  replay('provider-write-refresh', async () => {
    const suite = await connect();
    await refresh(suite);
    const body = (await specimenFiles())['compact JWS']?.text ?? '';
    expect((await suite.call('POST', '/credentials', { body, type: 'text/plain' })).status).toBe(201);
    expect((await suite.call('PUT', '/profile', { body: JSON.stringify(profile) })).status).toBe(200);
  });
});

/** https://www.imsglobal.org/spec/ob/v3p0/#equalitycomparison */
function isSame(left: ReturnType<typeof idsOf>, right: ReturnType<typeof idsOf>): boolean {
  const compared = (one: unknown): string => comparableId(String(one));
  return compared(left.id) === compared(right.id) && compared(left.issuer) === compared(right.issuer);
}
