import { describe, expect, it } from 'vitest';
import { SampleLog } from '../sample-log.ts';
import { failingRun, passingRun } from '../sample-run.ts';
import { summariseRun } from './index.ts';

describe('summariseRun', () => {
  it('counts a passed run', () => {
    expect(summariseRun(passingRun())).toMatchObject({
      scenario: 'S-2.2-01',
      cell: 'provider=docomo',
      seed: 2201,
      verdict: 'passed',
      counts: { steps: 8, passedSteps: 8, checks: 3, failedChecks: 0, mails: 2 },
      durationMs: 730_000,
      replay: 'npx todoku run S-2.2-01 --seed 2201 --cell provider=docomo',
    });
    expect(summariseRun(passingRun())).not.toHaveProperty('failure');
  });

  it('holds the first failure of a failed one', () => {
    expect(summariseRun(failingRun())).toMatchObject({
      verdict: 'failed',
      counts: { steps: 4, passedSteps: 3, checks: 2, failedChecks: 1 },
      failure: { index: 3, actual: { en: expect.stringContaining('there were 0') } },
    });
  });

  it('calls a log without an end unfinished and still knows how to replay it', () => {
    expect(summariseRun(passingRun().slice(0, 12))).toMatchObject({
      verdict: 'unfinished',
      replay: 'npx todoku run S-2.2-01 --seed 2201 --cell provider=docomo',
    });
  });

  it('quotes a cell that a shell would take apart', () => {
    const log = new SampleLog('2026-04-01T09:00:00+09:00').add('run.started', {
      scenario: 'S-1.1-04',
      title: { ja: '対応OSの境界', en: 'Around the supported OS versions' },
      cell: "name=見本 花子's;x",
      seed: 1,
      startsAt: '2026-04-01T09:00:00.000+09:00',
      row: {},
      manual: [],
    });
    expect(summariseRun(log.events).replay).toBe("npx todoku run S-1.1-04 --seed 1 --cell 'name=見本 花子'\\''s;x'");
  });

  it('reads an empty log', () => {
    expect(summariseRun([])).toMatchObject({ scenario: '?', verdict: 'unfinished', durationMs: 0 });
  });
});
