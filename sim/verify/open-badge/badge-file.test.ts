import { describe, expect, it } from 'vitest';
import { bake } from '../../baking/index.ts';
import { badgeOf, jwtOf, outcomesOf, verified, webOf } from './badge-bench.ts';

const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0"/></svg>');
// One grey pixel.
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

describe('a badge in a picture', () => {
  it.each([
    ['svg', svg],
    ['png', png],
  ] as const)('is found in a %s', async (container, picture) => {
    const baked = bake(picture, jwtOf(badgeOf()), 'ob3');
    expect(await verified(baked, { fetch: webOf() })).toMatchObject({ container, verdict: 'accepted' });
  });

  it('is refused when the picture was altered or never had one', async () => {
    const baked = Buffer.from(bake(png, jwtOf(badgeOf()), 'ob3'));
    baked.writeUInt8(baked.readUInt8(60) ^ 1, 60);
    expect((await verified(baked)).verdict).toBe('refused');
    expect(outcomesOf(await verified(svg))).toEqual(['✗format:badge-not-baked']);
    expect(outcomesOf(await verified(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2])))).toEqual([
      '✗format:picture-without-badge',
    ]);
  });
});
