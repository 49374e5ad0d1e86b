import { describe, expect, it } from 'vitest';
import { parseInstant } from '#sim/kernel';
import { contentWithParts } from './content.ts';
import { goJson, goString } from './go-string.ts';
import { mailhogMessage, messageJson, writtenOut } from './mailhog-message.ts';
import { boundaryOf } from './media-type.ts';
import { pathOf } from './path.ts';

const headersOf = (data: string) => Object.fromEntries(contentWithParts(data).headers);

describe('MailHog cuts a message up', () => {
  it.each([
    ['at the first empty line', 'A: 1\r\n\r\nb\r\n\r\nc', { A: ['1'] }, 'b\r\n\r\nc'],
    ['not at all without one: all of it is body', 'A: 1\r\nB: 2\r\n', {}, 'A: 1\r\nB: 2\r\n'],
    ['only at CRLF', 'A: 1\n\nb', {}, 'A: 1\n\nb'],
    ['with an empty body', 'A: 1\r\n\r\n', { A: ['1'] }, ''],
    ['with an empty header', '\r\n\r\nbody', {}, 'body'],
  ])('%s', (_how, data, headers, body) => {
    const content = contentWithParts(data);
    expect(Object.fromEntries(content.headers)).toEqual(headers);
    expect(content).toMatchObject({ body, size: data.length, mime: null });
  });

  it.each([
    ['a field without a space behind its colon is left out', 'X:v\r\nA: 1', { A: ['1'] }],
    ['of two fields of one name the last wins', 'A: 1\r\nA: 2', { A: ['2'] }],
    ['names that differ in case are two', 'A: 1\r\na: 2', { A: ['1'], a: ['2'] }],
    ['a folded line keeps its space or tab, and loses its CRLF', 'A: 1\r\n 2\r\n\t3', { A: ['1 2\t3'] }],
    ['a folded line may hold a colon', 'A: 1\r\n b: 2', { A: ['1 b: 2'] }],
    ['a line that is left out does not end a field', 'A: 1\r\nX:v\r\n 2', { A: ['1 2'] }],
    ['a fold before any field is a field when it looks like one', ' B: 1\r\nA: 2', { ' B': ['1'], A: ['2'] }],
    ['a value may hold the separator', 'A: b: c', { A: ['b: c'] }],
    ['a name may be empty, and nothing folds onto it', ': 1\r\n 2', { '': ['1'] }],
    [
      'a name may be one that objects have',
      '__proto__: 1\r\nconstructor: 2',
      JSON.parse('{"__proto__":["1"],"constructor":["2"]}'),
    ],
  ])('in its header %s', (_what, header, headers) => {
    expect(headersOf(`${header}\r\n\r\n`)).toEqual(headers);
  });
});

