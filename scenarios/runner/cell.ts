import { hash } from 'node:crypto';
import { cellName, matchesCell, type Row, type Scenario } from '../language/index.ts';
import type { LaneName } from './lane-name.ts';

/** One row of a scenario's matrix with a seed: what a run plays. */
export interface Cell {
  readonly scenario: Scenario;
  readonly row: Row;
  /** `provider=docomo`; empty for a scenario without a matrix. */
  readonly name: string;
  /** As `--seed` takes it: the scenario's own, or the one asked for. */
  readonly seed: number;
}

export interface Choice {
  /** `provider=docomo`: only the cells with these values. */
  readonly cell?: string | undefined;
  readonly seed?: number | undefined;
}

/** The cells to play, in the order of the scenarios and their rows. */
export function planCells(scenarios: readonly Scenario[], choice: Choice = {}): Cell[] {
  return scenarios.flatMap((scenario) =>
    scenario.matrix
      .filter((row) => matchesCell(row, choice.cell ?? ''))
      .map((row) => ({ scenario, row, name: cellName(row), seed: choice.seed ?? scenario.seed })),
  );
}

/** The seed of the cell's world: cells of one scenario share nothing by chance. */
export function worldSeed({ scenario, name, seed }: Cell): number {
  return hash('sha256', `${scenario.id}|${name}|${seed}`, 'buffer').readUIntBE(0, 6);
}

/** The command that plays the cell again, in the same lane. */
export function replayCommand({ scenario, name, seed }: Cell, lane: LaneName = 'direct'): string {
  // Only the library's scenarios are known by their id.
  const which = scenario.file.startsWith('scenarios/library/') ? scenario.id : quoted(asPath(scenario.file));
  const options = [
    ['seed', String(seed)],
    ['cell', name],
    ['lane', lane === 'direct' ? '' : lane],
  ].flatMap(([option, value = '']) => (value === '' ? [] : [`--${option} ${quoted(value)}`]));
  return `npx todoku run ${which} ${options.join(' ')}`;
}

/** A path that is never taken for an id, a section or a tag. */
function asPath(file: string): string {
  return /[\\/]/.test(file) ? file : `./${file}`;
}

/** As a shell takes it: `!` and `$` mean nothing between single quotes. */
function quoted(argument: string): string {
  return /^[\w.,=:+/-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;
}
