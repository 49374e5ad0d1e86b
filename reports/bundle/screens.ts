import type { RunLog } from '../projections/index.ts';

/** A larger file is left out of a bundle: a picture of a phone's screen has some hundred kilobytes. */
export const screenBytesMax = 8 * 2 ** 20;

/** Of all files of one cell. What comes after is left out. */
const cellBytesMax = 256 * 2 ** 20;

/** Plain names, as every file system and every page takes them. */
const plainName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}\.(png|xml)$/;

/**
 * The pictures and page sources that a log names, in its order, as far as they were made and may be kept. Throws
 * TypeError for a name that is none of a file: the lane that made it has a fault.
 */
export function keptScreens(log: RunLog, made: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const kept = new Map<string, Uint8Array>();
  let total = 0;
  for (const event of log) {
    if (event.type !== 'screen.captured') continue;
    for (const name of [event.data.picture, event.data.source]) {
      if (name === undefined || kept.has(name)) continue;
      if (!isScreenName(name)) throw new TypeError(`${JSON.stringify(name)} is no name for a file of a bundle`);
      const bytes = made.get(name);
      if (bytes === undefined || bytes.length > screenBytesMax || total + bytes.length > cellBytesMax) continue;
      total += bytes.length;
      kept.set(name, bytes);
    }
  }
  return kept;
}

export function isScreenName(name: string): boolean {
  return plainName.test(name) && !name.includes('..');
}

/** Width and height in pixels, which stand in the first chunk: https://www.w3.org/TR/png-3/#11IHDR ; undefined for anything else. */
export function pngSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < 24 || view.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') return undefined;
  return { width: view.readUInt32BE(16), height: view.readUInt32BE(20) };
}
