import { expect, it } from 'vitest';
import { formatInstant, parseInstant } from './instant.ts';

it.each([
  ['2026-04-01T09:00:00+09:00', '2026-04-01T09:00:00.000+09:00'],
  ['2026-03-31T24:00Z', undefined],
  ['2028-02-29T23:59:59.5Z', '2028-03-01T08:59:59.500+09:00'],
  ['2026-12-31T20:00-05:00', '2027-01-01T10:00:00.000+09:00'],
  ['2027-02-29T00:00:00+09:00', undefined],
  ['2026-02-31T00:00:00+09:00', undefined],
  ['2026-04-31T00:00:00Z', undefined],
  ['2026-04-01T09:00:00', undefined],
  ['2026-04-01T09:60:00Z', undefined],
  ['2026-04-01T09:00:00+24:00', undefined],
])('%s is read as %s', (text, read) => {
  const instant = parseInstant(text);
  expect(instant === undefined ? undefined : formatInstant(instant)).toBe(read);
});
