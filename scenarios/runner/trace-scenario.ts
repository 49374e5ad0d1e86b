import { type Outcome, projectOutcomes } from '#reports/projections';
import { type Bilingual, ServiceError } from '#sim/errors';
import { eventsAfter } from '#sim/events';
import type { Json, RunningWorld } from '#sim/kernel';
import { substitute } from '../language/index.ts';
import { type ResolvedCast, resolveCast } from '../library/cast/index.ts';
import { stepOf, Unmet } from '../steps/index.ts';
import type { Cell } from './cell.ts';
import { createMailWorld } from './mail-world.ts';
import { originOf, paceMs } from './play-cell.ts';
import { keptValues } from './play-module.ts';
import { type SenderState, zoneParameters } from './sender-state.ts';
import { setStage } from './stage.ts';
import { afterwardsMs, type Traced, type TraceTarget } from './trace-message.ts';

/** As long as the issuer's host tries, and a day more. */
const settledWithinMs = 6 * 86_400_000;

export interface ScenarioTrace {
  /** The first student of the cast has the mailbox there instead: the address without `.test`. */
  readonly to: TraceTarget;
  /** Which mail is followed: the first of that kind; the first of all when absent. */
  readonly kind?: string | undefined;
  readonly state: SenderState;
}

/**
 * Plays a cell as far as its first mail, with the student's mailbox at another provider, and follows that mail. What
 * the scenario expects is not asked: it was written for its own providers.
 */
export async function traceScenario(cell: Cell, { to, kind, state }: ScenarioTrace): Promise<Traced> {
  const origin = originOf(cell);
  const { dns } = origin.parameters;
  const parameters = { ...origin.parameters, dns: { ...dns, ...zoneParameters(state) } };
  using world = createMailWorld({ ...origin, parameters });
  const find = (): Outcome | undefined =>
    projectOutcomes(eventsAfter(world, 0)).find(({ mail }) => mail !== undefined && (mail.kind === kind || !kind));
  const stopped = await playUntil(
    world,
    cell,
    recast(resolveCast(cell.scenario, cell.row), to),
    () => find() !== undefined,
  );
  const sent = find();
  const { provider, address } = to;
  if (sent === undefined) return { provider, address, outcomes: [], stopped: stopped ?? withoutMail };
  await world.advanceUntil(() => isSettled(find()), settledWithinMs);
  await world.advance(afterwardsMs);
  const outcomes = projectOutcomes(eventsAfter(world, 0)).filter(({ message }) => message === sent.message);
  return { provider, address, outcomes };
}

const withoutMail: Bilingual = {
  ja: 'このシナリオは、その種類のメールを送りません。',
  en: 'The scenario sends no mail of that kind.',
};

function isSettled(outcome: Outcome | undefined): boolean {
  const { end } = outcome ?? {};
  return end !== undefined && end.state !== 'queued' && end.state !== 'deferred';
}

/** The cast with its first student's mailbox somewhere else. */
function recast({ schools, students }: ResolvedCast, { provider, address, settings }: TraceTarget): ResolvedCast {
  const [first, ...others] = students;
  if (first === undefined) return { schools, students };
  const moved = { ...first, provider, address, mailbox: settings, otherMailboxes: [] };
  // The school has the address that the mailbox has; a wrong one on its roster stays wrong.
  const isRight = first.roster?.address === first.address;
  const roster = isRight ? { roster: { ...first.roster, address } } : {};
  return { schools, students: [{ ...moved, ...roster }, ...others] };
}

/** Plays steps until there is what is waited for; returns why it went no further. */
async function playUntil(
  world: RunningWorld,
  { scenario, row }: Cell,
  cast: ResolvedCast,
  isThere: () => boolean,
): Promise<Bilingual | undefined> {
  try {
    const play = await setStage(world, cast);
    for (const { verb, value } of scenario.steps) {
      if (isThere()) return undefined;
      if (verb.startsWith('expect.')) continue;
      await stepOf(verb).run(play, substitute(substitute(value, row), keptValues(world)) as Json);
      await world.advance(paceMs);
    }
    return undefined;
  } catch (error) {
    if (error instanceof Unmet) return { ja: `${error.actual.ja}`, en: `${error.actual.en}` };
    if (error instanceof ServiceError) return error.detail;
    throw error;
  }
}
