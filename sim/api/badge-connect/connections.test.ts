import { beforeEach, describe, expect, it } from 'vitest';
import type { Fetch, Request, Response } from '../../kernel/index.ts';
import { type Asked, type StudentWorld, studentWorld } from './student-fixture.ts';

const host = 'https://badges.example';
const answer = (status: number, body: unknown): Response => {
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  return { status, headers: {}, body: bytes, json: () => JSON.parse(bytes.toString('utf8')) };
};

/** A host that allows everything; what the client makes of others is tested beside the client. */
const received: string[] = [];
const outward: Fetch = async (url: string, request: Request = {}) => {
  const { origin, pathname } = new URL(url);
  if (origin !== host) throw new TypeError('fetch failed');
  switch (`${request.method ?? 'GET'} ${pathname}`) {
    case 'GET /ims/ob/v3p0/discovery': {
      const urls = { authorizationUrl: `${host}/a`, tokenUrl: `${host}/t`, refreshUrl: `${host}/t` };
      const scheme = { 'x-imssf-registrationUrl': `${host}/r`, flows: { authorizationCode: urls } };
      return answer(200, { info: { title: '<b>Others</b>' }, components: { securitySchemes: { OAuth2ACG: scheme } } });
    }
    case 'POST /r':
      return answer(201, { client_id: 'c', client_secret: 's' });
    case 'POST /t':
      return answer(200, { access_token: 'a', token_type: 'bearer' });
    case 'POST /ims/ob/v3p0/credentials':
      received.push(String(request.body));
      return answer(201, '');
    case 'GET /ims/ob/v3p0/credentials':
      return answer(200, { compactJwsString: received });
    default:
      return answer(404, '');
  }
};

let student: StudentWorld;
beforeEach(async () => {
  received.length = 0;
  student = await studentWorld(outward);
});

const outcome = async (method: string, path: string, asked?: Asked): Promise<string | number> => {
  const response = await student.ask('wallet', method, path, asked);
  return response.status < 400 ? response.status : response.json<{ code: string }>().code;
};

function stateOf(started: Response): string {
  const { authorizationUrl } = started.json<{ authorizationUrl: string }>();
  return new URL(authorizationUrl).searchParams.get('state') ?? '';
}

async function connect(service: 'issuer' | 'wallet', path: string, bearer: string): Promise<Response> {
  const started = await student.ask(service, 'POST', path, { bearer, body: { host } });
  expect(started.status).toBe(201);
  return student.ask(service, 'POST', `${path}/answers`, { bearer, body: { code: 'x', state: stateOf(started) } });
}

