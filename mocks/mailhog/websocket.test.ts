import type { IncomingMessage } from 'node:http';
import { Duplex } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { acceptOf, acceptWebSocket, frame } from './websocket.ts';

const key = 'dGhlIHNhbXBsZSBub25jZQ==';
const asking = { upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': key };

/** A connection whose bytes are written down. */
function connection(headers: object = asking, method = 'GET') {
  const written: Buffer[] = [];
  const socket = new Duplex({
    read: () => undefined,
    write(chunk: Buffer, _encoding, done) {
      written.push(Buffer.from(chunk));
      done();
    },
  });
  const closed = new Promise<void>((resolve) => socket.once('close', resolve));
  const client = acceptWebSocket({ method, headers } as IncomingMessage, socket, () => undefined);
  const text = () => Buffer.concat(written).toString('latin1');
  return {
    client,
    socket,
    closed,
    text,
    afterHead: () => Buffer.from(text().split('\r\n\r\n').slice(1).join(''), 'latin1'),
  };
}

/** A frame as a client sends it. */
function masked(opcode: number, payload: string): Buffer {
  const mask = [1, 2, 3, 4];
  const bytes = [...Buffer.from(payload)].map((byte, at) => byte ^ (mask[at % 4] ?? 0));
  return Buffer.from([0x80 | opcode, 0x80 | payload.length, ...mask, ...bytes]);
}

const heard = (socket: Duplex, bytes: Buffer): boolean => socket.emit('data', bytes);

describe('a WebSocket', () => {
  it('is accepted with the answer to its key that the RFC gives', () => {
    // https://www.rfc-editor.org/rfc/rfc6455#section-1.3
    expect(acceptOf(key)).toBe('s3pPLMBiTxaQ9kYGzzhZRbK+xOo=');
    expect(connection().text()).toBe(
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n',
    );
  });

  it.each([
    ['another version', { ...asking, 'sec-websocket-version': '8' }, 'GET'],
    ['no key', { ...asking, 'sec-websocket-key': undefined }, 'GET'],
    ['a key of another length', { ...asking, 'sec-websocket-key': 'AA==' }, 'GET'],
    ['another protocol', { ...asking, upgrade: 'h2c' }, 'GET'],
    ['another method', asking, 'POST'],
  ])('is refused for %s', (_why, headers, method) => {
    const { client, text } = connection(headers, method);
    expect(client).toBeUndefined();
    expect(text()).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  });

  it.each([
    [0, '8100'],
    [125, '817d'],
    [126, '817e007e'],
    [65_535, '817effff'],
    [65_536, '817f0000000000010000'],
  ])('frames %i bytes of text behind %s', (size, head) => {
    const framed = frame(1, Buffer.alloc(size));
    expect(framed.subarray(0, head.length / 2).toString('hex')).toBe(head);
    expect(framed).toHaveLength(head.length / 2 + size);
  });

  it('answers a ping, whole or in pieces, with what it held', () => {
    const { socket, afterHead } = connection();
    const ping = masked(0x9, 'hello');
    heard(socket, ping);
    for (const byte of ping) heard(socket, Buffer.from([byte]));
    expect(afterHead()).toEqual(Buffer.concat([frame(0xa, Buffer.from('hello')), frame(0xa, Buffer.from('hello'))]));
  });

  it.each([
    ['a close is answered with its code', masked(0x8, '\x03\x28bye'), [0x03, 0x28]],
    ['text is more than it reads', masked(0x1, 'ab'), [0x03, 0xf1]],
    ['a frame without a mask breaks the protocol', Buffer.from([0x89, 0x00]), [0x03, 0xea]],
    ['a reserved bit breaks the protocol', Buffer.from([0xf9, 0x80, 1, 2, 3, 4]), [0x03, 0xea]],
    ['a long ping breaks the protocol', Buffer.from([0x89, 0xfe]), [0x03, 0xea]],
  ])('is closed: %s', async (_why, bytes, payload) => {
    const { socket, client, afterHead } = connection();
    heard(socket, bytes);
    client?.send('too late');
    expect(afterHead()).toEqual(frame(0x8, Buffer.from(payload)));
  });
});
