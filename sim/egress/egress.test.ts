import { once } from 'node:events';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createEgress } from './egress.ts';
import { egressFetch } from './egress-fetch.ts';

async function listening(server: Server): Promise<{ port: number; [Symbol.asyncDispose](): Promise<void> }> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket.on('error', () => undefined)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

const web = (listener: RequestListener) => listening(createHttpServer(listener));

/** `mail.localhost` is this machine on every system. */
const resolve = async (): Promise<readonly string[]> => ['127.0.0.1'];

describe('an egress', () => {
  it('connects to what was named, at the address that was found', async () => {
    await using server = await listening(createServer((socket) => socket.end('hello')));
    const egress = createEgress({ hosts: ['mail.localhost'], resolve });
    const socket = await egress.connect({ host: 'mail.localhost', port: server.port });
    expect(socket.remoteAddress).toBe('127.0.0.1');
    expect(await once(socket, 'data')).toEqual([Buffer.from('hello')]);
    socket.destroy();
  });

  it('opens nothing when the host was not named', async () => {
    let connections = 0;
    await using server = await listening(createServer(() => (connections += 1)));
    const target = { host: '127.0.0.1', port: server.port };
    await expect(createEgress({ hosts: [] }).connect(target)).rejects.toMatchObject({ code: 'egress-not-named' });
    expect(connections).toBe(0);
  });

  it('tries each address of a host in turn', async () => {
    await using server = await listening(createServer((socket) => socket.end('hello')));
    const egress = createEgress({ hosts: ['localhost'], resolve: async () => ['::1', '127.0.0.1'] });
    const socket = await egress.connect({ host: 'localhost', port: server.port });
    expect(socket.remoteAddress).toBe('127.0.0.1');
    socket.destroy();
  });

  it('gives up when the name service does not answer', async () => {
    const egress = createEgress({
      hosts: ['mail.localhost'],
      resolve: () => new Promise(() => undefined),
      limits: { silenceMs: 20 },
    });
    await expect(egress.connect({ host: 'mail.localhost', port: 25 })).rejects.toMatchObject({ code: 'egress-failed' });
  });

  it('tries no more than four addresses', async () => {
    await using server = await listening(createServer((socket) => socket.end('hello')));
    const addresses = ['::1', '::1', '::1', '::1', '127.0.0.1'];
    const egress = createEgress({ hosts: ['localhost'], resolve: async () => addresses });
    await expect(egress.connect({ host: 'localhost', port: server.port })).rejects.toMatchObject({
      code: 'egress-failed',
    });
  });

  it('says why it could not connect', async () => {
    const { port } = await listening(createServer()).then(async (server) => {
      await server[Symbol.asyncDispose]();
      return server;
    });
    await expect(createEgress({ hosts: ['127.0.0.1'] }).connect({ host: '127.0.0.1', port })).rejects.toMatchObject({
      code: 'egress-failed',
      parameters: { host: `127.0.0.1:${port}`, reason: 'ECONNREFUSED' },
    });
  });

  it('takes no certificate that is not for the name', async () => {
    await using server = await listening(createServer((socket) => socket.end('not TLS at all')));
    const egress = createEgress({ hosts: ['127.0.0.1'] });
    await expect(egress.connect({ host: '127.0.0.1', port: server.port, isSecure: true })).rejects.toMatchObject({
      code: 'egress-failed',
    });
  });
});

