import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { libraryPaths } from '../../cli/scenario-files.ts';
import { parseScenario, type Scenario } from '../../scenarios/language/index.ts';
import { type Cell, type CellRun, planCells, playCell } from '../../scenarios/runner/index.ts';
import { steps } from '../../scenarios/steps/index.ts';

/** Every scenario of the library, in the order of their files. */
export function readLibrary(): Scenario[] {
  return libraryPaths().map((path) => parseScenario(readFileSync(path, 'utf8'), relative(process.cwd(), path), steps));
}

export const nameOf = (cell: Cell): string => `${cell.scenario.id} ${cell.name}`;

export function linesOf(run: CellRun): string {
  return run.events.map((event) => `${JSON.stringify(event)}\n`).join('');
}

/** Plays all cells of the library, forwards or backwards, and tells the hash of each cell's events. */
export async function playLibrary(direction: 'forwards' | 'backwards'): Promise<Record<string, string>> {
  const cells = planCells(readLibrary());
  const hashes: Record<string, string> = {};
  for (const cell of direction === 'forwards' ? cells : cells.toReversed()) {
    hashes[nameOf(cell)] = hash('sha256', linesOf(await playCell(cell)));
  }
  return hashes;
}

// As a program: a process of its own, whose answer the test compares.
if (import.meta.main) {
  const hashes = await playLibrary(process.argv[2] === 'backwards' ? 'backwards' : 'forwards');
  process.stdout.write(JSON.stringify(hashes));
}
