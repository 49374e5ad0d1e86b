import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { describe, expect, it } from 'vitest';
import { inProcessFetch } from './in-process-fetch.ts';

const app = express();
app.disable('x-powered-by');
app.use(express.json({ limit: '1kb' }));
app.use(express.text({ type: 'text/csv' }));
app.post('/echo/:id', (request, response) => {
  response
    .status(201)
    .set('x-host', request.hostname)
    .json({ id: request.params.id, q: request.query.q, body: request.body, secure: request.get('authorization') });
});
app.get('/empty', (_request, response) => void response.status(204).end());
app.get('/pieces', (_request, response) => {
  response.write('一');
  response.write(Buffer.from('二'));
  response.end('三');
});
app.get('/cookies', (_request, response) => {
  response.cookie('a', '1', { path: '/' }).cookie('b', '2', { httpOnly: true }).end();
});
app.get('/fails', () => {
  throw new Error('boom');
});
app.use(
  (error: { status?: number }, _request: express.Request, response: express.Response, _next: express.NextFunction) => {
    response.status(error.status ?? 500).json({ failed: true });
  },
);

const fetchIn = inProcessFetch({ 'https://wallet.test': app });
const post = (body: string | Uint8Array, type = 'application/json') =>
  fetchIn('https://wallet.test/echo/a%20b?q=1', {
    method: 'POST',
    headers: { 'Content-Type': type, Authorization: 'x' },
    body,
  });

describe('inProcessFetch', () => {
  it('answers as the same application does behind a socket', async () => {
    const server = createServer(app).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const requests: [string, { method?: string; headers?: Record<string, string>; body?: string }][] = [
      ['/echo/a%20b?q=1', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"名":"花子"}' }],
      ['/echo/1', { method: 'POST', headers: { 'content-type': 'text/csv' }, body: '学籍番号,氏名\n' }],
      ['/echo/1', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"broken' }],
      ['/echo/1', { method: 'POST', headers: { 'content-type': 'application/json' }, body: `"${'x'.repeat(2000)}"` }],
      ['/empty', {}],
      ['/pieces', {}],
      ['/fails', {}],
      ['/nowhere', {}],
    ];
    for (const [path, request] of requests) {
      const outside = await fetch(origin + path, request);
      const inside = await fetchIn(`https://wallet.test${path}`, request);
      expect(inside.status, path).toBe(outside.status);
      expect(inside.body.toString('utf8').replaceAll('wallet.test', ''), path).toBe(await outside.text());
      expect(inside.headers['content-type'], path).toBe(outside.headers.get('content-type') ?? undefined);
    }
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('carries the host, the query, the headers and bytes', async () => {
    const response = await post(new TextEncoder().encode('{"a":1}'));
    expect(response.status).toBe(201);
    expect(response.headers['x-host']).toBe('wallet.test');
    expect(response.json()).toEqual({ id: 'a b', q: '1', body: { a: 1 }, secure: 'x' });
  });

  it('keeps several cookies apart', async () => {
    const { cookies } = await fetchIn('https://wallet.test/cookies');
    expect(cookies).toEqual(['a=1; Path=/', 'b=2; Path=/; HttpOnly']);
    expect((await fetchIn('https://wallet.test/empty')).cookies).toEqual([]);
  });

  it('reaches nothing but the origins it was given', async () => {
    await expect(fetchIn('https://elsewhere.test/')).rejects.toThrow('nothing answers at https://elsewhere.test');
  });
});
