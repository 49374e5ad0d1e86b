import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { RosterRun } from './roster-world.ts';

export interface RosterFigures {
  readonly rows: number;
  readonly rowsPerSecondOfCore: number;
  readonly wallSeconds: number;
  readonly peakMb: number;
}

const megabyte = 1024 ** 2;

/** Issues a roster in a process of its own, into a world in a file. */
export async function measureRoster(rows: number): Promise<RosterFigures> {
  const child = fork(join(import.meta.dirname, 'roster-world.ts'), [String(rows)], {
    execArgv: ['--no-warnings'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const exited = once(child, 'exit');
  const [told] = (await once(child, 'message')) as [string];
  await exited;
  const { importMs, issueMs, wallMs, peakRssBytes } = JSON.parse(told) as RosterRun;
  return {
    rows,
    rowsPerSecondOfCore: (rows / (importMs + issueMs)) * 1_000,
    wallSeconds: wallMs / 1_000,
    peakMb: peakRssBytes / megabyte,
  };
}
