import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type CellRun, playCell } from '#scenarios/runner';
import { linesOf } from '../library/index.ts';
import { hashesOf, playLibrary } from './play-library.ts';

const program = join(import.meta.dirname, 'play-library.ts');

async function inProcess(direction: 'forwards' | 'backwards'): Promise<Record<string, string>> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, direction], { maxBuffer: 1 << 24 });
  return JSON.parse(stdout) as Record<string, string>;
}

let forwards: Promise<readonly CellRun[]> | undefined;

/** Played once for all tests of this file. */
function playedHere(): Promise<readonly CellRun[]> {
  forwards ??= playLibrary('forwards');
  return forwards;
}

describe('the library with one seed', () => {
  // The other process plays in the other order: neither what a process has done before nor which one it is may matter.
  it('gives the same events byte for byte in another process and another order', { timeout: 360_000 }, async () => {
    const [here, there] = await Promise.all([playedHere(), inProcess('backwards')]);
    expect(here.length).toBeGreaterThanOrEqual(18);
    expect(there).toEqual(hashesOf(here));
  });

  it('gives other events and the same verdict with another seed', { timeout: 240_000 }, async () => {
    for (const first of await playedHere()) {
      const { cell } = first;
      const other = await playCell({ ...cell, seed: cell.seed + 1 });
      expect(other.verdict, cell.scenario.id).toBe(first.verdict);
      const tokensOf = (lines: string): string => lines.replaceAll(/"seed":\d+|--seed \d+/g, '');
      expect(tokensOf(linesOf(other)), cell.scenario.id).not.toBe(tokensOf(linesOf(first)));
    }
  });
});
