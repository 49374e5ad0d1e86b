import { expect, test } from 'vitest';
import { namesIn, substitute } from './substitute.ts';

test('whole leaves are replaced, of any type and at any depth', () => {
  const value = { a: '$x', b: ['$y', { c: '$x' }], d: 1 };
  expect(substitute(value, { x: 'one', y: 2 })).toEqual({ a: 'one', b: [2, { c: 'one' }], d: 1 });
  expect(substitute('$x', { x: false })).toBe(false);
});

test('names that are not known, and texts that only contain one, stay', () => {
  const value = ['$z', 'a $x', '$x!', '$', '$1'];
  expect(substitute(value, { x: 'one' })).toEqual(value);
});

test('what every object has is no name', () => {
  expect(substitute('$constructor', {})).toBe('$constructor');
});

test('what comes in is not looked at again', () => {
  expect(substitute('$x', { x: '$y', y: 'two' })).toBe('$y');
});

test('the names of a value come once each, in order', () => {
  expect(namesIn({ a: '$y', b: ['$x', '$y', 'no $z'] })).toEqual(['y', 'x']);
});