describe('MailHog’s parts', () => {
  const multipart = (body: string, contentType = 'multipart/mixed; boundary=b') =>
    contentWithParts(`Content-Type: ${contentType}\r\n\r\n${body}`).mime;
  const bodies = (body: string, contentType?: string) => multipart(body, contentType)?.map((part) => part.body);

  it('end with what stands behind the last delimiter', () => {
    expect(multipart('--b\r\nA: 1\r\n\r\none\r\n--b--\r\n')).toEqual([
      { headers: new Map([['A', ['1']]]), body: 'one', size: 'A: 1\r\n\r\none'.length, mime: null },
      { headers: new Map(), body: '--', size: 2, mime: null },
    ]);
  });

  it.each([
    ['begin with the preamble when there is one', 'preamble\r\n--b\r\n\r\nx\r\n--b--', ['preamble', 'x', '--']],
    ['begin with an empty preamble when that is a line', '\r\n--b\r\nx\r\n--b--', ['', 'x', '--']],
    ['have the epilogue behind the dashes', '--b\r\nx\r\n--b--\r\nepilogue', ['x', '--\r\nepilogue']],
    ['are cut in the middle of a line too', '--b\r\none--btwo\r\n--b--', ['one', 'two', '--']],
    ['are cut by a longer boundary that begins the same', '--b\r\nx\r\n--bc\r\ny\r\n--b--', ['x', 'c\r\ny', '--']],
    ['lose every line end at both ends', '--b\r\n\r\n\n\rx\n\n\r\r\n--b--', ['x', '--']],
    ['stay encoded', '--b\r\nContent-Transfer-Encoding: base64\r\n\r\n5LqG\r\n--b--', ['5LqG', '--']],
  ])('%s', (_what, body, expected) => {
    expect(bodies(body)).toEqual(expected);
  });

  it('may have parts themselves', () => {
    const inner = 'Content-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\n\r\ndeep\r\n--c--';
    const [outer] = multipart(`--b\r\n${inner}\r\n--b--`) ?? [];
    expect(outer?.mime?.map(({ body }) => body)).toEqual(['deep', '--']);
  });

  it.each([
    ['Content-Type: multipart/mixed', []],
    ['Content-Type: multipart/mixed; boundary', []],
    ['Content-Type: text/plain; boundary=b', null],
    ['Content-Type: Multipart/mixed; boundary=b', null],
    ['content-type: multipart/mixed; boundary=b', null],
    ['CONTENT-TYPE: multipart/mixed; boundary=b', null],
  ])('of a message with %s are %j', (field, expected) => {
    expect(contentWithParts(`${field}\r\n\r\n--b\r\nx\r\n--b--`).mime).toEqual(expected);
  });
});

describe('Go’s boundary of', () => {
  it.each([
    ['multipart/mixed; boundary=b', 'b'],
    ['multipart/mixed;boundary="b c"', 'b c'],
    ['multipart/mixed; BOUNDARY=b; charset=x', 'b'],
    ['multipart/mixed; a="\\"; boundary=c"; boundary=b', 'b'],
    ['multipart/mixed; boundary="a\\"b\\x"', 'a"b\\x'],
    ['multipart/mixed;\t boundary = b ;', 'b'],
    ['multipart/mixed; boundary="=_b"', '=_b'],
    ['multipart/mixed; boundary==_b', ''],
    ['multipart/mixed; boundary=b;;', ''],
    ['multipart/mixed; boundary=b; boundary=b', 'b'],
    ['multipart/mixed; boundary=b; boundary=c', ''],
    ['multipart/mixed; boundary="b', ''],
    ['multipart/mixed; boundary', ''],
    ['multipart/; boundary=b', ''],
    ['multipart; boundary=b', ''],
    ['multipart/mixed boundary=b', ''],
    ['multipart/mixed', ''],
  ])('%s is %j', (contentType, boundary) => {
    expect(boundaryOf(contentType)).toBe(boundary);
  });
});

describe('a path', () => {
  it.each([
    ['a@b.test', null, 'a', 'b.test'],
    ['a@b@c', null, 'a', 'b@c'],
    ['"a@b"@c', null, '"a', 'b"@c'],
    ['@r1,@r2:u@d', ['@r1', '@r2'], 'u', 'd'],
    ['', null, '', ''],
    ['postmaster', null, 'postmaster', ''],
  ])('%s is cut at the first @', (path, Relays, Mailbox, Domain) => {
    expect(pathOf(path)).toEqual({ Relays, Mailbox, Domain, Params: '' });
  });
});

describe('a string of Go', () => {
  it.each([
    ['E697A5', '日'],
    ['E697', '\ufffd\ufffd'],
    ['E69741', '\ufffd\ufffdA'],
    ['41FF42', 'A\ufffdB'],
    ['EDA080', '\ufffd\ufffd\ufffd'],
    ['C080', '\ufffd\ufffd'],
    ['F09F8E93', '🎓'],
    ['F09F8E', '\ufffd\ufffd\ufffd'],
    ['F4908080', '\ufffd\ufffd\ufffd\ufffd'],
    ['EFBFBD41', '\ufffdA'],
    ['E697A5FFE69CAC', '日\ufffd本'],
  ])('of the bytes %s is %j', (hex, text) => {
    expect(goString(Buffer.from(hex, 'hex').toString('latin1'))).toBe(text);
  });

  it('is written with what could end a script escaped', () => {
    expect(goJson({ a: '</script>&\u2028' })).toBe('{"a":"\\u003c/script\\u003e\\u0026\\u2028"}');
  });
});

