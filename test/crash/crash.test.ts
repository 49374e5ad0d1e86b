import { expect, it } from 'vitest';
import { issueUnderKills } from './kills.ts';

it('a batch whose process is killed again and again issues to each student once, mails once, and loses nothing', {
  timeout: 120_000,
}, async () => {
  const { kills, told, wrongs } = await issueUnderKills(200, 5, 1);
  expect(wrongs).toEqual([]);
  expect(kills).toBeGreaterThanOrEqual(4);
  expect(told).toBeGreaterThan(1_000);
});
