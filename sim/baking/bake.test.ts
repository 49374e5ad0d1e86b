import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smallPng, smallSvg } from './image-fixture.ts';
import { bake, type Unbaked, unbake } from './index.ts';
import { pngChunk } from './png-chunk.ts';

const jws = fc.tuple(...[1, 2, 3].map(() => fc.stringMatching(/^[\w-]{1,80}$/))).map((parts) => parts.join('.'));
const japanese = fc.string({
  unit: fc.constantFrom('髙', '﨑', '𠮷', '子', 'が', 'か\u3099', ' ', '"', '\\', ']', '>', '<', '&', '\n'),
});
const json = fc
  .dictionary(japanese, fc.oneof(japanese, fc.string({ unit: 'binary' }), fc.jsonValue()))
  .chain((value) => fc.constantFrom(JSON.stringify(value), JSON.stringify(value, null, 2)));
const images = { png: smallPng(), svg: smallSvg } as const;

const textChunk = (keyword: string, text: string) => pngChunk('tEXt', Buffer.from(`${keyword}\0${text}`));
const iTxt = (keyword: string, flag: number, text: Uint8Array) =>
  pngChunk('iTXt', Buffer.concat([Buffer.from(`${keyword}\0`), Buffer.from([flag, 0, 0, 0]), text]));
const svgWith = (inner: string, attributes = '') =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"${attributes}>${inner}</svg>`);
const refusal = (image: Uint8Array, read: (image: Uint8Array) => unknown = unbake): unknown => {
  try {
    return read(image);
  } catch (error) {
    return error;
  }
};

describe('a baked picture', () => {
  test.each(['png', 'svg'] as const)('gives a JWS back as it was: %s', (format) => {
    fc.assert(
      fc.property(jws, (text) => {
        const carrier = format === 'png' ? 'iTXt' : 'verify';
        expect(unbake(bake(images[format], text, 'ob3'))).toEqual({ format, version: 'ob3', carrier, text });
      }),
      { seed: 1 },
    );
  });

  test('gives JSON back as it was: png', () => {
    fc.assert(
      fc.property(json, (text) => {
        expect(unbake(bake(images.png, text, 'ob3')).text).toBe(text);
      }),
      { seed: 1 },
    );
  });

  test('gives the same JSON back, and the same text where XML can hold it: svg', () => {
    fc.assert(
      fc.property(json, (text) => {
        const { text: found } = unbake(bake(images.svg, text, 'ob3'));
        expect(JSON.parse(found)).toEqual(JSON.parse(text));
        if (!/\]\]>|[\uFFFE\uFFFF]/.test(text)) expect(found).toBe(text);
      }),
      { seed: 1 },
    );
    const { text } = unbake(bake(images.svg, '{"a":"]]>\uFFFF"}\r\n', 'ob3'));
    expect(text).toBe('{"a":"]]\\u003e\\uffff"}');
  });

  test('is otherwise the picture that it was', () => {
    const png = Buffer.from(bake(images.png, 'a.b.c', 'ob3'));
    const chunk = iTxt('openbadgecredential', 0, Buffer.from('a.b.c'));
    expect(png.equals(smallPng(chunk))).toBe(true);
    const svg = Buffer.from(bake(images.svg, 'a.b.c', 'ob3')).toString();
    const added = ' xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"';
    const element = '<openbadges:credential verify="a.b.c"/>';
    expect(svg).toContain(`<svg${added} viewBox='0 0 1 1' data-is="a > b"`);
    expect(svg).toContain(`org/2000/svg">${element}<title>`);
    expect(svg.replace(added, '').replace(element, '')).toBe(images.svg.toString());
  });

  test.each(['png', 'svg'] as const)('that is baked again carries the new credential alone: %s', (format) => {
    fc.assert(
      fc.property(fc.oneof(jws, json), fc.oneof(jws, json), (first, second) => {
        const image = images[format];
        expect(bake(bake(image, first, 'ob3'), second, 'ob3')).toEqual(bake(image, second, 'ob3'));
      }),
      { seed: 1 },
    );
  });

  test('keeps what stands behind its end, and opens an empty root', () => {
    const png = Buffer.concat([smallPng(), Buffer.from('rest')]);
    expect(
      Buffer.from(bake(png, 'a.b.c', 'ob3'))
        .toString('latin1')
        .endsWith('rest'),
    ).toBe(true);
    const svg = bake(Buffer.from('<s:svg xmlns:s="http://www.w3.org/2000/svg"/>'), '{}', 'ob3');
    expect(Buffer.from(svg).toString()).toMatch(/><openbadges:credential><!\[CDATA\[\{\}\]\]><.*><\/s:svg>$/);
    expect(unbake(svg).text).toBe('{}');
  });

  test.each(['png', 'svg'] as const)('may carry both versions, and is read as the newer: %s', (format) => {
    const old = bake(images[format], '{"old":1}', 'ob2');
    expect(unbake(old)).toMatchObject({ version: 'ob2', text: '{"old":1}' });
    const both = bake(old, '{"new":1}', 'ob3');
    expect(unbake(both)).toMatchObject({ version: 'ob3', text: '{"new":1}' });
    expect(Buffer.from(both).toString('utf8')).toContain('{"old":1}');
  });

  test('takes nothing but a JWS or a JSON object', () => {
    for (const text of ['', 'a.b', 'a.b.', '[]', 'null', '"x"', '{', 'a.b.c d', '{"a":"\uD800"}']) {
      expect(() => bake(images.png, text, 'ob3'), text).toThrow(
        expect.objectContaining({ code: 'badge-credential-unfit' }),
      );
    }
    const long = JSON.stringify({ a: '学'.repeat(400_000) });
    expect(() => bake(images.png, long, 'ob3')).toThrow(expect.objectContaining({ code: 'badge-too-large' }));
  });
});