describe('a message of MailHog', () => {
  const at = parseInstant('2026-04-01T09:00:00.120+09:00') ?? 0;
  const received = { id: 'x=@mailhog.example', hostname: 'mailhog.example', helo: 'c', from: 'a@b', to: ['d@e'], at };
  const trace =
    'from c by mailhog.example (MailHog)\r\n          id x=@mailhog.example; Wed, 01 Apr 2026 09:00:00 +0900';
  const json = (data: string, more: object = {}) =>
    messageJson(mailhogMessage({ ...received, ...more, data: Buffer.from(data) }));

  it('has the trace in its header, and not in its data', () => {
    expect(json('B: 2\r\nA: 1\r\n\r\nbody\r\n')).toEqual({
      ID: 'x=@mailhog.example',
      From: { Relays: null, Mailbox: 'a', Domain: 'b', Params: '' },
      To: [{ Relays: null, Mailbox: 'd', Domain: 'e', Params: '' }],
      Content: {
        Headers: {
          A: ['1'],
          B: ['2'],
          'Message-ID': ['x=@mailhog.example'],
          Received: [trace],
          'Return-Path': ['<a@b>'],
        },
        Body: 'body',
        Size: 'B: 2\r\nA: 1\r\n\r\nbody'.length,
        MIME: null,
      },
      Created: '2026-04-01T09:00:00.12+09:00',
      MIME: null,
      Raw: { From: 'a@b', To: ['d@e'], Data: 'B: 2\r\nA: 1\r\n\r\nbody', Helo: 'c' },
    });
    expect(Object.keys(json('B: 2\r\nA: 1\r\n\r\nx').Content.Headers)).toEqual([
      'A',
      'B',
      'Message-ID',
      'Received',
      'Return-Path',
    ]);
  });

  it('has the trace behind what is there, whatever its case', () => {
    const { Headers } = json('MESSAGE-ID: m\r\nreceived: r\r\nReturn-path: p\r\n\r\nx').Content;
    expect(Headers).toEqual({ 'MESSAGE-ID': ['m'], received: ['r', trace], 'Return-path': ['p', '<a@b>'] });
  });

  it('loses the line end before the final dot, and no more', () => {
    expect(json('A: 1\r\n\r\nbody\r\n\r\n').Raw.Data).toBe('A: 1\r\n\r\nbody\r\n');
    expect(json('A: 1\r\n\r\nbody').Raw.Data).toBe('A: 1\r\n\r\nbody');
    // So that a message without a body has no header either.
    expect(json('A: 1\r\n\r\n').Content.Headers).not.toHaveProperty('A');
  });

  it('has no addresses as null, and no parts as null', () => {
    expect(json('', { to: [] })).toMatchObject({ To: null, Raw: { To: null } });
    expect(json('Content-Type: multipart/x\r\n\r\nx').MIME).toEqual({ Parts: null });
  });

  it('counts its size in bytes', () => {
    expect(json('A: 1\r\n\r\n日\r\n').Content).toMatchObject({ Body: '日', Size: 11 });
  });

  it('is written out in bytes, trace and all', () => {
    const bytes = Buffer.concat([Buffer.from('A: 1\r\n\r\n'), Buffer.from([0xff, 0x80])]);
    const out = writtenOut(mailhogMessage({ ...received, data: bytes }).content);
    expect(out.subarray(0, 6).toString()).toBe('A: 1\r\n');
    expect(out.subarray(-6)).toEqual(Buffer.concat([Buffer.from('\r\n\r\n'), Buffer.from([0xff, 0x80])]));
    expect(out.toString('latin1')).toContain(`Received: ${trace}\r\n`);
  });
});
