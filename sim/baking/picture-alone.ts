import { ServiceError } from '../errors/index.ts';
import { pngSignature, readPng } from './png-chunk.ts';

/** What a browser needs to draw it: https://www.w3.org/TR/png-3/#table51 */
const drawn: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

const bytesMax = 1_048_576;
/** Of a side, in pixels: a few bytes can stand for a picture that no phone has the memory for. */
const sideMax = 4_096;

/**
 * The picture of a stranger's PNG and nothing else, so that a page can show it: no texts, no colour profile, nothing
 * behind its end. Undefined for what is no PNG, is broken, or is too large to be shown. Never throws for what is in it.
 */
export function pictureAlone(file: Uint8Array): Uint8Array | undefined {
  try {
    const { chunks } = readPng(file);
    const [header] = chunks;
    const sides = [0, 4].map((at) => Buffer.from(header?.data ?? []).readUInt32BE(at));
    if (sides.some((side) => side === 0 || side > sideMax)) return undefined;
    const kept = chunks.filter(({ type }) => drawn.has(type)).map(({ bytes }) => bytes);
    const picture = Buffer.concat([pngSignature, ...kept]);
    return picture.length > bytesMax ? undefined : picture;
  } catch (error) {
    if (error instanceof ServiceError) return undefined;
    throw error;
  }
}
