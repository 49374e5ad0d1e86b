import { hash } from 'node:crypto';
import { type CellRun, planCells, playCell } from '#scenarios/runner';
import { linesOf, nameOf, readLibrary } from '../library/index.ts';

/** Plays all cells of the library, forwards or backwards. */
export async function playLibrary(direction: 'forwards' | 'backwards'): Promise<CellRun[]> {
  const cells = planCells(readLibrary());
  const runs: CellRun[] = [];
  for (const cell of direction === 'forwards' ? cells : cells.toReversed()) runs.push(await playCell(cell));
  return runs;
}

/** The hash of each cell's events. */
export function hashesOf(runs: readonly CellRun[]): Record<string, string> {
  return Object.fromEntries(runs.map((run) => [nameOf(run.cell), hash('sha256', linesOf(run))]));
}

// As a program: a process of its own, whose answer the test compares.
if (import.meta.main) {
  const runs = await playLibrary(process.argv[2] === 'backwards' ? 'backwards' : 'forwards');
  process.stdout.write(JSON.stringify(hashesOf(runs)));
}
