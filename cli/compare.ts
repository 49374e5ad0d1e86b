import { type LaneDifference, type LaneRun, laneDifference } from '#reports/projections';
import { laneNamed, laneNames } from '#scenarios/lanes';
import { type Cell, type CellRun, type Lane, type LaneName, playCell } from '#scenarios/runner';
import { type Bilingual, ServiceError } from '#sim/errors';
import type { CliCommand, Invocation, Option } from './command.ts';
import { comparedTable, comparedVerdict } from './compare-text.ts';
import { didYouMean, withNearest } from './did-you-mean.ts';
import { exitCodes } from './exit-codes.ts';
import { plan } from './plan.ts';
import { checkRunOptions, runOptions } from './run-options.ts';
import { chosenScenarios } from './selection.ts';

/** A cell as several lanes played it. */
export interface Compared {
  readonly cell: Cell;
  /** In the order of `--lanes`. */
  readonly runs: readonly LaneRun[];
  /** Between the first lane and the first other one that differs from it. */
  readonly difference: LaneDifference | undefined;
}

const shared: ReadonlySet<string> = new Set(['core', 'all', 'cell', 'seed']);

const options: readonly Option[] = [
  {
    name: 'lanes',
    kind: 'text',
    placeholder: 'LANE,LANE,…',
    summary: {
      ja: '比べるレーン（最初のものに、ほかを比べる）。指定しなければ direct,wire',
      en: 'the lanes; each is held against the first. direct,wire when absent',
    },
  },
  ...runOptions.filter(({ name }) => shared.has(name)),
  { name: 'json', kind: 'flag', summary: { ja: '結果を JSON で出力', en: 'print JSON' } },
];

export const compare: CliCommand = {
  takes: '[id|section|word|file]…',
  wordsMax: Number.POSITIVE_INFINITY,
  options,
  examples: [
    'npx todoku compare S-1.1-01',
    'npx todoku compare --core --lanes direct,wire',
    'npx todoku compare 2.2 --cell provider=docomo --json',
  ],
  async run(invocation) {
    checkRunOptions(invocation);
    const { words, options: given, language, terminal } = invocation;
    const names = askedLanes(given.text('lanes'));
    const cells = plan(chosenScenarios(words, given, terminal.folder), given);
    await using open = new AsyncDisposableStack();
    const lanes: Lane[] = [];
    for (const name of names) lanes.push(open.use(await laneNamed(name)));
    return report(
      invocation,
      names,
      await compareCells(cells, lanes, (compared) => {
        if (!given.has('json')) terminal.write(comparedVerdict(compared, language));
      }),
    );
  },
};

/** Plays each cell in every lane, one after the other. */
async function compareCells(
  cells: readonly Cell[],
  lanes: readonly Lane[],
  onCompared: (compared: Compared) => void,
): Promise<Compared[]> {
  const all: Compared[] = [];
  for (const cell of cells) {
    const runs: LaneRun[] = [];
    for (const lane of lanes) runs.push(laneRun(lane, await playCell(cell, { lane })));
    const compared = { cell, runs, difference: firstDifference(runs) };
    onCompared(compared);
    all.push(compared);
  }
  return all;
}

function laneRun({ name }: Lane, { events }: CellRun): LaneRun {
  return { lane: name, log: events };
}

function firstDifference([first, ...others]: readonly LaneRun[]): LaneDifference | undefined {
  for (const other of others) {
    const found = first && laneDifference(first, other);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Throws ServiceError `option-value` for what is no lane, and for fewer than two of them. */
function askedLanes(given = 'direct,wire'): LaneName[] {
  const names = given.split(',').map((name) => name.trim());
  const expected = laneNames.join(', ');
  const wrong = (found: string): ServiceError =>
    new ServiceError('option-value', { option: '--lanes', expected, given: found });
  const unknown = names.find((name) => !laneNames.includes(name as LaneName));
  if (unknown !== undefined) throw withNearest(wrong(unknown), didYouMean(unknown, laneNames));
  if (new Set(names).size !== names.length || names.length < 2) throw wrong(given);
  return names as LaneName[];
}

function report(
  { options: given, language, terminal }: Invocation,
  lanes: readonly LaneName[],
  all: readonly Compared[],
): 0 | 1 {
  const different = all.filter(({ difference }) => difference !== undefined).length;
  if (given.has('json')) {
    const cells = all.map(({ cell, runs, difference }) => ({
      scenario: cell.scenario.id,
      cell: cell.name,
      seed: cell.seed,
      lanes: runs.map(({ lane, log }) => ({ lane, verdict: verdictOf(log) })),
      equal: difference === undefined,
      ...(difference !== undefined && { difference }),
    }));
    const summary = { lanes, compared: all.length, equal: all.length - different, different, cells };
    terminal.write(`${JSON.stringify(summary, null, 2)}\n`);
  } else {
    const [only, ...others] = all;
    if (only !== undefined && others.length === 0) terminal.write(comparedTable(only, language));
    terminal.write(total(all.length, different)[language]);
  }
  return different === 0 ? exitCodes.well : exitCodes.failed;
}

function verdictOf(log: LaneRun['log']): string {
  const end = log.findLast((event) => event.type === 'run.finished');
  return end?.data.verdict ?? 'unfinished';
}

function total(compared: number, different: number): Bilingual {
  const equal = compared - different;
  return {
    ja: `\n一致 ${equal}、相違 ${different}（全 ${compared}）\n`,
    en: `\n${equal} equal, ${different} different (of ${compared})\n`,
  };
}
