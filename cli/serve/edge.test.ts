import { type RequestHandler, Router } from 'express';
import { Type } from 'typebox';
import { describe, expect, test, vi } from 'vitest';
import { inProcessFetch, operationOf } from '#sim/api';
import { ServiceError } from '#sim/errors';
import type { Fetch } from '#sim/kernel';
import { type EdgeOptions, edgeOf } from './edge.ts';

const token = operationOf<undefined>()({
  id: 'token',
  method: 'post',
  path: '/oauth/{client}/token',
  tag: 'OAuth',
  summary: { ja: 'トークン', en: 'Token' },
  wire: 'oauth',
  answers: { 200: { description: 'It.', content: { 'application/json': Type.Object({}) } } },
  handle: () => ({ status: 200, body: {} }),
});

const origin = 'http://localhost:8081';

function edge(
  options: Partial<EdgeOptions> = {},
  application: RequestHandler = (_, response) => void response.end('in'),
) {
  const service = { operations: [token], wire: 'problem' } as const;
  const guarded = edgeOf(
    { service: service as never, reference: Router(), application },
    { corsOrigins: [], requestsPerMinute: 0, ...options },
  );
  const fetchIn = inProcessFetch({ [origin]: guarded, 'http://evil.example': guarded });
  return (path: string, request: Parameters<Fetch>[1] = {}, at = origin) => fetchIn(at + path, request);
}

describe('the edge of a service', () => {
  test('lets a plain request of a program pass, with headers that hold a browser tight', async () => {
    const answer = await edge()('/x', { method: 'POST' });
    expect([answer.status, String(answer.body)]).toEqual([200, 'in']);
    expect(answer.headers['content-security-policy']).toMatch(
      /^default-src 'none';base-uri 'none';frame-ancestors 'none';style-src 'sha256-[\w+/]{43}=';img-src 'self' data:$/,
    );
    expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    expect(answer.headers).not.toHaveProperty('strict-transport-security');
    expect(answer.headers).not.toHaveProperty('x-powered-by');
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
  });

  test('answers under names of loopback alone', async () => {
    const answer = await edge()('/x', {}, 'http://evil.example');
    expect([answer.status, answer.json()]).toMatchObject([421, { code: 'host-foreign' }]);
  });

  test('takes nothing that a page of another site makes a browser send', async () => {
    const post = (headers: Record<string, string>, options: Partial<EdgeOptions> = {}) =>
      edge(options)('/x', { method: 'POST', headers }).then(({ status }) => status);
    expect(await post({ origin: 'https://evil.example' })).toBe(403);
    expect(await post({ origin: 'null' })).toBe(403);
    expect(await post({ origin: 'null', 'sec-fetch-site': 'cross-site' })).toBe(403);
    // A form of our own page, which names no referrer.
    expect(await post({ origin: 'null', 'sec-fetch-site': 'same-origin' })).toBe(200);
    expect(await post({ origin })).toBe(200);
    expect(await post({ origin: 'https://app.example' }, { corsOrigins: ['https://app.example'] })).toBe(200);
    const upgrade = { origin: 'https://evil.example', upgrade: 'websocket', connection: 'upgrade' };
    expect((await edge()('/x', { headers: upgrade })).status).toBe(403);
  });

  test('lets pages of a named origin read, and answers what their browsers ask before', async () => {
    const ask = edge({ corsOrigins: ['https://app.example'] });
    const headers = { origin: 'https://app.example' };
    const read = await ask('/x', { headers });
    expect(read.headers).toMatchObject({ 'access-control-allow-origin': 'https://app.example', vary: 'Origin' });
    const question = { ...headers, 'access-control-request-method': 'PUT' };
    const told = await ask('/x', { method: 'OPTIONS', headers: question });
    expect([told.status, told.headers['access-control-allow-methods']]).toEqual([204, 'GET, HEAD, POST, PUT, DELETE']);
    expect(told.headers['access-control-allow-headers']).toContain('Authorization');
    const foreign = await ask('/x', { headers: { origin: 'https://evil.example' } });
    expect(foreign.headers).not.toHaveProperty('access-control-allow-origin');
  });

  test('has enough of too many requests, in the form of the operation that was meant', async () => {
    const ask = edge({ requestsPerMinute: 1 });
    expect((await ask('/x')).status).toBe(200);
    const refused = await ask('/x');
    expect([refused.status, refused.json()]).toMatchObject([429, { code: 'rate-limited' }]);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    const oauth = await ask('/oauth/abc/token', { method: 'POST' });
    expect(oauth.json()).toEqual({ error: expect.any(String), error_description: expect.any(String) });
  });

  test('says of a mistake of ours that it is one, and nothing of its insides', async () => {
    const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const answer = await edge({}, () => {
      throw new TypeError('the secret is 42');
    })('/x');
    expect(written).toHaveBeenCalledOnce();
    written.mockRestore();
    expect([answer.status, answer.json()]).toMatchObject([500, { code: 'server-error' }]);
    expect(String(answer.body)).not.toContain('42');
    const known = await edge({}, (_request, _response, next) => next(new ServiceError('not-found')))('/x');
    expect(known.json()).toMatchObject({ code: 'not-found' });
  });

  test('hears of a path that can be read in two ways before any service does', async () => {
    const answer = await edge()('/a%2Fb');
    expect([answer.status, answer.json()]).toMatchObject([400, { code: 'request-target-invalid' }]);
    expect((await edge()(`/?${'x'.repeat(9_000)}`)).json()).toMatchObject({ code: 'request-target-too-long' });
  });
});
