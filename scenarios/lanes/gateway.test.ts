import { describe, expect, it } from 'vitest';
import { createEgress } from '#sim/egress';
import { createGateway, originHeader } from './gateway.ts';

const site = 'https://wallet.test';

async function opened(seen: Record<string, unknown>[] = []) {
  return createGateway({
    [site]: (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { host, [originHeader]: origin } = request.headers;
        seen.push({ method: request.method, url: request.url, host, origin, body: Buffer.concat(chunks).toString() });
        response.setHeader('x-answer', 'ok').end('{"well":true}');
      });
    },
  });
}

/** One request, byte by byte; the whole answer until the connection ends. */
async function raw(url: string, lines: readonly string[]): Promise<string> {
  const { hostname: host, port } = new URL(url);
  const socket = await createEgress({ hosts: [host] }).connect({ host, port: Number(port) });
  socket.write(`${[...lines, 'Connection: close'].join('\r\n')}\r\n\r\n`);
  let answer = '';
  try {
    for await (const chunk of socket) answer += String(chunk);
  } catch {
    // A connection that is cut off has said what it had to say.
  }
  return answer;
}

describe('the gateway', () => {
  it('carries a request over a socket to the site that it names, which sees itself at its own address', async () => {
    const seen: Record<string, unknown>[] = [];
    await using gateway = await opened(seen);
    const answer = await gateway.fetch(`${site}/a/b?c=1`, { method: 'POST', body: 'こんにちは' });
    expect(answer.status).toBe(200);
    expect(answer.json()).toEqual({ well: true });
    expect(answer.headers['x-answer']).toBe('ok');
    expect(seen).toEqual([
      { method: 'POST', url: '/a/b?c=1', host: 'wallet.test', origin: undefined, body: 'こんにちは' },
    ]);
  });

  it('tells nothing of the machine’s date', async () => {
    await using gateway = await opened();
    expect((await gateway.fetch(site)).headers.date).toBeUndefined();
  });

  it('is silent about a site that is not there, as a host is that nobody runs', async () => {
    await using gateway = await opened();
    await expect(gateway.fetch('https://elsewhere.example/x')).rejects.toThrow(
      new TypeError('fetch failed: nothing answers at https://elsewhere.example'),
    );
    // No member of every object is a site.
    const head = ['GET / HTTP/1.1', 'Host: 127.0.0.1', `${originHeader}: constructor`];
    expect(await raw(gateway.url, head)).toBe('');
  });

  it('refuses what does not say which site is meant, and a name that was rebound to loopback', async () => {
    const seen: Record<string, unknown>[] = [];
    await using gateway = await opened(seen);
    expect(await raw(gateway.url, ['GET / HTTP/1.1', 'Host: 127.0.0.1'])).toMatch(/^HTTP\/1.1 400 .*x-todoku-origin/s);
    // The preflight of a page of the web: it never gets the header through.
    const preflight = ['OPTIONS / HTTP/1.1', 'Host: 127.0.0.1', 'Origin: https://evil.example'];
    expect(await raw(gateway.url, preflight)).not.toMatch(/access-control/i);
    const rebound = ['GET / HTTP/1.1', 'Host: evil.example', `${originHeader}: ${site}`];
    expect(await raw(gateway.url, rebound)).toMatch(/^HTTP\/1.1 400 /);
    expect(seen).toEqual([]);
  });

  it('listens no more once it is closed', async () => {
    const gateway = await opened();
    await gateway[Symbol.asyncDispose]();
    await expect(gateway.fetch(site)).rejects.toThrow('fetch failed');
  });
});