describe('the connections of an account', () => {
  it('are made, listed, used and ended', async () => {
    const { session: bearer } = student;
    const finished = await connect('wallet', '/connections', bearer);
    expect(finished.status).toBe(200);
    expect(finished.json()).toMatchObject({ connection: 'connection_0001', state: 'connected' });
    expect((await student.ask('wallet', 'GET', '/connections', { bearer })).json()).toEqual({
      connections: [finished.json()],
    });
    const pushed = await student.ask('wallet', 'POST', '/connections/connection_0001/credentials', {
      bearer,
      body: { credential: 'cred_0001' },
    });
    expect(pushed.json()).toEqual({ replaced: false });
    expect(received).toEqual([expect.stringMatching(/^eyJ/)]);
    const imported = await student.ask('wallet', 'POST', '/connections/connection_0001/import', { bearer });
    // The host of the same student: what it holds is here already.
    expect(imported.json()).toEqual({ imported: [{ outcome: 'replaced' }] });
    received.splice(0, 1, 'eyJhbGciOiJSUzI1NiJ9.e30.c2ln');
    const forged = await student.ask('wallet', 'POST', '/connections/connection_0001/import', { bearer });
    expect(forged.json()).toEqual({ imported: [{ outcome: 'refused', code: 'badge-refused' }] });
    const ended = await student.ask('wallet', 'DELETE', '/connections/connection_0001', { bearer });
    expect(ended.json()).toEqual({ revoked: false });
    expect(await outcome('DELETE', '/connections/connection_0001', { bearer })).toBe('not-found');
  });

  it('are nobody else’s', async () => {
    await connect('wallet', '/connections', student.session);
    expect(await outcome('GET', '/connections')).toBe('unauthorized');
    expect(await outcome('POST', '/connections', { bearer: 'x', body: { host } })).toBe('unauthorized');
    expect(await outcome('DELETE', '/connections/connection_0001', { bearer: student.schoolToken })).toBe(
      'unauthorized',
    );
  });

  it('send nothing that the account does not hold', async () => {
    await connect('wallet', '/connections', student.session);
    const body = { credential: 'cred_0002' };
    const path = '/connections/connection_0001/credentials';
    expect(await outcome('POST', path, { bearer: student.session, body })).toBe('not-found');
    expect(received).toEqual([]);
  });

  it.each([{}, { host: '' }, { host: 7 }, { host, more: 1 }, { host: 'x'.repeat(2_049) }, []])(
    'are not made from %j',
    async (body) => {
      expect(await outcome('POST', '/connections', { bearer: student.session, body })).toBe('request-invalid');
    },
  );

  it('nobody is asked whom the operator did not name', async () => {
    const alone = await studentWorld(async () => {
      throw new TypeError('fetch failed');
    });
    const response = await alone.ask('wallet', 'POST', '/connections', { bearer: alone.session, body: { host } });
    expect(response.json()).toMatchObject({ status: 502, code: 'badge-host-unreachable' });
  });
});

describe('what a host sent back', () => {
  it('finishes the connection of who began it, and nobody else’s', async () => {
    const { session, schoolToken } = student;
    const school = '/schools/mihon-university/connections';
    const ofStudent = stateOf(await student.ask('wallet', 'POST', '/connections', { bearer: session, body: { host } }));
    const ofSchool = stateOf(await student.ask('issuer', 'POST', school, { bearer: schoolToken, body: { host } }));
    const hand = (path: string, bearer: string, state: string) =>
      student.ask(path === school ? 'issuer' : 'wallet', 'POST', `${path}/answers`, {
        bearer,
        body: { state, code: 'x' },
      });
    const invalid = { status: 400, code: 'connection-answer-invalid' };
    expect((await hand(school, schoolToken, ofStudent)).json()).toMatchObject(invalid);
    expect((await hand('/connections', session, ofSchool)).json()).toMatchObject(invalid);
    expect((await hand('/connections', 'x'.repeat(43), ofStudent)).json()).toMatchObject({ code: 'unauthorized' });
    expect((await hand('/connections', session, ofStudent)).json()).toMatchObject({ state: 'connected' });
    expect((await hand(school, schoolToken, ofSchool)).json()).toMatchObject({ state: 'connected' });
    expect((await hand('/connections', session, ofStudent)).json()).toMatchObject(invalid);
  });

  it('by another student is refused, and the owner can still finish', async () => {
    const other = await student.another();
    const state = stateOf(
      await student.ask('wallet', 'POST', '/connections', { bearer: student.session, body: { host } }),
    );
    const body = { state, code: 'x' };
    expect(await outcome('POST', '/connections/answers', { bearer: other, body })).toBe('connection-answer-invalid');
    expect((await student.ask('wallet', 'GET', '/connections', { bearer: other })).json()).toEqual({ connections: [] });
    expect(await outcome('POST', '/connections/answers', { bearer: student.session, body })).toBe(200);
  });

  it.each([
    {},
    { code: 'x' },
    { state: '' },
    { state: 7, code: 'x' },
    { state: 'a', code: '' },
    { state: 'x'.repeat(513) },
    { state: 'a', code: 'x'.repeat(4_097) },
    { state: 'a', more: 1 },
    [],
  ])('is not read from %j', async (body) => {
    expect(await outcome('POST', '/connections/answers', { bearer: student.session, body })).toBe('request-invalid');
  });
});

