import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServices, type ServiceName } from '#sim/api';
import { credentialsOf } from '../../fuzz/api-credentials.ts';
import { type Operation, operationsOf } from '../../fuzz/api-document.ts';
import { phone } from '../../fuzz/furnished-world.ts';
import { type FuzzedWorld, fuzzedWorld } from '../../fuzz/fuzzed-world.ts';

let furnished: FuzzedWorld;
let operations: readonly Operation[];
const servers = new Map<string, Server>();

beforeAll(async () => {
  furnished = await fuzzedWorld();
  operations = await operationsOf(furnished.world, furnished.play.fetch);
  const { applications } = createServices(furnished.world);
  for (const [name, application] of Object.entries(applications)) {
    const server = createServer(application);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    servers.set(name, server);
  }
});

afterAll(() => {
  for (const server of servers.values()) {
    server.closeAllConnections();
    server.close();
  }
  furnished.world[Symbol.dispose]();
});

/** The bytes that a connection is answered with, up to the end of the head. */
async function headAfter(service: ServiceName, bytes: string): Promise<string> {
  const server = servers.get(service);
  if (server === undefined) throw new TypeError(`nobody serves ${service}`);
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  socket.setEncoding('latin1');
  // The server may hang up on what it refuses.
  socket.on('error', () => undefined);
  socket.write(bytes, 'latin1');
  let head = '';
  for await (const chunk of socket) {
    head += String(chunk);
    if (head.includes('\r\n\r\n')) break;
  }
  socket.destroy();
  return head;
}

describe('a body that is too large', () => {
  it('is refused by every operation that takes one, before it is sent', { timeout: 60_000 }, async () => {
    const taking = operations.filter(({ body }) => body !== undefined);
    expect(taking.length).toBeGreaterThan(10);
    for (const { service, id, method, path, body, scheme } of taking) {
      const address = path.replace('{school}', 'mihon-university').replace(/\{\w+\}/g, 'cred_0001');
      const authorization = scheme === undefined ? undefined : credentialsOf(scheme, furnished, address)?.right[0];
      const [mediaType = ''] = Object.keys(body?.content ?? {});
      const head = await headAfter(
        service,
        [
          `${method} ${address} HTTP/1.1`,
          'host: localhost',
          `user-agent: ${phone}`,
          ...(authorization === undefined ? [] : [`authorization: ${authorization}`]),
          `content-type: ${mediaType.replace('*/*', 'text/csv')}`,
          'content-length: 1000000000',
          '\r\n{"a',
        ].join('\r\n'),
      );
      expect(head.split('\r\n')[0], id).toMatch(/413/);
    }
  });

  it('is refused when its length is not told, as soon as it is over the limit', async () => {
    const chunk = `${'a'.repeat(0x10000)}\r\n`;
    const head = await headAfter(
      'wallet',
      `POST /password-resets HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n${`10000\r\n${chunk}`.repeat(4)}`,
    );
    expect(head).toMatch(/^HTTP\/1\.1 413 /);
  });
});

describe('a request that is two to somebody', () => {
  const start = 'POST /password-resets HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n';
  it.each([
    [
      'a length and chunks',
      `${start}content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /openapi.json HTTP/1.1\r\n\r\n`,
    ],
    ['two lengths', `${start}content-length: 2\r\ncontent-length: 40\r\n\r\n{}`],
    ['a line of its own in a field', 'GET /openapi.json HTTP/1.1\r\nhost: localhost\r\nx: a\rb: c\r\n\r\n'],
    ['no host', 'GET /openapi.json HTTP/1.1\r\n\r\n'],
    ['a space before the colon', 'GET /openapi.json HTTP/1.1\r\nhost: localhost\r\ncontent-length : 5\r\n\r\n'],
    ['a NUL in the path', 'GET /\0 HTTP/1.1\r\nhost: localhost\r\n\r\n'],
  ])('is refused: %s', async (_what, bytes) => {
    expect(await headAfter('wallet', bytes)).toMatch(/^HTTP\/1\.1 400 /);
    // The next one is answered as if nothing had been.
    const after = await headAfter('wallet', 'GET /openapi.json HTTP/1.1\r\nhost: localhost\r\n\r\n');
    expect(after).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('cannot put a field into an answer', async () => {
    const head = await headAfter('wallet', 'GET /receive/a%0d%0aset-cookie:%20a=b HTTP/1.1\r\nhost: localhost\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(head).not.toMatch(/^set-cookie/im);
  });
});
