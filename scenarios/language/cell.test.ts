import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellName, matchesCell } from './cell.ts';

test('a cell is named by its columns, in their order', () => {
  expect(cellName({ provider: 'docomo', delay: '1d', count: 0, isNew: true })).toBe(
    'provider=docomo,delay=1d,count=0,isNew=true',
  );
  expect(cellName({})).toBe('');
});

test('what separates and what breaks a line is escaped', () => {
  expect(cellName({ a: '1,b=2', c: '100%\n' })).toBe('a=1%2Cb%3D2,c=100%25%0A');
});

test('a selector matches the rows that have all of its values', () => {
  const row = { provider: 'docomo', delay: '1d' };
  expect(matchesCell(row, '')).toBe(true);
  expect(matchesCell(row, 'delay=1d')).toBe(true);
  expect(matchesCell(row, 'delay=1d, provider=docomo')).toBe(true);
  expect(matchesCell(row, 'delay=2d')).toBe(false);
  expect(matchesCell(row, 'delay=1d,provider=gmail')).toBe(false);
  expect(matchesCell(row, 'mode=resend')).toBe(false);
  expect(matchesCell({}, 'delay=1d')).toBe(false);
});

test('the name of a cell selects it, and no other', () => {
  const row = fc.dictionary(fc.constantFrom('a', 'b'), fc.oneof(fc.string(), fc.integer(), fc.boolean()), {
    minKeys: 1,
  });
  fc.assert(
    fc.property(row, row, (left, right) => {
      expect(matchesCell(left, cellName(left))).toBe(true);
      const isSame = Object.keys(left).every((column) => String(left[column]) === String(right[column]));
      expect(matchesCell(right, cellName(left))).toBe(isSame);
    }),
    { seed: 1 },
  );
});
