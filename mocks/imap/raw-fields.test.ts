import { describe, expect, it } from 'vitest';
import { parseParameterised } from './parameterised-field.ts';
import { rawAddresses } from './raw-address.ts';
import { rawFields, rawValue } from './raw-header.ts';

const end = {};

describe('an address list, undecoded', () => {
  // https://www.rfc-editor.org/rfc/rfc5322#section-3.4
  it.each([
    ['a@b.test', [{ mailbox: 'a', host: 'b.test' }]],
    ['<a@b.test>', [{ mailbox: 'a', host: 'b.test' }]],
    [
      'A B <a@b.test>, c@d.test',
      [
        { name: 'A B', mailbox: 'a', host: 'b.test' },
        { mailbox: 'c', host: 'd.test' },
      ],
    ],
    ['"B, A" <a@b.test>', [{ name: 'B, A', mailbox: 'a', host: 'b.test' }]],
    ['"q\\"q" <a@b.test>', [{ name: 'q"q', mailbox: 'a', host: 'b.test' }]],
    ['"a..b."@docomo.ne.jp', [{ mailbox: 'a..b.', host: 'docomo.ne.jp' }]],
    ['a..b.@docomo.ne.jp', [{ mailbox: 'a..b.', host: 'docomo.ne.jp' }]],
    ['"a@x"@b.test', [{ mailbox: 'a@x', host: 'b.test' }]],
    ['a@b.test (the (inner) one)', [{ mailbox: 'a', host: 'b.test' }]],
    ['<@r1,@r2:a@b.test>', [{ mailbox: 'a', host: 'b.test' }]],
    ['nobody', [{ mailbox: 'nobody', host: '' }]],
    ['=?UTF-8?B?6Iqx?= <a@b.test>', [{ name: '=?UTF-8?B?6Iqx?=', mailbox: 'a', host: 'b.test' }]],
    [
      'Class: a@b.test, c@d.test;',
      [{ mailbox: 'Class' }, { mailbox: 'a', host: 'b.test' }, { mailbox: 'c', host: 'd.test' }, end],
    ],
    ['undisclosed-recipients:;', [{ mailbox: 'undisclosed-recipients' }, end]],
    ['Open: a@b.test', [{ mailbox: 'Open' }, { mailbox: 'a', host: 'b.test' }, end]],
    ['', []],
    [',,;', []],
    ['"never ends <a@b.test>', [{ mailbox: 'never ends <a@b.test>', host: '' }]],
    ['(never ends', []],
    ['<a@b.test', [{ mailbox: 'a', host: 'b.test' }]],
  ])('%s', (value, addresses) => {
    expect(rawAddresses(value)).toEqual(addresses);
  });

  it('ends after a thousand', () => {
    expect(rawAddresses('a@b.test,'.repeat(5_000))).toHaveLength(1_000);
  });
});

describe('a field with parameters', () => {
  // https://www.rfc-editor.org/rfc/rfc2045#section-5.1
  it.each([
    ['text/plain', 'text/plain', []],
    ['text/plain; charset=utf-8', 'text/plain', [['charset', 'utf-8']]],
    [
      'multipart/mixed; boundary="a;b=\\"c"; x=1',
      'multipart/mixed',
      [
        ['boundary', 'a;b="c'],
        ['x', '1'],
      ],
    ],
    ['text/plain (a; comment) ; charset = "x"', 'text/plain', [['charset', 'x']]],
    [
      "attachment; filename*0*=UTF-8''%E5; filename*1=b",
      'attachment',
      [
        ['filename*0*', "UTF-8''%E5"],
        ['filename*1', 'b'],
      ],
    ],
    ['text/plain; nothing; =x; ;', 'text/plain', []],
    ['', '', []],
  ])('%s', (text, value, parameters) => {
    expect(parseParameterised(text)).toEqual({ value, parameters });
  });
});

describe('a header section', () => {
  const header = Buffer.from('A: 1\r\n 2\r\nno field\r\n\tmore\r\na: second\r\nB :3\nC:\r\n\r\n');
  it('keeps its fields as they are', () => {
    expect(rawFields(header)).toEqual([
      { name: 'a', raw: 'A: 1\r\n 2\r\n\tmore\r\n' },
      { name: 'a', raw: 'a: second\r\n' },
      { name: 'b', raw: 'B :3\n' },
      { name: 'c', raw: 'C:\r\n' },
    ]);
  });

  it('gives the first value of a name, unfolded', () => {
    const fields = rawFields(header);
    expect(['a', 'b', 'c', 'd'].map((name) => rawValue(fields, name))).toEqual(['1 2\tmore', '3', '', undefined]);
  });
});
