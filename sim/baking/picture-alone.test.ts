import { describe, expect, it } from 'vitest';
import { bake } from './bake.ts';
import { smallPng } from './image-fixture.ts';
import { pictureAlone } from './picture-alone.ts';
import { pngChunk, pngSignature, readPng } from './png-chunk.ts';

const typesOf = (png: Uint8Array | undefined) => readPng(png ?? Buffer.alloc(0)).chunks.map(({ type }) => type);

/** A PNG that says to have these sides. */
function pngOf(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0], 8);
  const chunks = [pngChunk('IHDR', header), pngChunk('IDAT', Buffer.from([0])), pngChunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([pngSignature, ...chunks]);
}

describe('the picture of a PNG', () => {
  it('comes without the badge in it, and without what stands behind it', () => {
    const baked = bake(smallPng(), '{"a":"<script>"}', 'ob3');
    const picture = pictureAlone(Buffer.concat([baked, Buffer.from('<script>')]));
    expect(typesOf(picture).filter((type) => !/^(IHDR|PLTE|tRNS|IDAT|IEND)$/.test(type))).toEqual([]);
    expect(Buffer.from(picture ?? []).toString('latin1')).not.toContain('<script>');
  });

  it.each([
    ['no PNG', Buffer.from('<svg/>')],
    ['nothing', Buffer.alloc(0)],
    ['a cut one', smallPng().subarray(0, -5)],
    ['a wide one', pngOf(4_097, 1)],
    ['a high one', pngOf(1, 4_294_967_295)],
    ['one without a side', pngOf(0, 1)],
  ])('is not shown of %s', (_what, file) => {
    expect(pictureAlone(file)).toBeUndefined();
  });

  it('is shown up to 4096 pixels a side', () => {
    expect(typesOf(pictureAlone(pngOf(4_096, 4_096)))).toEqual(['IHDR', 'IDAT', 'IEND']);
  });
});
