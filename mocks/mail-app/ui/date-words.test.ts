import { describe, expect, it } from 'vitest';
import { longDate, shortDate } from './date-words.ts';

const now = '2026-04-01T00:30:00+09:00';

describe('when a mail came', () => {
  it.each([
    ['2026-04-01T00:05:00+09:00', '0:05', '12:05 AM'],
    ['2026-03-31T23:59:00+09:00', '昨日', 'Yesterday'],
    ['2026-03-30T12:00:00+09:00', '3/30', 'Mar 30'],
    ['2025-12-31T12:00:00+09:00', '2025/12/31', '12/31/25'],
  ])('%s is %s in a list', (instant, ja, en) => {
    expect(shortDate(instant, now, 'ja')).toBe(ja);
    expect(shortDate(instant, now, 'en').replace(/\s/g, ' ')).toBe(en);
  });

  it('is said in full in the mail itself', () => {
    expect(longDate(now, 'ja')).toBe('2026年4月1日 0:30');
  });
});
