import { resolve } from 'node:path';
import { type BundledRun, readBundle } from '#reports/bundle';
import { printLog } from '#reports/projections';
import { laneNamed } from '#scenarios/lanes';
import { type Lane, type LaneName, playCell } from '#scenarios/runner';
import { type Bilingual, ServiceError } from '#sim/errors';
import type { CliCommand } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { RecordedScenarios } from './recorded-scenarios.ts';
import { isPath } from './scenario-files.ts';
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
  examples: [
    'npx todoku replay todoku-report',
    'npx todoku replay todoku-report S-2.2-01',
    'npx todoku replay todoku-report ./my-case.yaml',
  ],
  async run({ words: [name, ...words], options, language, terminal }) {
    if (name === undefined) throw new ServiceError('report-unnamed', { command: 'replay' });
    const folder = resolve(terminal.folder, name);
    const { runs, manifest } = readBundle(folder, name);
    await using lanes = new AsyncDisposableStack();
    const opened = new Map<string, Lane>();
    const asked = runsAskedFor(runs, words);
    const scenarios = new RecordedScenarios({ folder, from: terminal.folder, files: words.filter(isPath) });
    const cells = asked.map((recorded) => ({ recorded, cell: scenarios.cellOf(recorded) }));
    const differences: Difference[] = [];
    for (const { recorded, cell } of cells) {
      const played = recorded.lane ?? manifest.lane ?? 'direct';
      const lane = opened.get(played) ?? lanes.use(await laneNamed(played as LaneName));
      opened.set(played, lane);
      const { events } = await playCell(cell, { lane });
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
    ja: `✗ ${name} 最初の違いは${line}行目\n  前回: ${was}\n  今回: ${is}\n`,
    en: `✗ ${name} differs first in line ${line}\n  was: ${was}\n  is:  ${is}\n`,
  };
}

/** One byte makes a difference. */
function total(played: number, same: number): Bilingual {
  const different = played - same;
  return {
    ja: `\n一致 ${same}、相違 ${different}（全 ${played}）\n`,
    en: `\n${same} the same, ${different} different (of ${played}), byte for byte\n`,
  };
}
