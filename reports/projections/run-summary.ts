import type { Bilingual } from '#sim/errors';
import type { EventOf } from '#sim/events';
import { instantMs } from '../sentences/index.ts';
import { knownOnly, type RunLog } from './event-log.ts';
import { type Failure, projectFailure, projectSteps } from './steps.ts';

export interface RunSummary {
  readonly scenario: string;
  readonly title: Bilingual;
  readonly description?: Bilingual;
  /** What the case turns out to be and who puts it right, where the scenario says so. */
  readonly resolution?: { readonly cause: Bilingual; readonly party: Bilingual };
  /** `provider=docomo`; empty for a scenario without a matrix. */
  readonly cell: string;
  readonly seed: number;
  readonly manual: readonly string[];
  /** `unfinished` when the log has no end: the run was killed, or still plays. */
  readonly verdict: Verdict;
  readonly counts: {
    readonly steps: number;
    readonly passedSteps: number;
    readonly checks: number;
    readonly failedChecks: number;
    readonly mails: number;
    readonly events: number;
  };
  /** Virtual time. */
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly durationMs: number;
  /** The command that plays the same cell again. */
  readonly replay: string;
  readonly failure?: Failure;
}

export type Verdict = 'passed' | 'failed' | 'unfinished';

/** What a reader needs to know of one cell before its details. Unknown event types are skipped. */
export function summariseRun(log: RunLog): RunSummary {
  const events = knownOnly(log);
  const started = events.find((event) => event.type === 'run.started');
  const finished = events.findLast((event) => event.type === 'run.finished');
  const { steps } = projectSteps(events);
  const failure = projectFailure(events);
  const checks = steps.flatMap((step) => step.checks);
  const { description, resolution } = started?.data ?? {};
  const startedAt = events[0]?.at ?? '';
  const finishedAt = events.at(-1)?.at ?? '';
  return {
    scenario: started?.data.scenario ?? '?',
    title: started?.data.title ?? { ja: '名前のわからない再生', en: 'A run without a name' },
    ...(description === undefined ? {} : { description }),
    ...(resolution === undefined ? {} : { resolution }),
    cell: started?.data.cell ?? '',
    seed: started?.data.seed ?? 0,
    manual: started?.data.manual ?? [],
    verdict: finished?.data.verdict ?? (failure === undefined ? 'unfinished' : 'failed'),
    counts: {
      steps: steps.length,
      passedSteps: steps.filter(({ outcome }) => outcome === 'passed').length,
      checks: checks.length,
      failedChecks: checks.filter(({ valid }) => !valid).length,
      mails: events.filter(({ type }) => type === 'mail.queued').length,
      events: events.length,
    },
    startedAt,
    finishedAt,
    durationMs: events.length === 0 ? 0 : instantMs(finishedAt) - instantMs(startedAt),
    replay: finished?.data.replay ?? replayCommand(started),
    ...(failure === undefined ? {} : { failure }),
  };
}

function replayCommand(started: EventOf<'run.started'> | undefined): string {
  if (started === undefined) return 'npx todoku run';
  const { scenario, seed, cell } = started.data;
  const command = `npx todoku run ${scenario} --seed ${seed}`;
  if (cell === '') return command;
  return `${command} --cell ${/^[\w=,.:%+-]+$/.test(cell) ? cell : `'${cell.replaceAll("'", "'\\''")}'`}`;
}
