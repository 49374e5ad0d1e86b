import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bake, studentIdPicture, unbake } from './index.ts';
import { readPng } from './png-chunk.ts';
import { side } from './student-id-drawing.ts';

/** The colour of a pixel in the PNG, whose rows are unfiltered. */
function colourAt(x: number, y: number): number[] {
  const data = readPng(studentIdPicture.png()).chunks.find(({ type }) => type === 'IDAT')?.data ?? Buffer.alloc(0);
  const at = y * (1 + 3 * side) + 1 + 3 * x;
  return [...inflateSync(data).subarray(at, at + 3)];
}

test('the picture of a student ID is painted: paper, heading, and what says that it is simulated', () => {
  expect(colourAt(5, 5)).toEqual([226, 233, 242]);
  expect(colourAt(400, 130)).toEqual([27, 54, 93]);
  expect(colourAt(224, 355)).toEqual([205, 73, 52]);
  // The middle of ー.
  expect(colourAt(339, 337)).toEqual([255, 255, 255]);
});

test('its SVG says the same in words', () => {
  expect(Buffer.from(studentIdPicture.svg()).toString()).toContain(
    '<title>学生証（シミュレーション） / Student ID (simulation)</title>',
  );
});

test.each(['png', 'svg'] as const)('it carries a credential: %s', (format) => {
  const text = '{"name":"スマート学生証"}';
  expect(unbake(bake(studentIdPicture[format](), text, 'ob3'))).toMatchObject({ format, text });
});
