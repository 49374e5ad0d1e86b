import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { type Connection, fixtureCertificate, listenOnLoopback } from './index.ts';

const usual = { port: 0, connectionsMax: 10, full: 'full\r\n', idleMs: 60_000 };

/** Answers what comes with the same, `TLS` by going over, and `rise` by failing. */
function echo(connection: Connection) {
  return {
    async receive(bytes: Buffer) {
      if (bytes.toString() === 'rise') throw new TypeError('a mistake');
      await connection.write(bytes);
      if (bytes.toString() === 'TLS') connection.startTls();
    },
    idled: () => void connection.write('idle\r\n'),
    closed: () => undefined,
  };
}

/** What comes until the connection is closed, when `bytes` are sent and the own half is ended. */
function said(port: number, bytes: string | undefined): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
    socket.on('error', () => undefined);
    socket.once('close', () => resolve(text));
    if (bytes !== undefined) socket.end(bytes);
  });
}

describe('a connection on loopback', () => {
  it('is answered to the end though the client has hung up its half', async () => {
    await using server = await listenOnLoopback(usual, echo);
    expect(await said(server.port, 'hello')).toBe('hello');
  });

  it('ends when its conversation fails, and the others go on', async () => {
    await using server = await listenOnLoopback(usual, echo);
    expect(await said(server.port, 'rise')).toBe('');
    expect(await said(server.port, 'still here')).toBe('still here');
  });

  it('is closed when a browser speaks on it, whatever follows', async () => {
    await using server = await listenOnLoopback(usual, echo);
    expect(await said(server.port, 'POST / HTTP/1.1\r\n\r\na LOGIN x y\r\n')).toBe('');
  });

  it('is finished before the server is', async () => {
    const done: string[] = [];
    const begun = Promise.withResolvers<void>();
    const server = await listenOnLoopback(usual, () => ({
      async receive(bytes) {
        begun.resolve();
        await new Promise((resolve) => connect(server.port, '127.0.0.1').once('error', resolve).once('close', resolve));
        done.push(bytes.toString());
      },
      idled: () => undefined,
      closed: () => done.push('closed'),
    }));
    const client = connect(server.port, '127.0.0.1');
    client.on('error', () => undefined).write('work');
    await begun.promise;
    await server[Symbol.asyncDispose]();
    expect(done).toContain('work');
  });

  it('is told that nothing came for too long, and closed', async () => {
    await using server = await listenOnLoopback({ ...usual, idleMs: 10 }, echo);
    expect(await said(server.port, undefined)).toBe('idle\r\n');
  });

  it('is one too many at some time, and not any more when others have gone', async () => {
    await using server = await listenOnLoopback({ ...usual, connectionsMax: 1 }, echo);
    const first = connect(server.port, '127.0.0.1');
    await new Promise((resolve) => first.once('connect', resolve).write('x'));
    await new Promise((resolve) => first.once('data', resolve));
    expect(await said(server.port, undefined)).toBe('full\r\n');
    first.end();
    await new Promise((resolve) => first.once('close', resolve));
    expect(await said(server.port, 'x')).toBe('x');
  });

  it('goes over to TLS under a certificate for localhost and 127.0.0.1', async () => {
    await using server = await listenOnLoopback(usual, echo);
    const plain = connect(server.port, '127.0.0.1');
    plain.write('TLS');
    await new Promise((resolve) => plain.once('data', resolve));
    const secure = connectTls({ socket: plain, ca: fixtureCertificate.cert, host: '127.0.0.1' });
    await new Promise((resolve, reject) => secure.once('secureConnect', resolve).once('error', reject));
    secure.write('inside');
    const answer = await new Promise<Buffer>((resolve) => secure.once('data', resolve));
    expect([secure.authorized, answer.toString()]).toEqual([true, 'inside']);
    secure.destroy();
  });

  it('is over when a client inside TLS is gone in the middle', async () => {
    const closed = Promise.withResolvers<void>();
    await using server = await listenOnLoopback(usual, (connection) => ({
      ...echo(connection),
      closed: () => closed.resolve(),
    }));
    const plain = connect(server.port, '127.0.0.1');
    plain.write('TLS');
    await new Promise((resolve) => plain.once('data', resolve));
    const secure = connectTls({ socket: plain, rejectUnauthorized: false });
    await new Promise((resolve) => secure.once('secureConnect', resolve));
    secure.on('error', () => undefined);
    plain.resetAndDestroy();
    await closed.promise;
  });

  it('is over when what comes is no TLS after all', async () => {
    await using server = await listenOnLoopback(usual, echo);
    const plain = connect(server.port, '127.0.0.1');
    plain.write('TLS');
    await new Promise((resolve) => plain.once('data', resolve));
    plain.on('error', () => undefined).write('a LOGIN x y\r\n');
    await new Promise((resolve) => plain.once('close', resolve));
  });

  it('of a client that does not read is cut off, not kept in memory', async () => {
    let isCut: () => void = () => undefined;
    const cut = new Promise<void>((resolve) => (isCut = resolve));
    const chunk = Buffer.alloc(8 * 1024 ** 2);
    await using server = await listenOnLoopback(usual, (connection) => ({
      async receive() {
        for (let turn = 0; turn < 20; turn += 1) void connection.write(chunk);
      },
      idled: () => undefined,
      closed: isCut,
    }));
    const deaf = connect(server.port, '127.0.0.1');
    deaf.on('error', () => undefined).pause();
    deaf.write('x');
    await cut;
    deaf.destroy();
  });

  it('is refused where the port is taken', async () => {
    await using server = await listenOnLoopback(usual, echo);
    await expect(listenOnLoopback({ ...usual, port: server.port }, echo)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
