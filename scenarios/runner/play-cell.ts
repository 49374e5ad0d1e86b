import type { MailRoute } from '#mocks/external-capture';
import { ServiceError } from '#sim/errors';
import { type EventData, type EventName, eventsAfter, type RunEvent } from '#sim/events';
import {
  createWorld,
  defaultLimits,
  formatInstant,
  type Json,
  type Origin,
  parseDuration,
  parseInstant,
  type RunningWorld,
} from '#sim/kernel';
import { resolutionWords, type Step as ScenarioStep, substitute } from '../language/index.ts';
import { resolveCast } from '../library/cast/index.ts';
import { type Play, stepOf, Unmet } from '../steps/index.ts';
import { type Cell, replayCommand, worldSeed } from './cell.ts';
import { directLane } from './direct-lane.ts';
import type { Lane, LaneStage } from './lane.ts';
import type { LaneName } from './lane-name.ts';
import { keptValues, recordEvent } from './play-module.ts';
import { routedWorld } from './routed-world.ts';
import { modules } from './services.ts';
import { setStage } from './stage.ts';

export interface CellRun {
  readonly cell: Cell;
  readonly lane: LaneName;
  readonly verdict: 'passed' | 'failed';
  readonly events: readonly RunEvent[];
  /** What a lane with pixels kept of the steps, by the names in the events `screen.captured`. */
  readonly pictures?: ReadonlyMap<string, Uint8Array>;
}

export interface PlayOptions {
  /** How it is played; direct when absent. Virtual time and business events are the same in every lane. */
  readonly lane?: Lane | undefined;
  /** Called with each event once its step is over. */
  readonly onEvent?: (event: RunEvent) => void;
  /** A way outside that every delivered mail takes; virtual time and events are as without it. */
  readonly mailRoute?: MailRoute | undefined;
  /** Called with the world once the last step is over, before it is let go. */
  readonly onEnd?: (world: RunningWorld) => void;
}

/** A person needs a moment for everything: so much virtual time passes after each step that acts. */
export const paceMs = 10_000;

/**
 * Plays one cell in a world of its own. What the scenario expects and does not find, and every
 * error of the system, ends the run as failed and stands in its events; only a bug of ours is thrown.
 */
export async function playCell(cell: Cell, options: PlayOptions = {}): Promise<CellRun> {
  const { origins, modules: own = modules } = options.lane ?? directLane;
  const { parameters, ...origin } = originOf(cell);
  const placed = origins === undefined ? parameters : { ...parameters, origins };
  using world = createWorld({ ...origin, parameters: placed }, own);
  return await playIn(world, cell, options);
}

/** The same in a world that was made for it and for its lane, which stays as the play leaves it. */
export async function playIn(world: RunningWorld, cell: Cell, options: PlayOptions = {}): Promise<CellRun> {
  const { mailRoute, lane = directLane } = options;
  const played = mailRoute === undefined ? world : routedWorld(world, mailRoute);
  await using stage = await lane.open(played);
  const player = new Player(cell, played, stage, options);
  const verdict = await player.play();
  options.onEnd?.(world);
  const { pictures } = stage;
  return { cell, lane: lane.name, verdict, events: player.events, ...(pictures !== undefined && { pictures }) };
}

export function originOf(cell: Cell): Origin {
  const { scenario, row } = cell;
  const startsAt = parseInstant(scenario.starts);
  if (startsAt === undefined) throw new TypeError(`${scenario.id} starts at no instant: ${scenario.starts}`);
  return {
    seed: worldSeed(cell),
    startsAt,
    limits: {
      timeMs: parseDuration(scenario.limits?.time ?? '') ?? defaultLimits.timeMs,
      events: scenario.limits?.events ?? defaultLimits.events,
    },
    parameters: substitute(scenario.world as Json, row) as Origin['parameters'],
  };
}

class Player {
  readonly events: RunEvent[] = [];
  readonly #cell: Cell;
  readonly #world: RunningWorld;
  readonly #stage: LaneStage;
  readonly #options: PlayOptions;

