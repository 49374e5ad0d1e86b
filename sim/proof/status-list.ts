import { constants, gunzipSync, gzipSync } from 'node:zlib';
import { ServiceError } from '../errors/index.ts';

/** The least that a list may hold, so that an entry hides among many: https://www.w3.org/TR/vc-bitstring-status-list/#validate-algorithm */
export const statusEntriesMin = 131_072;

/** 16,777,216 entries: far more than anyone issues against one list, and little enough to unpack without harm. */
const unpackedBytesMax = 2 * 1_024 * 1_024;
/** Random bits do not shrink: a list of the largest size, in base64url, and gzip's own bytes. */
const encodedLengthMax = Math.ceil((unpackedBytesMax * 4) / 3) + 4_096;

/**
 * The `encodedList` in which the given entries are set: multibase base64url of the gzipped bits, entry 0 being the
 * leftmost. The same entries give the same text on every machine. Throws RangeError for an entry outside of the list.
 * https://www.w3.org/TR/vc-bitstring-status-list/#bitstring-generation-algorithm
 */
export function encodeStatusList(set: Iterable<number>, entries: number = statusEntriesMin): string {
  const bits = Buffer.alloc(Math.ceil(entries / 8));
  for (const index of set) {
    if (!Number.isInteger(index) || index < 0 || index >= entries) throw new RangeError(`no entry ${index}`);
    bits.writeUInt8(bits.readUInt8(index >> 3) | (0x80 >> (index & 7)), index >> 3);
  }
  // Run lengths alone: finding longer matches uses what the processor offers, and comes out differently with it.
  const packed = gzipSync(bits, { level: 9, strategy: constants.Z_RLE });
  // The operating system, which zlib writes down, is nobody's business: 255 is "unknown" (RFC 1952 §2.3).
  packed.writeUInt8(255, 9);
  return `u${packed.toString('base64url')}`;
}

/**
 * The bits of an `encodedList`. Throws ServiceError `status-list-encoding`, `status-list-too-large`,
 * `status-list-short`. https://www.w3.org/TR/vc-bitstring-status-list/#bitstring-expansion-algorithm
 */
export function decodeStatusList(encodedList: unknown): Uint8Array {
  if (typeof encodedList !== 'string' || encodedList[0] !== 'u') throw new ServiceError('status-list-encoding');
  if (encodedList.length > encodedLengthMax) throw new ServiceError('status-list-too-large');
  // Whoever pads, or writes plain base64, does not write multibase `u`: https://www.w3.org/TR/vc-data-integrity/#multibase-0
  if (!/^u[\w-]+$/.test(encodedList)) throw new ServiceError('status-list-encoding');
  const bits = unpacked(Buffer.from(encodedList.slice(1), 'base64url'));
  if (bits.length * 8 < statusEntriesMin) {
    throw new ServiceError('status-list-short', { entries: bits.length * 8, least: statusEntriesMin });
  }
  return bits;
}

function unpacked(packed: Buffer): Uint8Array {
  try {
    return new Uint8Array(gunzipSync(packed, { maxOutputLength: unpackedBytesMax }));
  } catch (error) {
    const { code } = error as { readonly code?: unknown };
    throw new ServiceError(code === 'ERR_BUFFER_TOO_LARGE' ? 'status-list-too-large' : 'status-list-encoding');
  }
}

/** Whether an entry is set. Throws ServiceError `status-index` for one outside of the list. */
export function isStatusSet(bits: Uint8Array, index: number): boolean {
  const byte = Number.isSafeInteger(index) && index >= 0 ? bits[Math.floor(index / 8)] : undefined;
  if (byte === undefined) throw new ServiceError('status-index', { index, entries: bits.length * 8 });
  return (byte & (0x80 >> (index % 8))) !== 0;
}
