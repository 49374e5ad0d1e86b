import { expect, it } from 'vitest';
import { multiline, topOf } from './multiline.ts';

// https://www.rfc-editor.org/rfc/rfc1939#section-3
it.each([
  ['', '.\r\n'],
  ['a\r\n', 'a\r\n.\r\n'],
  ['a', 'a\r\n.\r\n'],
  ['.', '..\r\n.\r\n'],
  ['.\r\n..\r\n\r\n.x', '..\r\n...\r\n\r\n..x\r\n.\r\n'],
  ['a\n.\nb\r\n', 'a\n.\nb\r\n.\r\n'],
  ['\xff\x80\r\n', '\xff\x80\r\n.\r\n'],
])('%j goes out as %j', (bytes, sent) => {
  expect(multiline(Buffer.from(bytes, 'latin1')).toString('latin1')).toBe(sent);
});

it.each([
  ['a: b\r\n\r\n1\r\n2', 8, 0, 'a: b\r\n\r\n'],
  ['a: b\r\n\r\n1\r\n2', 8, 1, 'a: b\r\n\r\n1\r\n'],
  ['a: b\r\n\r\n1\r\n2', 8, 9, 'a: b\r\n\r\n1\r\n2'],
])('the top of %j', (bytes, start, lines, top) => {
  expect(topOf(Buffer.from(bytes), start, lines).toString()).toBe(top);
});
