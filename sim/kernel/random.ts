import { hash } from 'node:crypto';
import { countUp } from './counter.ts';
import type { Store } from './store.ts';

/**
 * Named streams of random values: a draw from one stream never shifts another. A value is SHA-256 over seed, stream
 * and count, so that a stream's whole state is one counter row. Draws count as writes: only inside a command.
 */
export interface Random {
  /** `size` ≤ 32 bytes. */
  bytes(stream: string, size: number): Buffer;
  /** 0 ≤ n < `below` ≤ 2^32. */
  integer(stream: string, below: number): number;
  /** True with probability n / of; integers, so that no rounding decides. */
  chance(stream: string, n: number, of: number): boolean;
  /** An unguessable one-time value of 32 bytes, base64url: 43 characters. */
  token(stream: string): string;
  /** A version 4 UUID (RFC 9562 §5.4). */
  uuid(stream: string): string;
}

export function createRandom(seed: number, store: Store): Random {
  const draw = (stream: string) =>
    hash('sha256', `todoku random|${seed}|${stream}|${countUp(store, `random/${stream}`)}`, 'buffer');
  const random: Random = {
    bytes: (stream, size) => draw(stream).subarray(0, size),
    // 48 random bits keep the bias of the remainder below 2^-16 for every `below` in range.
    integer: (stream, below) => draw(stream).readUIntBE(0, 6) % below,
    chance: (stream, n, of) => random.integer(stream, of) < n,
    token: (stream) => draw(stream).toString('base64url'),
    uuid(stream) {
      const bytes = draw(stream).subarray(0, 16);
      bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
      bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
      const hex = bytes.toString('hex');
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
    },
  };
  return random;
}