describe('the page that a host sends back to', () => {
  it.each(['', '?code=x', '?state=', '?state=a&state=b', `?state=${'x'.repeat(600)}`, '?state=x&code='])(
    'refuses /connections/callback%s',
    async (query) => {
      const page = await student.ask('wallet', 'GET', `/connections/callback${query}`);
      expect(page.status).toBe(400);
      expect(page.headers['content-type']).toContain('text/html');
    },
  );

  it.each([
    ['wallet', 'アプリに戻ると、接続が完了します。'],
    ['issuer', 'お使いのシステムに戻ると、接続が完了します。'],
  ] as const)('changes nothing at the %s', async (service, text) => {
    const path = service === 'wallet' ? '/connections' : '/schools/mihon-university/connections';
    const bearer = service === 'wallet' ? student.session : student.schoolToken;
    const state = stateOf(await student.ask(service, 'POST', path, { bearer, body: { host } }));
    const before = Buffer.from(student.world.serialize());
    for (const answer of ['code=c0de', 'error=access_denied', 'code=c0de&error=access_denied']) {
      const page = await student.ask(service, 'GET', `/connections/callback?state=${state}&${answer}`);
      expect(page.headers['content-type']).toContain('text/html');
      const shown = page.body.toString('utf8');
      expect([page.status, shown.includes(text)]).toEqual(answer.includes('error') ? [403, false] : [200, true]);
      for (const secret of [state, 'c0de']) expect(shown).not.toContain(secret);
    }
    expect(Buffer.from(student.world.serialize()).equals(before)).toBe(true);
    const finished = await student.ask(service, 'POST', `${path}/answers`, { bearer, body: { state, code: 'c0de' } });
    expect(finished.json()).toMatchObject({ state: 'connected' });
  });

  it('says that it was declined, and escapes what the host said', async () => {
    const started = await student.ask('wallet', 'POST', '/connections', { bearer: student.session, body: { host } });
    const query = new URLSearchParams({ state: stateOf(started), error: '<script>' });
    const page = await student.ask('wallet', 'GET', `/connections/callback?${query}`);
    expect(page.status).toBe(403);
    expect(page.body.toString('utf8')).toContain('接続されませんでした');
    expect(page.body.toString('utf8')).toContain('&lt;script&gt;');
    expect(page.body.toString('utf8')).not.toContain('<script>');
  });
});

describe('the connections of a school', () => {
  const base = '/schools/mihon-university';

  it('send what it issued, as long as that counts', async () => {
    const { schoolToken: bearer } = student;
    expect((await connect('issuer', `${base}/connections`, bearer)).status).toBe(200);
    const push = (credential: string, connection = 'connection_0001') =>
      student.ask('issuer', 'POST', `${base}/credentials/${credential}/push`, { bearer, body: { connection } });
    expect((await push('cred_0001')).json()).toEqual({ replaced: false });
    expect(received).toHaveLength(1);
    expect((await push('cred_9999')).json()).toMatchObject({ code: 'credential-unknown' });
    expect((await push('cred_0001', 'connection_9999')).json()).toMatchObject({ code: 'not-found' });
    await student.ask('issuer', 'POST', `${base}/credentials/cred_0001/revoke`, { bearer, body: { reason: '退学' } });
    expect((await push('cred_0001')).json()).toMatchObject({ code: 'credential-revoked' });
    expect(received).toHaveLength(1);
    expect((await student.ask('issuer', 'GET', `${base}/connections`, { bearer })).json()).toMatchObject({
      connections: [{ connection: 'connection_0001' }],
    });
    expect((await student.ask('issuer', 'DELETE', `${base}/connections/connection_0001`, { bearer })).status).toBe(200);
  });

  it('are not of the students', async () => {
    const { session: bearer } = student;
    const response = await student.ask('issuer', 'POST', `${base}/connections`, { bearer, body: { host } });
    expect(response.status).toBe(401);
  });
});
