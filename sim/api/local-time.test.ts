import { expect, test } from 'vitest';
import { localTime } from './local-time.ts';

test.each([
  ['2026-03-31T15:04:59Z', '2026年4月1日 0:04', '1 April 2026, 0:04 (Japan time)'],
  ['2026-12-31T14:59:59Z', '2026年12月31日 23:59', '31 December 2026, 23:59 (Japan time)'],
])('%s is %s in Japan', (utc, ja, en) => {
  expect([localTime('ja', Date.parse(utc)), localTime('en', Date.parse(utc))]).toEqual([ja, en]);
});
