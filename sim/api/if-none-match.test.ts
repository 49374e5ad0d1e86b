import { expect, test } from 'vitest';
import { hasAlready } from './if-none-match.ts';

test.each([
  [undefined, false],
  ['', false],
  ['"b"', false],
  ['"ab"', false],
  ['a', false],
  ['"a"', true],
  ['W/"a"', true],
  ['"b", W/"c" ,"a"', true],
  [' * ', true],
])('who sends If-None-Match %s has "a" already: %s', (header, expected) => {
  expect(hasAlready(header, '"a"')).toBe(expected);
});
