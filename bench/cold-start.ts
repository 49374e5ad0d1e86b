import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Spread, spread, wallMs } from './measure.ts';

const rounds = 9;
const program = join(import.meta.dirname, '../bin/todoku.js');

/** Seconds from starting the program to the written report of one case of the manual. */
export async function measureColdStart(): Promise<Spread> {
  const folder = await mkdtemp(join(tmpdir(), 'todoku-bench-'));
  try {
    const figures: number[] = [];
    for (let round = 0; round <= rounds; round++) {
      const given = [program, 'run', 'S-2.2-01', '--out', join(folder, String(round))];
      const ms = await wallMs(() => promisify(execFile)(process.execPath, given));
      // The first round fills the compile cache, as the first run after an installation does.
      if (round > 0) figures.push(ms / 1_000);
    }
    return spread(figures);
  } finally {
    await rm(folder, { recursive: true });
  }
}
