import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseScenario, type Scenario } from '#scenarios/language';
import type { Cell, CellRun } from '#scenarios/runner';
import { verbs } from '#scenarios/steps';

const root = join(import.meta.dirname, '..', '..');

/** Every scenario of the library, in the order of their files. */
export function readLibrary(): Scenario[] {
  return globSync('scenarios/library/*/*.yaml', { cwd: root })
    .toSorted()
    .map((file) => parseScenario(readFileSync(join(root, file), 'utf8'), file, verbs));
}

export function nameOf(cell: Cell): string {
  return `${cell.scenario.id} ${cell.name}`;
}

/** The events of a run as they stand in its events.ndjson. */
export function linesOf(run: CellRun): string {
  return run.events.map((event) => `${JSON.stringify(event)}\n`).join('');
}
