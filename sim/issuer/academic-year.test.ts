import { describe, expect, it } from 'vitest';
import { formatInstant, parseInstant } from '../kernel/index.ts';
import { academicYearAt, academicYearBounds, endOfDay } from './academic-year.ts';

const at = (text: string) => parseInstant(text) ?? Number.NaN;

describe('an academic year', () => {
  it('turns at midnight of 1 April in Japan, wherever the program runs', () => {
    expect(academicYearAt(at('2026-03-31T14:59:59.999Z'))).toBe('2025');
    expect(academicYearAt(at('2026-03-31T15:00:00Z'))).toBe('2026');
    expect(academicYearAt(at('2026-12-31T23:59:59+09:00'))).toBe('2026');
    expect(academicYearAt(at('2027-01-01T00:00:00+09:00'))).toBe('2026');
  });

  it('ends with the last second of March', () => {
    const { from, until } = academicYearBounds('2026');
    expect(formatInstant(from)).toBe('2026-04-01T00:00:00.000+09:00');
    expect(formatInstant(until)).toBe('2027-03-31T23:59:59.000+09:00');
  });
});

it('a day ends in Japan', () => {
  expect(formatInstant(endOfDay(at('2026-09-28T00:00:00+09:00')))).toBe('2026-09-28T23:59:59.000+09:00');
  expect(formatInstant(endOfDay(at('2026-09-28T23:59:59.999+09:00')))).toBe('2026-09-28T23:59:59.000+09:00');
});
