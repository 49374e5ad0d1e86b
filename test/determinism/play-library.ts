import { hash } from 'node:crypto';
import { planCells, playCell } from '#scenarios/runner';
import { linesOf, nameOf, readLibrary } from '../library/index.ts';

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
