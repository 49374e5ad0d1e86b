import type { Bilingual } from '#sim/errors';
import type { EventOf, RunEvent } from '#sim/events';
import { instantMs } from '../sentences/index.ts';
import { knownOnly, type RunLog } from './event-log.ts';

export interface Check {
  readonly surface: string;
  readonly valid: boolean;
  readonly expected: Bilingual;
  /** What was there instead; only of a check that failed. */
  readonly actual?: Bilingual;
}

export interface Step {
  /** From 0, as in the events. */
  readonly index: number;
  /** `student.checksFolder` */
  readonly verb: string;
  readonly sentence: Bilingual;
  /** `unfinished` when the log stops inside the step. */
  readonly outcome: 'passed' | 'failed' | 'unfinished';
  readonly startedAt: string;
  /** The instant of the last event when the step never finished. */
  readonly finishedAt: string;
  /** What happened in the step, without the lines that only say how it went. */
  readonly events: readonly RunEvent[];
  readonly checks: readonly Check[];
  readonly failure?: Failure;
}

/** What a failed step comes down to: what the scenario expected, what there was, and what to do next. */
export interface Failure {
  /** Absent when the run stopped before its first step. */
  readonly index?: number;
  readonly sentence?: Bilingual;
  readonly expected: Bilingual;
  readonly actual: Bilingual;
  readonly nextStep: Bilingual;
  /** The code of the error that stopped the run. */
  readonly code?: string;
  /** How much virtual time a check waited in vain. */
  readonly waitedMs?: number;
}

export interface StepList {
  /** What happened before the first step: the cast is set up. */
  readonly before: readonly RunEvent[];
  readonly steps: readonly Step[];
  /** What happened after the last one. */
  readonly after: readonly RunEvent[];
}

interface OpenStep {
  readonly started: EventOf<'step.started'>;
  readonly events: RunEvent[];
  finished?: EventOf<'step.finished'>;
  lastAt: string;
}

const bookkeeping: ReadonlySet<string> = new Set([
  'run.started',
  'run.failed',
  'run.finished',
  'step.started',
  'step.finished',
  'check.passed',
  'check.failed',
  // Shown as a picture of its step, not as something that happened.
  'screen.captured',
]);

/** The steps of a run in order, each with what happened in it. Unknown event types are skipped. */
export function projectSteps(log: RunLog): StepList {
  const events = knownOnly(log);
  const before: RunEvent[] = [];
  const after: RunEvent[] = [];
  const open: OpenStep[] = [];
  for (const event of events) {
    const current = open.at(-1);
    if (event.type === 'step.started') open.push({ started: event, events: [], lastAt: event.at });
    else if (current === undefined) before.push(event);
    else if (current.finished !== undefined) after.push(event);
    else {
      current.lastAt = event.at;
      if (event.type === 'step.finished') current.finished = event;
      else current.events.push(event);
    }
  }
  const isStopped = events.some(({ type }) => type === 'run.finished' || type === 'run.failed');
  return {
    before: before.filter(isTold),
    steps: open.map((step) => closed(step, events, isStopped)),
    after: after.filter(isTold),
  };
}

/** The first thing that went wrong; undefined when nothing did. */
export function projectFailure(log: RunLog): Failure | undefined {
  const failed = projectSteps(log).steps.find(({ failure }) => failure !== undefined)?.failure;
  if (failed !== undefined) return failed;
  const stopped = knownOnly(log).find((event) => event.type === 'run.failed' || event.type === 'check.failed');
  if (stopped === undefined) return undefined;
  return stopped.type === 'run.failed'
    ? stopFailure(stopped)
    : { expected: stopped.data.expected, actual: stopped.data.actual, nextStep: whereToLook(stopped.data.surface) };
}

/** What a check expects is often the step's own sentence: telling one of them is enough. */
export function repeatsStep({ sentence, expected }: Failure): boolean {
  return sentence !== undefined && sentence.ja.replace(/。$/, '') === expected.ja.replace(/。$/, '');
}

function isTold(event: RunEvent): boolean {
  return !bookkeeping.has(event.type);
}

function closed(step: OpenStep, log: RunLog, isStopped: boolean): Step {
  const { index, verb, sentence } = step.started.data;
  const checks = step.events.flatMap((event): Check[] => {
    if (event.type === 'check.passed') return [{ ...event.data, valid: true }];
    return event.type === 'check.failed' ? [{ ...event.data, valid: false }] : [];
  });
  const stopped = log.find((event) => event.type === 'run.failed' && event.data.index === index);
  const isFailed = step.finished?.data.outcome === 'failed' || stopped !== undefined;
  const outcome =
    isFailed || (step.finished === undefined && isStopped) ? 'failed' : (step.finished?.data.outcome ?? 'unfinished');
  const shared = {
    index,
    verb,
    sentence,
    outcome,
    startedAt: step.started.at,
    finishedAt: step.finished?.at ?? step.lastAt,
    events: step.events.filter(isTold),
    checks,
  } as const;
  if (outcome !== 'failed') return shared;
  const unmet = checks.find(({ valid }) => !valid);
  return { ...shared, failure: stepFailure(shared, unmet, stopped as EventOf<'run.failed'> | undefined) };
}

/** A check has no events of its own: what led to it stands before it, and for a mail in the rules that were asked. */
function whereToLook(surface: string | undefined): Bilingual {
  return surface === 'mail' || surface === 'sender'
    ? {
        ja: '報告書の「メール」にある「なぜそうなったか」と、この手順より前のできごとを確かめてください。',
        en: 'Look at “Why” under “Mails” in the report, and at what happened before this step.',
      }
    : {
        ja: '報告書の「手順とできごと」で、この手順より前のできごとを順に確かめてください。',
        en: 'Go through what happened before this step, under “Steps and what happened” in the report.',
      };
}

function stepFailure(
  step: Pick<Step, 'index' | 'sentence' | 'startedAt' | 'finishedAt'>,
  unmet: Check | undefined,
  stopped: EventOf<'run.failed'> | undefined,
): Failure {
  const tookMs = instantMs(step.finishedAt) - instantMs(step.startedAt);
  return {
    index: step.index,
    sentence: step.sentence,
    expected: unmet?.expected ?? step.sentence,
    actual: unmet?.actual ?? stopped?.data.detail ?? { ja: '手順が終わりませんでした', en: 'the step did not finish' },
    nextStep: stopped?.data.nextStep ?? whereToLook(unmet?.surface),
    ...(stopped === undefined ? {} : { code: stopped.data.code }),
    ...(unmet !== undefined && tookMs > 0 ? { waitedMs: tookMs } : {}),
  };
}

function stopFailure({ data }: EventOf<'run.failed'>): Failure {
  return {
    expected: { ja: 'シナリオを最後まで再生できること', en: 'the scenario plays to its end' },
    actual: { ja: `${data.title.ja}。${data.detail.ja}`, en: `${data.title.en}. ${data.detail.en}` },
    nextStep: data.nextStep,
    code: data.code,
  };
}
