import { type Cell, type CellRun, type Lane, type LaneName, playCell } from '#scenarios/runner';
import { type Bilingual, ServiceError } from '#sim/errors';
import type { Options } from './command.ts';
import { plan } from './plan.ts';
import { scenariosOf } from './selection.ts';

/** What is played once more with pixels, and how. */
export interface Boards {
  readonly runs: readonly CellRun[];
  /** What the lane stands on and this machine has not: nothing more was played then. */
  readonly missing?: ServiceError;
}

/**
 * The first cell of each scenario that `--storyboard` names. Throws ServiceError `selection-unknown`, and what is wrong
 * with a file.
 */
export function boardCells(options: Options, from: string): Cell[] {
  const names = (options.text('storyboard') ?? '').split(',').filter((name) => name !== '');
  if (names.length === 0) return [];
  return scenariosOf(names, from).flatMap((scenario) => plan([scenario], options).slice(0, 1));
}

/** Plays them in lane emulated. A machine without a browser gets the rest of its report all the same. */
export async function playBoards(
  cells: readonly Cell[],
  laneNamed: (name: LaneName) => Promise<Lane>,
  onRun: (run: CellRun) => void,
): Promise<Boards> {
  const runs: CellRun[] = [];
  if (cells.length === 0) return { runs };
  try {
    await using lane = await laneNamed('emulated');
    for (const cell of cells) {
      const run = await playCell(cell, { lane });
      runs.push(run);
      onRun(run);
    }
  } catch (error) {
    // What goes wrong in a play stands in its events: what is thrown says that nothing could be played.
    if (!(error instanceof ServiceError)) throw error;
    return { runs, missing: error };
  }
  return { runs };
}

/** How many pictures there are and where, or why there are none. */
export function boardWords(cells: readonly Cell[], { runs, missing }: Boards, report: string): Bilingual {
  const pictures = runs.reduce((sum, run) => sum + [...(run.pictures?.keys() ?? [])].filter(isPicture).length, 0);
  const said: Bilingual[] = [];
  if (runs.length > 0) {
    said.push({
      ja: `画面の流れ（ストーリーボード）: ${runs.length}件、画面${pictures}枚（${report} の中）\n`,
      en: `Storyboards: ${runs.length}, with ${pictures} pictures (in ${report})\n`,
    });
  }
  if (missing !== undefined) {
    const left = cells.slice(runs.length).map(({ scenario }) => scenario.id);
    said.push({
      ja: `画面つきの再生は省きました（${left.join('、')}）: ${missing.detail.ja}\n${missing.nextStep.ja}\n`,
      en: `Left out with pictures: ${left.join(', ')}. ${missing.detail.en}\n${missing.nextStep.en}\n`,
    });
  }
  return { ja: said.map(({ ja }) => ja).join(''), en: said.map(({ en }) => en).join('') };
}

function isPicture(name: string): boolean {
  return name.endsWith('.png');
}
