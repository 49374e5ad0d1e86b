import { resolve } from 'node:path';
import { type BundledRun, readBundle } from '#reports/bundle';
import { printLog } from '#reports/projections';
import type { Scenario } from '#scenarios/language';
import { type Cell, planCells, playCell } from '#scenarios/runner';
import { type Bilingual, ServiceError } from '#sim/errors';
import { type CliCommand, exitCodes, type Invocation } from './command.ts';
import { didYouMean } from './did-you-mean.ts';
import { readLibrary, readScenarios } from './library.ts';
import { isPath, pathsAt } from './scenario-files.ts';
import { select } from './selection.ts';

/** Where a replay first says something else than the report. */
interface Difference {
  readonly scenario: string;
  readonly cell: string;
  /** In events.ndjson, from 1. */
  readonly line: number;
  /** Empty when the log had ended there. */
  readonly was: string;
  readonly is: string;
}

export const replay: CliCommand = {
  takes: '<report folder> [id|section|file]…',
  wordsMax: Number.POSITIVE_INFINITY,
  options: [{ name: 'json', kind: 'flag', summary: { ja: '結果を JSON で出力', en: 'print JSON' } }],
  examples: ['todoku replay todoku-report', 'todoku replay todoku-report S-2.2-01'],
  async run({ words: [folder, ...words], options, language, terminal }) {
    if (folder === undefined) {
      throw new ServiceError('argument-missing', { command: 'replay', expected: 'todoku-report' });
    }
    const { runs } = readBundle(resolve(terminal.folder, folder));
    const asked = runsAskedFor(runs, words);
    const scenarios = scenariosFor(asked, words, terminal);
    const differences: Difference[] = [];
    for (const recorded of asked) {
      const { events } = await playCell(cellOf(recorded, scenarios));
      const difference = firstDifference(recorded, printLog(events));
      if (difference !== undefined) differences.push(difference);
      if (!options.has('json')) terminal.write(verdictLine(recorded, difference)[language]);
    }
    const same = asked.length - differences.length;
    if (options.has('json'))
      terminal.write(`${JSON.stringify({ played: asked.length, same, differences }, null, 2)}\n`);
    else terminal.write(total(asked.length, same)[language]);
    return differences.length === 0 ? exitCodes.well : exitCodes.failed;
  },
};

function runsAskedFor(runs: readonly BundledRun[], words: readonly string[]): readonly BundledRun[] {
  const ids = words.filter((word) => !isPath(word));
  if (ids.length === 0) return runs;
  const known = [...new Set(runs.map(({ scenario }) => scenario))].map((id) => ({ id, manual: [], tags: [] }));
  const chosen = new Set(select(ids, known).map(({ id }) => id));
  return runs.filter(({ scenario }) => chosen.has(scenario));
}

/** By id: the scenarios of the library, and those of the files that are named: a case of one's own is not in the library. */
function scenariosFor(
  runs: readonly BundledRun[],
  words: readonly string[],
  { folder }: Invocation['terminal'],
): ReadonlyMap<string, Scenario> {
  const files = words.filter(isPath).flatMap((word) => pathsAt(word, folder));
  const given = new Map(readScenarios(files, folder).map((scenario) => [scenario.id, scenario]));
  if (runs.every(({ scenario }) => given.has(scenario))) return given;
  return new Map([...readLibrary(folder).map((scenario) => [scenario.id, scenario] as const), ...given]);
}

/** Throws ServiceError `selection-unknown`, `cell-unknown` when the scenario is not what it was. */
function cellOf({ scenario: id, cell: name, seed }: BundledRun, scenarios: ReadonlyMap<string, Scenario>): Cell {
  const scenario = scenarios.get(id);
  if (scenario === undefined) {
    throw new ServiceError('selection-unknown', { given: id, nearest: didYouMean(id, [...scenarios.keys()]) });
  }
  const cells = planCells([scenario], { seed });
  const cell = cells.find((one) => one.name === name);
  if (cell === undefined) {
    const names = cells.map((one) => one.name);
    throw new ServiceError('cell-unknown', { cell: name || '""', nearest: didYouMean(name, names) });
  }
  return cell;
}

function firstDifference({ scenario, cell, events }: BundledRun, played: string): Difference | undefined {
  const recorded = printLog(events);
  if (recorded === played) return undefined;
  const [before, after] = [recorded.split('\n'), played.split('\n')];
  const index = before.findIndex((line, at) => line !== after[at]);
  const at = index < 0 ? before.length : index;
  return { scenario, cell, line: at + 1, was: before[at] ?? '', is: after[at] ?? '' };
}

function verdictLine({ scenario, cell }: BundledRun, difference: Difference | undefined): Bilingual {
  const name = cell === '' ? scenario : `${scenario} [${cell}]`;
  if (difference === undefined) return { ja: `✓ ${name} 同じ\n`, en: `✓ ${name} the same\n` };
  const { line, was, is } = difference;
  return {
    ja: `✗ ${name} 最初の違いは ${line} 行目\n  前回: ${was}\n  今回: ${is}\n`,
    en: `✗ ${name} differs first in line ${line}\n  was: ${was}\n  is:  ${is}\n`,
  };
}

function total(played: number, same: number): Bilingual {
  return {
    ja: `\n${played} 個のうち ${same} 個が 1 バイトも違いません。\n`,
    en: `\n${same} of ${played} cells are the same, byte for byte.\n`,
  };
}