describe('what others baked', () => {
  const found: [string, Buffer, Partial<Unbaked>][] = [
    [
      'OB 2.0 in iTXt',
      smallPng(iTxt('openbadges', 0, Buffer.from('{"学":1}'))),
      { version: 'ob2', carrier: 'iTXt', text: '{"学":1}' },
    ],
    [
      'compressed iTXt',
      smallPng(iTxt('openbadgecredential', 1, deflateSync('{"学":1}'))),
      { version: 'ob3', carrier: 'compressed iTXt', text: '{"学":1}' },
    ],
    [
      'tEXt',
      smallPng(textChunk('openbadges', 'https://a.test/1')),
      { version: 'ob2', carrier: 'tEXt', text: 'https://a.test/1' },
    ],
    [
      'zTXt',
      smallPng(pngChunk('zTXt', Buffer.concat([Buffer.from('openbadges\0\0'), deflateSync('a.b.c')]))),
      { carrier: 'zTXt', text: 'a.b.c' },
    ],
    ['the same twice', smallPng(...[1, 2].map(() => textChunk('openbadges', 'a.b.c'))), { text: 'a.b.c' }],
    [
      'an assertion in SVG',
      svgWith(
        '<o:assertion verify="https://a.test/1"><![CDATA[ {"a":1} ]]></o:assertion>',
        ' xmlns:o="http://openbadges.org"',
      ),
      { version: 'ob2', carrier: 'text', text: '{"a":1}' },
    ],
    [
      'JSON as escaped text',
      svgWith('<credential xmlns="https://purl.imsglobal.org/ob/v3p0">{"a":"&lt;"}</credential>'),
      { version: 'ob3', text: '{"a":"<"}' },
    ],
  ];
  test.each(found)('is found: %s', (_name, image, expected) => {
    expect(unbake(image)).toMatchObject(expected);
  });

  test('is refused when it is not one', () => {
    const two = ['a.b.c', 'd.e.f'].map((text) => textChunk('openbadgecredential', text));
    expect(refusal(smallPng(...two))).toMatchObject({
      code: 'badge-baked-twice',
      parameters: { place: 'openbadgecredential' },
    });
    const space = ' xmlns:o="https://purl.imsglobal.org/ob/v3p0"';
    expect(refusal(svgWith('<o:credential verify="a.b.c"/><o:credential verify="d.e.f"/>', space))).toMatchObject({
      code: 'badge-baked-twice',
    });
    expect(refusal(svgWith('<o:credential verify="a.b.c">{}</o:credential>', space))).toMatchObject({
      code: 'badge-baked-twice',
    });
    expect(refusal(svgWith('<o:credential><g/></o:credential>', space))).toMatchObject({
      code: 'badge-text-unreadable',
    });
    for (const image of Object.values(images)) expect(refusal(image)).toMatchObject({ code: 'badge-not-baked' });
  });

  test('is refused when it cannot be read, and never inflated beyond its bound', () => {
    const refused: [Uint8Array, string][] = [
      [iTxt('openbadges', 0, Buffer.from([0xff])), 'badge-text-unreadable'],
      [iTxt('openbadges', 2, Buffer.from('{}')), 'badge-text-unreadable'],
      [iTxt('openbadges', 1, Buffer.from('{}')), 'badge-text-unreadable'],
      [pngChunk('iTXt', Buffer.from('openbadges\0\0\0')), 'badge-text-unreadable'],
      [pngChunk('iTXt', Buffer.from('openbadges\0')), 'badge-text-unreadable'],
      [pngChunk('zTXt', Buffer.from('openbadges\0\x01')), 'badge-text-unreadable'],
      [iTxt('openbadges', 1, deflateSync(Buffer.alloc(50 * 1024 ** 2))), 'badge-too-large'],
      [iTxt('openbadges', 0, Buffer.alloc(2 * 1024 ** 2, 32)), 'badge-too-large'],
    ];
    for (const [chunk, code] of refused) expect(refusal(smallPng(chunk))).toMatchObject({ code });
  });
});

