import { inflateSync } from 'node:zlib';
import { type Bilingual, ServiceError } from '../errors/index.ts';
import { textBytesMax, tooLarge } from './credential-text.ts';
import { type PngChunk, pngChunk } from './png-chunk.ts';

/** A text that a PNG carries, and in which kind of chunk: specifications ask for plain `iTXt` only. */
export interface PngText {
  readonly carrier: 'iTXt' | 'compressed iTXt' | 'tEXt' | 'zTXt';
  readonly text: string;
}

const reasons = {
  form: { ja: 'チャンクの形が規格に合っていません', en: 'the chunk is not laid out as it must be' },
  encoding: { ja: 'UTF-8 ではありません', en: 'it is not UTF-8' },
  compression: { ja: '圧縮を展開できません', en: 'it cannot be inflated' },
} as const satisfies Record<string, Bilingual>;

/** The keyword of a chunk that holds text; undefined for any other chunk. */
export function keywordOf({ type, data }: PngChunk): string | undefined {
  if (type !== 'iTXt' && type !== 'tEXt' && type !== 'zTXt') return undefined;
  // Keywords have at most 79 bytes: https://www.w3.org/TR/png-3/#11keywords
  const end = data.subarray(0, 80).indexOf(0);
  return end < 1 ? undefined : Buffer.from(data.subarray(0, end)).toString('latin1');
}

/**
 * The text of a chunk that has a keyword. Throws ServiceError `badge-text-unreadable`, and `badge-too-large` for more
 * than a credential may have: what inflates to more is not inflated to its end.
 */
export function pngTextOf(chunk: PngChunk, place: string): PngText {
  const { type, data } = chunk;
  const body = data.subarray(data.indexOf(0) + 1);
  if (type === 'tEXt') return { carrier: 'tEXt', text: looselyDecoded(bounded(body)) };
  if (type === 'zTXt') {
    if (body[0] !== 0) throw unreadable(place, 'form');
    return { carrier: 'zTXt', text: looselyDecoded(inflated(body.subarray(1), place)) };
  }
  // Compression flag and method, language tag, translated keyword, text: https://www.w3.org/TR/png-3/#11iTXt
  const [flag, method] = body;
  const languageEnd = body.indexOf(0, 2);
  const translationEnd = languageEnd < 0 ? -1 : body.indexOf(0, languageEnd + 1);
  if (translationEnd < 0 || (flag !== 0 && flag !== 1) || method !== 0) throw unreadable(place, 'form');
  const text = body.subarray(translationEnd + 1);
  if (flag === 0) return { carrier: 'iTXt', text: decoded(bounded(text), place) };
  return { carrier: 'compressed iTXt', text: decoded(inflated(text, place), place) };
}

/** A plain `iTXt` chunk without language and translation. */
export function internationalText(keyword: string, text: string): Buffer {
  return pngChunk('iTXt', Buffer.concat([Buffer.from(`${keyword}\0`, 'latin1'), Buffer.alloc(4), Buffer.from(text)]));
}

function bounded(bytes: Uint8Array): Uint8Array {
  if (bytes.length > textBytesMax) throw tooLarge();
  return bytes;
}

function inflated(bytes: Uint8Array, place: string): Uint8Array {
  try {
    return inflateSync(bytes, { maxOutputLength: textBytesMax });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge();
    throw unreadable(place, 'compression');
  }
}

function decoded(bytes: Uint8Array, place: string): string {
  try {
    return utf8(bytes);
  } catch {
    throw unreadable(place, 'encoding');
  }
}

/** `tEXt` and `zTXt` are Latin-1, and bakers wrote UTF-8 into them all the same. */
function looselyDecoded(bytes: Uint8Array): string {
  try {
    return utf8(bytes);
  } catch {
    return Buffer.from(bytes).toString('latin1');
  }
}

function utf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

function unreadable(place: string, reason: keyof typeof reasons): ServiceError {
  const { ja, en } = reasons[reason];
  return new ServiceError('badge-text-unreadable', { place, reasonJa: ja, reasonEn: en });
}
