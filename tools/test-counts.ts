import { readFileSync } from 'node:fs';

/** The part of vitest's JSON report that counts. */
export interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly success: boolean;
}

/** One run of vitest: what it wrote, unless it did not come that far, and how it ended. */
export interface TestRun {
  readonly report: VitestReport | undefined;
  readonly exitCode: number;
}

/**
 * The closing line of `.ci/run`. What is no test but failed (a part of the check, a file that did not load, an error
 * outside a test, a report that is missing) counts as a failure too: the line never says `0 failed` of a run that failed.
 */
export function closingLine(runs: readonly TestRun[], otherFailures: number): string {
  let [passed, failed, skipped] = [0, otherFailures, 0];
  for (const { report, exitCode } of runs) {
    passed += report?.numPassedTests ?? 0;
    skipped += (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
    const isBroken = report === undefined || !report.success || exitCode !== 0;
    failed += Math.max(report?.numFailedTests ?? 0, isBroken ? 1 : 0);
  }
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}

function readReport(file: string): VitestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
  } catch {
    return undefined;
  }
}

// node tools/test-counts.ts <number of other failures> <vitest's exit code> <vitest's JSON report>
if (import.meta.main) {
  const [otherFailures = '0', exitCode = '1', file = ''] = process.argv.slice(2);
  const run: TestRun = { report: readReport(file), exitCode: Number(exitCode) };
  process.stdout.write(`${closingLine([run], Number(otherFailures))}\n`);
}
