import { relative, resolve } from 'node:path';
import { checkTarget } from '#reports/bundle';
import { type ConsoleOptions, consoleLine, consoleSummary } from '#reports/formats';
import { summariseRun } from '#reports/projections';
import { laneNamed } from '#scenarios/lanes';
import { type Cell, type CellRun, type Lane, type LaneName, replayCommand } from '#scenarios/runner';
import { type Bilingual, ServiceError } from '#sim/errors';
import { hasCaptureServer } from './capture-server-options.ts';
import type { CliCommand, Invocation } from './command.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { type LeftOut, laneOf, laneWords, leftWords, playableCells } from './lane-option.ts';
import { openingCommand } from './opening.ts';
import { plan } from './plan.ts';
import { type Played, play } from './play.ts';
import { reportTarget, writeReport } from './report-folder.ts';
import { checkRunOptions, runOptions } from './run-options.ts';
import { isPath, libraryFolder, pathsAt } from './scenario-files.ts';
import { chosenScenarios } from './selection.ts';
import { boardCells, boardWords, playBoards } from './storyboards.ts';
import { watch } from './watch.ts';

export const run: CliCommand = {
  takes: '[id|section|word|file]…',
  wordsMax: Number.POSITIVE_INFINITY,
  options: runOptions,
  examples: [
    'npx todoku run --core',
    'npx todoku run 2.2',
    'npx todoku run ドコモ',
    'npx todoku run S-2.2-01 --cell provider=docomo --seed 2201',
    'npx todoku run ./my-case.yaml --watch',
    'npx todoku run S-1.1-01 --lane wire',
    'npx todoku run 3 --lane device --appium http://127.0.0.1:4723 --capabilities phones.json',
    'npx todoku run --core --storyboard S-1.1-01,S-4.1-01',
    'npx todoku run 2.2 --mailhog http://127.0.0.1:8025',
    'npx todoku run --all --out reports/today --json',
  ],
  async run(invocation) {
    checkRunOptions(invocation);
    await using lane = await laneOf(invocation.options, invocation.terminal.folder);
    if (!invocation.options.has('watch')) return await playOnce(invocation, lane);
    const { words, terminal, language } = invocation;
    const files = words
      .filter(isPath)
      .flatMap((word) => pathsAt(word, terminal.folder))
      .map((path) => resolve(terminal.folder, path));
    let isAgain = false;
    return await watch(files.length > 0 ? files : [libraryFolder], { language, terminal }, async () => {
      const exitCode = await playOnce(invocation, lane, isAgain);
      isAgain = true;
      return exitCode;
    });
  },
};

/** With `isAgain` the report at the target is this command's own and gives way. */
async function playOnce(invocation: Invocation, lane: Lane, isAgain = false): Promise<ExitCode> {
  const { words, options, language, terminal, given } = invocation;
  const planned = playableCells(plan(chosenScenarios(words, options, terminal.folder), options), lane);
  const { cells, left } = planned;
  const boarded = boardCells(options, terminal.folder);
  const asked = reportTarget(options, terminal.folder);
  const target = { ...asked, overwrite: asked.overwrite || isAgain };
  const isReplaced = checkTarget(target) === 'bundle' && !isAgain && !options.has('overwrite');
  const isJson = options.has('json');
  const look: ConsoleOptions = { language, colour: terminal.hasColour && !isJson };
  const say = isJson ? terminal.complain : terminal.write;
  const mailRoute = hasCaptureServer(options) ? (await import('./capture-server.ts')).mailRouteOf(options) : undefined;
  say(laneWords(planned, lane, language));
  if (cells.length === 0) throw new ServiceError('lane-plays-none', { count: left.length, lane: lane.name });
  const onRun = ({ events }: CellRun): void => say(`${consoleLine(events, look)}\n`);
  const direct = await play(cells, { isBail: options.has('bail'), lane, mailRoute, onRun });
  const boards = await playBoards(boarded, laneNamed, onRun);
  const played = { ...direct, runs: [...direct.runs, ...boards.runs], finishedAt: Date.now() };
  const logs = played.runs.map(({ events }) => events);
  say(
    `\n${consoleSummary(logs, look)}${remark(cells.length, direct, played.finishedAt)[language]}${leftWords(planned, lane)[language]}\n`,
  );
  const command = ['npx', 'todoku', ...given].join(' ');
  const file = writeReport(target, played, { command, language, lane: lane.name });
  if (isReplaced) say(replaced[language]);
  say(boardWords(boarded, boards, relative(terminal.folder, file) || file)[language]);
  if (isJson)
    terminal.write(
      `${JSON.stringify(summary([...cells, ...boarded], played, { report: file, lane: lane.name, left }), null, 2)}\n`,
    );
  else terminal.write(whereabouts(relative(terminal.folder, file) || file)[language]);
  if (played.runs.some(({ verdict }) => verdict === 'failed')) return exitCodes.failed;
  return left.length === 0 ? exitCodes.well : exitCodes.partly;
}

/** What the summary of the logs cannot know: the machine's time, and what was not played. */
function remark(planned: number, { runs, startedAt }: Played, finishedAt: number): Bilingual {
  const seconds = ((finishedAt - startedAt) / 1000).toFixed(1);
  const left = planned - runs.length;
  return {
    ja: `${seconds}秒で再生しました。${left === 0 ? '' : `残りの${left}通りは再生していません（--bail）。`}`,
    en: `Played in ${seconds} s.${left === 0 ? '' : ` ${left} more were not played (--bail).`}`,
  };
}

const replaced: Bilingual = {
  ja: '以前の報告書を置き換えました（次から残すには、--out で別のフォルダを指定してください）。\n',
  en: 'The former report was replaced (to keep one, name another folder with --out).\n',
};

function whereabouts(file: string): Bilingual {
  const opening = openingCommand(process.platform, file);
  return {
    ja: `報告書: ${file}\n開くには: ${opening}\n`,
    en: `Report: ${file}\nTo open it: ${opening}\n`,
  };
}

function summary(
  cells: readonly Cell[],
  { runs }: Played,
  { report, lane, left }: { readonly report: string; readonly lane: LaneName; readonly left: readonly LeftOut[] },
) {
  const failed = runs.filter(({ verdict }) => verdict === 'failed').length;
  return {
    verdict: failed === 0 ? 'passed' : 'failed',
    planned: cells.length,
    passed: runs.length - failed,
    failed,
    lane,
    report,
    cells: runs.map(cellSummary),
    ...(left.length > 0 && {
      leftOut: left.map(({ cell, why }) => ({ scenario: cell.scenario.id, cell: cell.name, why })),
    }),
  };
}

function cellSummary({ cell, lane, verdict, events }: CellRun) {
  const { failure } = summariseRun(events);
  return {
    scenario: cell.scenario.id,
    title: cell.scenario.title,
    cell: cell.name,
    seed: cell.seed,
    verdict,
    replay: replayCommand(cell, lane),
    ...(failure === undefined ? {} : { failure }),
  };
}