describe('HTTP through an egress', () => {
  const fetchOf = (limits = {}) => egressFetch(createEgress({ hosts: ['127.0.0.1'], limits }));

  it('carries method, header, and body in bytes, there and back', async () => {
    await using server = await web(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      response.writeHead(201, { 'X-Method': request.method, 'X-Type': request.headers['content-type'] });
      response.end(Buffer.concat([Buffer.from(`${request.url} `), ...chunks]));
    });
    const body = Buffer.from([0xff, 0x00, 0x80]);
    const answer = await fetchOf()(`http://127.0.0.1:${server.port}/a?b=c`, {
      method: 'PUT',
      headers: { 'Content-Type': 'x/y' },
      body,
    });
    expect(answer.status).toBe(201);
    expect(answer.headers).toMatchObject({ 'x-method': 'PUT', 'x-type': 'x/y' });
    expect(answer.body).toEqual(Buffer.concat([Buffer.from('/a?b=c '), body]));
  });

  it('follows no redirect', async () => {
    const asked: (string | undefined)[] = [];
    await using server = await web((request, response) => {
      asked.push(request.url);
      response.writeHead(302, { Location: '/elsewhere' }).end();
    });
    expect(await fetchOf()(`http://127.0.0.1:${server.port}/`)).toMatchObject({ status: 302 });
    expect(asked).toEqual(['/']);
  });

  it('gives up when the answer is too large, or does not come', async () => {
    await using large = await web((_request, response) => response.end(Buffer.alloc(100_000)));
    const url = `http://127.0.0.1:${large.port}/`;
    await expect(fetchOf({ bytesMax: 50_000 })(url)).rejects.toMatchObject({ code: 'egress-failed' });
    await using silent = await web(() => undefined);
    for (const limits of [{ silenceMs: 30 }, { lifetimeMs: 30 }]) {
      await expect(fetchOf(limits)(`http://127.0.0.1:${silent.port}/`)).rejects.toMatchObject({
        code: 'egress-failed',
      });
    }
  });

  it('gives up when the header is too large, or the protocol is another one', async () => {
    await using large = await web((_request, response) => response.writeHead(200, { 'X-A': 'a'.repeat(20_000) }).end());
    await expect(fetchOf()(`http://127.0.0.1:${large.port}/`)).rejects.toMatchObject({
      code: 'egress-failed',
      parameters: { reason: 'HPE_HEADER_OVERFLOW' },
    });
    await using other = await listening(
      createServer((socket) => socket.end('HTTP/1.1 101 x\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\nhello')),
    );
    await expect(fetchOf()(`http://127.0.0.1:${other.port}/`)).rejects.toMatchObject({ code: 'egress-failed' });
  });

  it('gives up when an answer comes by drops, without ever being silent', async () => {
    await using slow = await web((_request, response) => {
      const drop = setInterval(() => response.write('x'), 5);
      response.on('close', () => clearInterval(drop));
    });
    await expect(fetchOf({ lifetimeMs: 60 })(`http://127.0.0.1:${slow.port}/`)).rejects.toMatchObject({
      code: 'egress-failed',
    });
  });

  it.each([
    ['less than it said', 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx'],
    ['a chunk that is none', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'],
    ['nothing', ''],
    ['no HTTP', 'SSH-2.0-x\r\n'],
    ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx'],
  ])('takes no answer that is %s', async (_what, text) => {
    await using server = await listening(createServer((socket) => socket.end(text)));
    await expect(fetchOf()(`http://127.0.0.1:${server.port}/`)).rejects.toMatchObject({ code: 'egress-failed' });
  });

  it('lets no header of a request be made of two', async () => {
    let asked = 0;
    await using server = await web((_request, response) => {
      asked += 1;
      response.end();
    });
    const headers = { 'X-A': 'a\r\nX-B: b' };
    await expect(fetchOf()(`http://127.0.0.1:${server.port}/`, { headers })).rejects.toMatchObject({
      code: 'egress-failed',
    });
    expect(asked).toBe(0);
  });

  it.each(['', '/path', 'http://', 'data:text/plain,x', 'file:///etc/passwd', 'http://127.0.0.1%2f@other.example/'])(
    'goes not to %j',
    async (url) => {
      await expect(fetchOf()(url)).rejects.toMatchObject({ code: 'egress-not-named' });
    },
  );

  it.each(['http://u:p@127.0.0.1/', 'ftp://127.0.0.1/', 'http://other.example/', 'http://[::ffff:127.0.0.1]/'])(
    'goes not to %s',
    async (url) => {
      await expect(fetchOf()(url)).rejects.toMatchObject({ code: 'egress-not-named' });
    },
  );

  it('reads JSON, and an empty body as nothing', async () => {
    await using server = await web((request, response) => response.end(request.url === '/e' ? '' : '{"届":1}'));
    const fetch = fetchOf();
    expect((await fetch(`http://127.0.0.1:${server.port}/`)).json()).toEqual({ 届: 1 });
    expect((await fetch(`http://127.0.0.1:${server.port}/e`)).json()).toBeUndefined();
  });
});
