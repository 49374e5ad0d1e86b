import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { planCells, playCell } from '#scenarios/runner';
import { linesOf, readLibrary } from '../library/index.ts';
import { playLibrary } from './play-library.ts';

const program = join(import.meta.dirname, 'play-library.ts');

async function inProcess(direction: 'forwards' | 'backwards'): Promise<Record<string, string>> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, direction], { maxBuffer: 1 << 24 });
  return JSON.parse(stdout) as Record<string, string>;
}

describe('the library with one seed', () => {
  it('gives the same events byte for byte in two processes, and in another order', { timeout: 360_000 }, async () => {
    const here = await playLibrary('forwards');
    expect(Object.keys(here).length).toBeGreaterThanOrEqual(18);
    expect(await inProcess('forwards')).toEqual(here);
    expect(await inProcess('backwards')).toEqual(here);
  });

  it('gives other events and the same verdict with another seed', { timeout: 240_000 }, async () => {
    for (const cell of planCells(readLibrary())) {
      const first = await playCell(cell);
      const other = await playCell({ ...cell, seed: cell.seed + 1 });
      expect(other.verdict, cell.scenario.id).toBe(first.verdict);
      const tokensOf = (lines: string): string => lines.replaceAll(/"seed":\d+|--seed \d+/g, '');
      expect(tokensOf(linesOf(other)), cell.scenario.id).not.toBe(tokensOf(linesOf(first)));
    }
  });
});