  constructor(cell: Cell, world: RunningWorld, stage: LaneStage, options: PlayOptions) {
    this.#cell = cell;
    this.#world = world;
    this.#stage = stage;
    this.#options = options;
  }

  async play(): Promise<'passed' | 'failed'> {
    const { scenario, row, name, seed } = this.#cell;
    await this.#record('run.started', {
      scenario: scenario.id,
      title: scenario.title,
      cell: name,
      seed,
      startsAt: formatInstant(this.#world.clock.now()),
      row: masked(row) as typeof row,
      manual: [...scenario.manual],
      ...(scenario.description !== undefined && { description: scenario.description }),
      ...(scenario.resolution !== undefined && { resolution: resolutionWords(scenario.resolution) }),
    });
    let index = 0;
    let playing = false;
    let verdict: 'passed' | 'failed' = 'passed';
    try {
      const play = await setStage(this.#world, resolveCast(scenario, row), this.#stage);
      this.#collect();
      for (const step of scenario.steps) {
        playing = true;
        await this.#playStep(play, step, index);
        index += 1;
      }
    } catch (error) {
      verdict = 'failed';
      await this.#fail(error, playing ? index : undefined);
    }
    await this.#end('run.finished', {
      verdict,
      steps: index,
      replay: replayCommand(this.#cell, this.#options.lane?.name),
    });
    return verdict;
  }

  async #playStep(play: Play, { verb, value: written }: ScenarioStep, index: number): Promise<void> {
    const definition = stepOf(verb);
    const value = substitute(substitute(written, this.#cell.row), keptValues(this.#world));
    // The sentence shows `$oldLink` where the value is a kept one: a live link stays out of the log.
    const told = masked(substitute(written, this.#cell.row));
    await this.#record('step.started', { index, verb, value: told, sentence: definition.sentence(told) });
    await definition.run(play, value);
    if (!verb.startsWith('expect.') && !verb.startsWith('clock.')) await this.#world.advance(paceMs);
    await this.#record('step.finished', { index, outcome: 'passed' });
    this.#collect();
    await this.#stage.afterStep?.(index);
  }

  async #fail(error: unknown, index: number | undefined): Promise<void> {
    this.#collect();
    const at = index === undefined ? {} : { index };
    if (error instanceof Unmet) {
      const { surface, expected, actual } = error;
      await this.#end('check.failed', { surface, expected, actual });
    } else if (error instanceof ServiceError) {
      const { code, title, detail, nextStep } = error;
      await this.#end('run.failed', { code, title, detail, nextStep, ...at });
    } else throw error;
    if (index === undefined) return;
    await this.#end('step.finished', { index, outcome: 'failed' });
    try {
      await this.#stage.afterStep?.(index);
    } catch (lost) {
      // A handset that failed may have nothing to show any more; why the run failed is told already.
      if (!(lost instanceof ServiceError)) throw lost;
    }
  }

  /** How a run ended is told even when the log is full; it then stands in the run's events only. */
  async #end<Name extends EventName>(type: Name, data: EventData<Name>): Promise<void> {
    try {
      await this.#record(type, data);
      this.#collect();
    } catch (error) {
      if (!(error instanceof ServiceError && error.code === 'event-limit')) throw error;
      const seq = (this.events.at(-1)?.seq ?? 0) + 1;
      this.#tell({ v: 1, seq, at: formatInstant(this.#world.clock.now()), type, data } as RunEvent);
    }
  }

  #record<Name extends EventName>(type: Name, data: EventData<Name>): Promise<void> {
    return recordEvent(this.#world, type, data);
  }

  #collect(): void {
    for (const event of eventsAfter(this.#world, this.events.at(-1)?.seq ?? 0)) this.#tell(event);
  }

  #tell(event: RunEvent): void {
    this.events.push(event);
    this.#options.onEvent?.(event);
  }
}

/** What a person types as a password is written nowhere (invariant I6), not even when it is refused. */
function masked(value: Json): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return 'password' in value ? { ...value, password: '••••••••' } : value;
}
