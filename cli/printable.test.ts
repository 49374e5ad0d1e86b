import { expect, test } from 'vitest';
import { printable } from './printable.ts';

test.each([
  ['【見本大学】髙﨑𠮷🎓', '【見本大学】髙﨑𠮷🎓'],
  ['a\x1b[2J\x1b]0;title\x07b', 'a [2J ]0;title b'],
  ['a\u009b31mb', 'a 31mb'],
  ['one\r\ntwo\u2028three', 'one two three'],
  ['invoice\u202egpj.exe', 'invoicegpj.exe'],
  [' \t ', ''],
])('%j is shown as %j', (text, shown) => {
  expect(printable(text)).toBe(shown);
});