describe('a picture that is none', () => {
  const png = smallPng();
  const changed = (at: number, byte: number) => Buffer.from(png.with(at, byte));
  test.each<[string, Uint8Array, object]>([
    ['empty', Buffer.alloc(0), { code: 'badge-image-unknown' }],
    ['a JPEG', Buffer.from([0xff, 0xd8, 0xff]), { code: 'badge-image-unknown' }],
    [
      'sent as text',
      Buffer.from(png.toString('latin1').replace('\r\n', '\n'), 'latin1'),
      { code: 'badge-png-broken', parameters: { at: 0 } },
    ],
    ['cut short', png.subarray(0, -5), { code: 'badge-png-broken' }],
    [
      'of another CRC',
      changed(20, 9),
      { code: 'badge-png-broken', parameters: { at: 8, reasonEn: 'the CRC of a chunk does not match' } },
    ],
    ['of a chunk that is too long', changed(8, 0x80), { code: 'badge-png-broken' }],
    ['without pixels', Buffer.concat([png.subarray(0, 33), png.subarray(-12)]), { code: 'badge-png-broken' }],
    ['larger than any badge', Buffer.concat([png, Buffer.alloc(9 * 1024 ** 2)]), { code: 'badge-too-large' }],
    ['in UTF-16', Buffer.from('\uFEFF<svg/>', 'utf16le'), { code: 'badge-svg-refused' }],
    [
      'of another encoding',
      Buffer.from('<?xml version="1.0" encoding="Shift_JIS"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
      { code: 'badge-svg-refused' },
    ],
    [
      'of HTML',
      Buffer.from('<html></html>'),
      { code: 'badge-svg-refused', parameters: { reasonEn: 'the outermost element is not svg of SVG' } },
    ],
    [
      'with entities of its own',
      Buffer.from('\n<!DOCTYPE svg [<!ENTITY a "a">]><svg/>'),
      { code: 'badge-svg-refused', parameters: { line: 2 } },
    ],
    ['with an unknown entity', svgWith('&nbsp;'), { code: 'badge-svg-refused' }],
    ['unclosed', svgWith('<g>'), { code: 'badge-svg-refused' }],
    ['with two roots', Buffer.concat([svgWith(''), svgWith('')]), { code: 'badge-svg-refused' }],
    [
      'of very many elements',
      svgWith('<g/>'.repeat(200_000)),
      { parameters: { reasonEn: 'it has too many elements' } },
    ],
    [
      'nested very deep',
      svgWith('<g>'.repeat(100_000) + '</g>'.repeat(100_000)),
      { parameters: { reasonEn: 'its elements are nested too deep' } },
    ],
  ])('is refused: %s', (_name, image, expected) => {
    expect(refusal(image)).toMatchObject(expected);
    expect(refusal(image, () => bake(image, 'a.b.c', 'ob3'))).toMatchObject(expected);
  });

  test.each(['png', 'svg'] as const)('never does worse than refuse, however a baked one is altered: %s', (format) => {
    const baked = Buffer.from(bake(images[format], '{"a":"学生証"}', 'ob3'));
    const edit = fc.tuple(fc.nat(baked.length), fc.nat(4), fc.uint8Array({ maxLength: 6 }));
    const altered = fc.array(edit, { minLength: 1, maxLength: 4 }).map((edits) => {
      let bytes = baked;
      for (const [at, gone, put] of edits)
        bytes = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + gone)]);
      return bytes;
    });
    fc.assert(
      fc.property(altered, (image) => {
        const answer = refusal(image);
        if (answer instanceof Error)
          expect(answer).toMatchObject({ name: 'ServiceError', code: expect.stringMatching(/^badge-/) });
        else expect(answer).toMatchObject({ format });
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
