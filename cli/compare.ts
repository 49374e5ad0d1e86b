import { summariseRun } from '#reports/projections';
import { laneNamed, laneNames } from '#scenarios/lanes';
import type { Cell, Lane, LaneName } from '#scenarios/runner';
import { type Bilingual, ServiceError } from '#sim/errors';
import type { CliCommand, Invocation, Option } from './command.ts';
import { type Compared, compareCells } from './compare-cells.ts';
import { comparedTable, comparedVerdict } from './compare-text.ts';
import { didYouMean, withNearest } from './did-you-mean.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { plan } from './plan.ts';
import { checkRunOptions, runOptions } from './run-options.ts';
import { chosenScenarios } from './selection.ts';

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
    const { words, options: given, terminal } = invocation;
    const names = askedLanes(given.text('lanes'));
    const cells = plan(chosenScenarios(words, given, terminal.folder), given);
    await using open = new AsyncDisposableStack();
    const lanes: Lane[] = [];
    for (const name of names) lanes.push(open.use(await laneNamed(name)));
    return await compareIn(lanes, cells, invocation);
  },
};

/** Plays the cells in the lanes and tells how they agree; returns the exit code. */
export async function compareIn(
  lanes: readonly Lane[],
  cells: readonly Cell[],
  { options: given, language, terminal }: Pick<Invocation, 'options' | 'language' | 'terminal'>,
): Promise<ExitCode> {
  const isJson = given.has('json');
  const all = await compareCells(cells, lanes, (compared) => {
    if (!isJson) terminal.write(comparedVerdict(compared, language));
  });
  const different = all.filter(({ difference }) => difference !== undefined).length;
  if (isJson) {
    const names = lanes.map(({ name }) => name);
    const counts = { compared: all.length, equal: all.length - different, different };
    terminal.write(`${JSON.stringify({ lanes: names, ...counts, cells: all.map(described) }, null, 2)}\n`);
  } else {
    const [only, ...others] = all;
    if (only !== undefined && others.length === 0) terminal.write(comparedTable(only, language));
    terminal.write(total(all.length, different)[language]);
  }
  return different === 0 ? exitCodes.well : exitCodes.failed;
}

function described({ cell, runs, difference }: Compared) {
  return {
    scenario: cell.scenario.id,
    cell: cell.name,
    seed: cell.seed,
    lanes: runs.map(({ lane, log }) => ({ lane, verdict: summariseRun(log).verdict })),
    equal: difference === undefined,
    ...(difference !== undefined && { difference }),
  };
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

function total(compared: number, different: number): Bilingual {
  const equal = compared - different;
  return {
    ja: `\n一致 ${equal}、相違 ${different}（全 ${compared}）\n`,
    en: `\n${equal} equal, ${different} different (of ${compared})\n`,
  };
}
