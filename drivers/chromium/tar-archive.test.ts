import { describe, expect, it } from 'vitest';
import { filesOfTar } from './tar-archive.ts';

function entry(name: string, text: string, kind = '0'): Buffer {
  const head = Buffer.alloc(512);
  head.write(name, 0);
  head.write(text.length.toString(8).padStart(11, '0'), 124);
  head.write(kind, 156);
  const body = Buffer.alloc(Math.ceil(text.length / 512) * 512);
  body.write(text);
  return Buffer.concat([head, body]);
}

describe('the files of a tar archive', () => {
  it('are the plain ones, with their bytes, up to the empty block', () => {
    const archive = Buffer.concat([
      entry('lib/', '', '5'),
      entry('lib/a.so', 'a'.repeat(513)),
      entry('lib/../../etc/b', 'b'),
      entry('lib/c.so', ''),
      Buffer.alloc(1024),
      entry('after', 'x'),
    ]);
    const found = filesOfTar(archive).map(({ name, bytes }) => [name, bytes.length]);
    expect(found).toEqual([
      ['lib/a.so', 513],
      ['lib/c.so', 0],
    ]);
  });
});
