import { describe, expect, it } from 'vitest';
import { calendarDay, clockTime, dayAndTime, spanOf } from './index.ts';

describe('virtual time in words', () => {
  it.each([
    [0, '0秒', '0 s'],
    [250, '0.3秒', '0.3 s'],
    [3_200, '3.2秒', '3.2 s'],
    [60_000, '1分', '1 min'],
    [598_000, '9分58秒', '9 min 58 s'],
    [3_600_000, '1時間', '1 h'],
    [86_400_000 + 2 * 3_600_000 + 5_000, '1日2時間', '1 d 2 h'],
    [45 * 86_400_000, '45日', '45 d'],
    [Number.NaN, '?', '?'],
  ])('%d ms is %s', (ms, ja, en) => {
    expect(spanOf(ms)).toEqual({ ja, en });
  });

  it('reads every instant in Japan’s zone, whatever its offset', () => {
    expect(clockTime('2026-04-01T09:00:03.000+09:00')).toBe('09:00:03');
    expect(clockTime('2026-04-01T00:00:03Z')).toBe('09:00:03');
    expect(calendarDay('2026-03-31T20:00:00Z')).toBe('2026-04-01');
    expect(dayAndTime('2026-04-01T09:05:00+09:00')).toEqual({ ja: '2026年4月1日 9:05', en: '1 Apr 2026, 09:05' });
  });

  it('leaves what is no date-time as it is', () => {
    expect(clockTime('soon')).toBe('soon');
    expect(dayAndTime('soon')).toEqual({ ja: 'soon', en: 'soon' });
  });
});
