import { hash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** The server's side of a WebSocket that is only ever written to: https://www.rfc-editor.org/rfc/rfc6455 */
export interface TextSocket {
  send(text: string): void;
}

const opcodes = { text: 0x1, close: 0x8, ping: 0x9, pong: 0xa } as const;
const closeCodes = { protocolError: 1002, tooBig: 1009 } as const;

/** What a client may send of text or data: MailHog reads one byte and no more. */
const messageBytesMax = 1;

/**
 * Answers a request to upgrade, or refuses it with 400. `onClose` is called once the connection is gone.
 */
export function acceptWebSocket(request: IncomingMessage, socket: Duplex, onClose: () => void): TextSocket | undefined {
  const key = request.headers['sec-websocket-key'];
  const isAsked = request.headers.upgrade?.toLowerCase() === 'websocket' && request.method === 'GET';
  if (!isAsked || request.headers['sec-websocket-version'] !== '13' || !/^[\w+/]{22}==$/.test(key ?? '')) {
    socket.end('HTTP/1.1 400 Bad Request\r\nSec-WebSocket-Version: 13\r\nConnection: close\r\n\r\n');
    return undefined;
  }
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${acceptOf(key ?? '')}\r\n\r\n`,
  );
  let rest = Buffer.alloc(0);
  const close = (payload: Buffer): void => {
    if (socket.writable) socket.end(frame(opcodes.close, payload));
  };
  socket.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (let read = readFrame(rest); read !== 'incomplete'; read = readFrame(rest)) {
      if (typeof read === 'number') return close(closePayload(read));
      rest = rest.subarray(read.length);
      if (read.opcode === opcodes.close) return close(read.payload.subarray(0, 2));
      if (read.opcode === opcodes.ping) socket.write(frame(opcodes.pong, read.payload));
    }
  });
  socket.on('error', () => undefined);
  socket.on('end', () => socket.end());
  socket.once('close', onClose);
  return {
    send(text) {
      if (socket.writable) socket.write(frame(opcodes.text, Buffer.from(text)));
    },
  };
}

/** https://www.rfc-editor.org/rfc/rfc6455#section-4.2.2 , item 5.4 */
export function acceptOf(key: string): string {
  return hash('sha1', `${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`, 'base64');
}

/** https://www.rfc-editor.org/rfc/rfc6455#section-5.2 : one whole frame, not masked. */
export function frame(opcode: number, payload: Buffer): Buffer {
  const head = Buffer.alloc(payload.length < 126 ? 2 : payload.length < 0x10000 ? 4 : 10);
  head[0] = 0x80 | opcode;
  if (head.length === 2) head[1] = payload.length;
  else if (head.length === 4) {
    head[1] = 126;
    head.writeUInt16BE(payload.length, 2);
  } else {
    head[1] = 127;
    head.writeBigUInt64BE(BigInt(payload.length), 2);
  }
  return Buffer.concat([head, payload]);
}

interface Frame {
  readonly opcode: number;
  readonly payload: Buffer;
  /** Of the frame with its head. */
  readonly length: number;
}

/** A client's frame, unmasked; the code to close with when it is one that is not read. */
function readFrame(bytes: Buffer): Frame | 'incomplete' | number {
  const [first, second] = bytes;
  if (first === undefined || second === undefined) return 'incomplete';
  const opcode = first & 0x0f;
  const size = second & 0x7f;
  // A client masks every frame: https://www.rfc-editor.org/rfc/rfc6455#section-5.1
  if ((second & 0x80) === 0 || (first & 0x70) !== 0) return closeCodes.protocolError;
  if (opcode >= 0x8 ? size > 125 : size > messageBytesMax) {
    return opcode >= 0x8 ? closeCodes.protocolError : closeCodes.tooBig;
  }
  const length = 6 + size;
  if (bytes.length < length) return 'incomplete';
  const payload = Buffer.from(bytes.subarray(6, length));
  for (let at = 0; at < size; at += 1) payload[at] = (payload[at] ?? 0) ^ (bytes[2 + (at % 4)] ?? 0);
  return { opcode, payload, length };
}

function closePayload(code: number): Buffer {
  const payload = Buffer.alloc(2);
  payload.writeUInt16BE(code);
  return payload;
}
