import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

test.each([
  ['studnt.opensMail', 'student.opensMail'],
  ['student.openMails', 'student.opensMail'],
  ['STUDENT.OPENSLINK', 'student.opensLink'],
  ['expectmail', 'expect.mail'],
])('%s most likely means %s', (written, meant) => {
  const known = ['student.opensLink', 'student.opensMail', 'expect.mail', 'clock.advance'];
  expect(nearest(written, known, '')).toBe(meant);
});

test('of equally near ones it is the first', () => {
  expect(nearest('b', ['ab', 'bc'], '')).toBe('ab');
});

test('where nothing is like it the fallback stands', () => {
  expect(nearest('a', [], 'fallback')).toBe('fallback');
  expect(nearest('wombat', ['student.opensLink', 'clock'], 'fallback')).toBe('fallback');
});
