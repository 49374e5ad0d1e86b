import { expect, test } from 'vitest';
import { clockDate, clockTime, durationWords } from './clock-words.ts';

test.each([
  [0, '0秒', '0 s'],
  [-7_200_000, '2時間', '2 h'],
  [90_061_000, '1日1時間1分1秒', '1 d 1 h 1 min 1 s'],
  [400, '0秒', '0 s'],
])('a duration of %d ms is %s, %s', (durationMs, ja, en) => {
  expect([durationWords(durationMs, 'ja'), durationWords(durationMs, 'en')]).toEqual([ja, en]);
});

// Tests run in UTC.
test.each([
  ['2026-04-01T00:05:00Z', '0:05', '4月1日(水)', 'Wed, 1 Apr'],
  ['2026-12-31T23:59:59Z', '23:59', '12月31日(木)', 'Thu, 31 Dec'],
  ['2026-04-01T09:41:00Z', '9:41', '4月1日(水)', 'Wed, 1 Apr'],
])('%s is shown as %s, %s, %s', (instant, time, ja, en) => {
  const now = new Date(instant);
  expect(clockTime(now)).toBe(time);
  expect(clockDate(now, 'ja')).toBe(ja);
  expect(clockDate(now, 'en').replace(/^(\w+) (\d)/, '$1, $2')).toBe(en);
});
