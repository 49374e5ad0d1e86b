import { deflateSync } from 'node:zlib';
import { pngChunk, pngSignature } from './png-chunk.ts';

/** A PNG of one grey pixel, with chunks of one's own behind its header. */
export function smallPng(...more: readonly Uint8Array[]): Buffer {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const pixels = deflateSync(Buffer.from([0, 128]));
  return Buffer.concat([
    pngSignature,
    pngChunk('IHDR', header),
    ...more,
    pngChunk('tEXt', Buffer.from('Software\0todoku')),
    pngChunk('IDAT', pixels),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

export const smallSvg = Buffer.from(
  `\uFEFF<?xml version="1.0" encoding="UTF-8"?>\r\n<!-- <svg> 学生証 -->\r\n<svg viewBox='0 0 1 1' data-is="a > b"\r\n  xmlns="http://www.w3.org/2000/svg"><title>学&amp;生</title><g><path d="M0 0"/></g></svg>\r\n`,
);
