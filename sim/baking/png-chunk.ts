import { crc32 } from 'node:zlib';
import { type Bilingual, ServiceError } from '../errors/index.ts';

/** A chunk of a PNG datastream: https://www.w3.org/TR/png-3/#5Chunk-layout */
export interface PngChunk {
  /** Four letters: `IHDR`, `iTXt`. */
  readonly type: string;
  readonly data: Uint8Array;
  /** The whole chunk with its length, type and CRC, as it stands in the file. */
  readonly bytes: Uint8Array;
}

export interface PngFile {
  readonly chunks: readonly PngChunk[];
  /** What stands behind IEND; decoders pass over it. */
  readonly rest: Uint8Array;
}

/** https://www.w3.org/TR/png-3/#3PNGsignature */
export const pngSignature: Uint8Array = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

const overhead = 12;

const reasons = {
  signature: { ja: '先頭の目印が PNG のものではありません', en: 'the signature is not that of a PNG' },
  header: { ja: '最初のチャンクが IHDR ではありません', en: 'the first chunk is not IHDR' },
  type: { ja: 'チャンクの種類が英字4文字ではありません', en: 'the type of a chunk is not four letters' },
  cut: { ja: '途中で切れています', en: 'the file is cut short' },
  crc: { ja: 'チャンクの CRC が一致しません', en: 'the CRC of a chunk does not match' },
  end: { ja: 'IEND チャンクに中身があります', en: 'the IEND chunk is not empty' },
  picture: { ja: '画素のデータ（IDAT）がありません', en: 'there are no pixels: no IDAT chunk' },
} as const satisfies Record<string, Bilingual>;

/** Reads a file into its chunks; each length and CRC is checked. Throws ServiceError `badge-png-broken`. */
export function readPng(file: Uint8Array): PngFile {
  if (!pngSignature.every((byte, index) => file[index] === byte)) throw broken(0, 'signature');
  const view = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const chunks: PngChunk[] = [];
  for (let at = pngSignature.length; ; ) {
    const chunk = chunkAt(view, at);
    if (chunks.length === 0 && (chunk.type !== 'IHDR' || chunk.data.length !== 13)) throw broken(at, 'header');
    chunks.push(chunk);
    if (chunk.type === 'IEND') {
      if (chunk.data.length > 0) throw broken(at, 'end');
      if (!chunks.some(({ type }) => type === 'IDAT')) throw broken(at, 'picture');
      return { chunks, rest: view.subarray(at + overhead) };
    }
    at += chunk.bytes.length;
  }
}

function chunkAt(file: Buffer, at: number): PngChunk {
  if (at + overhead > file.length) throw broken(at, 'cut');
  const length = file.readUInt32BE(at);
  const type = file.toString('latin1', at + 4, at + 8);
  if (!/^[A-Za-z]{4}$/.test(type)) throw broken(at, 'type');
  const end = at + overhead + length;
  if (end > file.length) throw broken(at, 'cut');
  if (crc32(file.subarray(at + 4, end - 4)) !== file.readUInt32BE(end - 4)) throw broken(at, 'crc');
  return { type, data: file.subarray(at + 8, end - 4), bytes: file.subarray(at, end) };
}

/** A chunk with its length and CRC. */
export function pngChunk(type: string, data: Uint8Array): Buffer {
  const bytes = Buffer.alloc(overhead + data.length);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, 'latin1');
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, -4)), bytes.length - 4);
  return bytes;
}

function broken(at: number, reason: keyof typeof reasons): ServiceError {
  return new ServiceError('badge-png-broken', { at, reasonJa: reasons[reason].ja, reasonEn: reasons[reason].en });
}
