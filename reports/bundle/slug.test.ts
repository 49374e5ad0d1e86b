import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slugOf, uniqueSlugs } from './slug.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    'CON',
    'con.txt',
    'nul',
    '..',
    '.',
    '',
    ' ',
    'a/b',
    'a\\b',
    'a:b',
    'x'.repeat(500),
    '日本語',
    'a.',
    'A',
    'a',
  ),
);

describe('slugs', () => {
  it('keep a cell as it is when every file system takes it', () => {
    expect(slugOf('provider=docomo')).toBe('provider=docomo');
    expect(slugOf('S-2.2-01')).toBe('S-2.2-01');
    expect(slugOf('delay=45d,inTrash=0,mode=new-address,superseded=1')).toBe(
      'delay=45d,inTrash=0,mode=new-address,superseded=1',
    );
  });

  it('change what one would not take, and say so by a hash', () => {
    expect(slugOf('name=見本 花子')).toMatch(/^name=~[0-9a-f]{8}$/);
    expect(slugOf('../../etc/passwd')).toMatch(/^etc-passwd~[0-9a-f]{8}$/);
    expect(slugOf('con')).toMatch(/^_con~[0-9a-f]{8}$/);
    expect(slugOf('')).toMatch(/^cell~[0-9a-f]{8}$/);
  });

  it('tell apart what a file system that ignores case would not', () => {
    const [upper, lower] = uniqueSlugs(['mode=A', 'mode=a']);
    expect(upper?.toLowerCase()).not.toBe(lower?.toLowerCase());
  });

  it('are safe and different, whatever the texts are', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), (texts) => {
        const slugs = uniqueSlugs(texts);
        expect(new Set(slugs.map((slug) => slug.toLowerCase())).size).toBe(texts.length);
        for (const slug of slugs) {
          expect(slug).toMatch(/^[A-Za-z0-9=,_+~][A-Za-z0-9=,._+~-]*$/);
          expect(slug).not.toMatch(/[.]$|^(con|prn|aux|nul|com\d|lpt\d)($|\.)/i);
          expect(slug.length).toBeLessThanOrEqual(84);
        }
      }),
      { seed: 1 },
    );
  });
});
