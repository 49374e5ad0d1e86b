import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { PageReply, PageRequest } from '../window/app-window.ts';
import { createGateway } from './gateway.ts';
import { createNetwork } from './network.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.closeAllConnections();
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function asked(url: string, more: Partial<PageRequest> = {}): PageRequest {
  return { method: 'GET', url, headers: {}, body: undefined, isNavigation: false, ...more };
}

async function textOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

describe('a gateway', () => {
  test('is asked for every logical origin, by a header', async () => {
    const seen: unknown[] = [];
    const url = await serve(async (request, response) => {
      const { host, ...headers } = request.headers;
      seen.push([request.method, request.url, headers, await textOf(request)]);
      response.end('yes');
    });
    const reply = await createGateway(url)(
      asked('https://wallet.openbadge.test/accounts?x=1', {
        method: 'POST',
        headers: { 'User-Agent': 'Phone', 'content-type': 'text/plain', Connection: 'keep-alive', Host: 'evil.test' },
        body: Buffer.from('花子'),
      }),
    );
    expect(Buffer.from(reply?.body ?? []).toString()).toBe('yes');
    expect(seen).toEqual([
      [
        'POST',
        '/accounts?x=1',
        {
          'user-agent': 'Phone',
          'content-type': 'text/plain',
          'content-length': '6',
          'x-todoku-origin': 'https://wallet.openbadge.test',
          connection: 'close',
        },
        '花子',
      ],
    ]);
  });

  test('passes an answer on as it came: several cookies, a redirect', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(302, {
        Location: '/next',
        'Set-Cookie': ['a=1; Expires=Wed, 01 Apr 2026 00:00:00 GMT', 'b=2'],
      });
      response.end();
    });
    const reply = (await createGateway(url)(asked('https://school.test/'))) as PageReply;
    expect(reply.status).toBe(302);
    expect(reply.headers).toEqual(
      expect.arrayContaining([
        ['Location', '/next'],
        ['Set-Cookie', 'a=1; Expires=Wed, 01 Apr 2026 00:00:00 GMT'],
        ['Set-Cookie', 'b=2'],
      ]),
    );
  });

  test('is not asked for a served world, which has a port of its own', async () => {
    const world = await serve((request, response) =>
      response.end(`${request.headers['x-todoku-origin']} ${request.url}`),
    );
    const reply = await createGateway('http://127.0.0.1:9')(asked(`${world}/mail/`));
    expect(Buffer.from(reply?.body ?? []).toString()).toBe('undefined /mail/');
  });

  test.each([
    ['nobody listens', 'http://127.0.0.1:9', 'https://wallet.openbadge.test/'],
    ['there is none', undefined, 'https://wallet.openbadge.test/'],
    ['the scheme is another one', 'http://127.0.0.1:9', 'ftp://wallet.openbadge.test/'],
  ])('answers nothing when %s', async (_name, url, page) => {
    expect(await createGateway(url)(asked(page))).toBeUndefined();
  });

  test('whose connection ends in the middle has answered nothing', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '10' });
      response.write('half', () => response.destroy());
    });
    expect(await createGateway(url)(asked('https://wallet.openbadge.test/'))).toBeUndefined();
  });
});

describe('the network of a phone', () => {
  const yes: PageReply = { status: 200, headers: [], body: Buffer.alloc(25_000) };
  const page = 'https://wallet.openbadge.test/receive/x';

  test('off reaches nobody', async () => {
    let count = 0;
    const network = createNetwork(
      async () => {
        count += 1;
        return yes;
      },
      async () => undefined,
    );
    network.set('off');
    expect(await network.ask(asked(page))).toBe('offline');
    expect(count).toBe(0);
    network.set('on');
    expect(await network.ask(asked(page))).toBe(yes);
  });

  test('lost-after-request: the service hears of it, the page does not, and then all is well', async () => {
    const heard: string[] = [];
    const network = createNetwork(
      async ({ url }) => {
        heard.push(url);
        return yes;
      },
      async () => undefined,
    );
    network.set('lost-after-request');
    // A font that a page asks for meanwhile is not the request that is meant.
    expect(await network.ask(asked('https://wallet.openbadge.test/built/a.woff2'))).toBe(yes);
    expect(await network.ask(asked(page, { method: 'POST' }))).toBe('offline');
    expect(network.state).toBe('on');
    expect(await network.ask(asked(page))).toBe(yes);
    expect(heard).toHaveLength(3);
  });

  test('slow takes a round trip and its time for every byte', async () => {
    const pauses: number[] = [];
    const network = createNetwork(
      async () => yes,
      async (ms) => void pauses.push(ms),
    );
    network.set('slow');
    expect(await network.ask(asked(page))).toBe(yes);
    expect(pauses).toEqual([900]);
  });

  test('nobody there is unreachable', async () => {
    const network = createNetwork(
      async () => undefined,
      async () => undefined,
    );
    expect(await network.ask(asked(page))).toBe('unreachable');
  });
});
