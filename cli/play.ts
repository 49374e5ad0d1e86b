import type { MailRoute } from '#mocks/external-capture';
import { type Cell, type CellRun, type Lane, playCell } from '#scenarios/runner';

export interface Played {
  readonly runs: readonly CellRun[];
  /** Wall time, epoch ms. */
  readonly startedAt: number;
  readonly finishedAt: number;
}

/** Plays cells one after the other; with `isBail` not past the first that fails. */
export async function play(
  cells: readonly Cell[],
  {
    isBail,
    onRun,
    lane,
    mailRoute,
  }: {
    readonly isBail: boolean;
    readonly onRun: (run: CellRun) => void;
    readonly lane: Lane;
    readonly mailRoute?: MailRoute | undefined;
  },
): Promise<Played> {
  const startedAt = Date.now();
  const runs: CellRun[] = [];
  for (const cell of cells) {
    const run = await playCell(cell, { lane, mailRoute });
    runs.push(run);
    onRun(run);
    if (isBail && run.verdict === 'failed') break;
  }
  return { runs, startedAt, finishedAt: Date.now() };
}
