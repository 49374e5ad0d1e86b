import { type LaneDifference, type LaneRun, laneDifference } from '#reports/projections';
import { type Cell, type Lane, playCell } from '#scenarios/runner';

/** A cell as several lanes played it. */
export interface Compared {
  readonly cell: Cell;
  /** In the order of the lanes. */
  readonly runs: readonly LaneRun[];
  /** Between the first lane and the first other one that differs from it. */
  readonly difference: LaneDifference | undefined;
}

/** Plays each cell in every lane, one after the other. */
export async function compareCells(
  cells: readonly Cell[],
  lanes: readonly Lane[],
  onCompared: (compared: Compared) => void,
): Promise<Compared[]> {
  const all: Compared[] = [];
  for (const cell of cells) {
    const runs: LaneRun[] = [];
    for (const lane of lanes) runs.push({ lane: lane.name, log: (await playCell(cell, { lane })).events });
    const compared = { cell, runs, difference: firstDifference(runs) };
    onCompared(compared);
    all.push(compared);
  }
  return all;
}

function firstDifference([first, ...others]: readonly LaneRun[]): LaneDifference | undefined {
  for (const other of others) {
    const found = first && laneDifference(first, other);
    if (found !== undefined) return found;
  }
  return undefined;
}
