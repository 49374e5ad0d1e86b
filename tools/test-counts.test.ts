import { describe, expect, test } from 'vitest';
import { closingLine, type TestRun, type VitestReport } from './test-counts.ts';

const report: VitestReport = {
  numPassedTests: 40,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  success: true,
};
const run = (change: Partial<VitestReport> = {}, exitCode = 0): TestRun => ({
  report: { ...report, ...change },
  exitCode,
});

describe('the closing line', () => {
  test('counts what passed and failed', () => {
    expect(closingLine([run()], 0)).toBe('40 passed, 0 failed');
    expect(closingLine([run({ numFailedTests: 2, success: false }, 1)], 0)).toBe('40 passed, 2 failed');
  });

  test('names what was skipped only when something was', () => {
    expect(closingLine([run({ numPendingTests: 1, numTodoTests: 2 })], 0)).toBe('40 passed, 0 failed, 3 skipped');
  });

  test('sums several runs', () => {
    expect(closingLine([run(), run()], 0)).toBe('80 passed, 0 failed');
  });

  test('never says 0 failed of a run that failed', () => {
    expect(closingLine([{ report: undefined, exitCode: 0 }], 0)).toBe('0 passed, 1 failed');
    expect(closingLine([run({ success: false })], 0)).toBe('40 passed, 1 failed');
    expect(closingLine([run({}, 1)], 0)).toBe('40 passed, 1 failed');
    expect(closingLine([run()], 2)).toBe('40 passed, 2 failed');
  });
});
