import { mailboxOf } from '#mocks/mailbox';
import type { TraceTarget } from '#scenarios/runner';
import { type Cell, type CellRun, createMailWorld, openTarget, originOf, playIn } from '#scenarios/runner';
import { addSchool, schoolSlugs } from '#sim/issuer';
import type { Instant, Limits, Origin, Origins, RunningWorld, WorldPlace } from '#sim/kernel';
import type { PasswordCost } from '#sim/wallet';

/** A world that is served runs for as long as nobody stops it. */
const withoutEnd: Limits = { timeMs: 100 * 366 * 86_400_000, events: Number.MAX_SAFE_INTEGER };

/** What all mailboxes together keep; the oldest message goes first. */
const keptBytesMax = 512 * 1024 ** 2;

/** Ready to issue in every new world, so that a first request needs no preparation. */
const sampleSchool = { slug: 'mihon-university', name: { ja: '見本大学', en: 'Mihon University' } } as const;

/** After so many commands the journal and the events so far are let go of: a served world is not replayed. */
const forgetsAfter = 1_000;

export interface ServedWorldOptions {
  readonly seed: number;
  readonly startsAt: Instant;
  readonly capturesMax: number;
  readonly mailboxes: readonly TraceTarget[];
  /** Whether mail that does not say where it comes from (XCLIENT) counts as authentic. */
  readonly trustsSenders: boolean;
  /** What a password's hash costs; scenarios that are played have their own. */
  readonly passwordCost: PasswordCost;
  /** Where its services will answer; a world of a file keeps those that it was made with. */
  readonly origins: Origins;
  /** Played first, in the same world. */
  readonly cell: Cell | undefined;
  /** Where the world is kept; in memory when absent. A file that holds one already goes on with that. */
  readonly place: WorldPlace | undefined;
}

export interface ServedWorld {
  readonly world: RunningWorld;
  /** How the scenario went; undefined when there was none. */
  readonly run: CellRun | undefined;
  [Symbol.dispose](): void;
}

/** Throws ServiceError `mailbox-exists`, `world-file-…`, `world-format`. */
export async function createServedWorld(options: ServedWorldOptions): Promise<ServedWorld> {
  const { cell, mailboxes, place } = options;
  const world = createMailWorld(originFor(options), place);
  try {
    const run = cell === undefined ? undefined : await playIn(world, cell);
    for (const mailbox of mailboxes) {
      // Asked for again when the world of a file goes on.
      const isThere = place !== undefined && mailboxOf(world, mailbox.address) !== undefined;
      if (!isThere) await openTarget(world, mailbox);
    }
    if (cell === undefined && schoolSlugs(world).length === 0) await world.perform(addSchool, sampleSchool);
    const forgetting = forgetAsItRuns(world);
    return {
      world,
      run,
      [Symbol.dispose]() {
        forgetting[Symbol.dispose]();
        world[Symbol.dispose]();
      },
    };
  } catch (error) {
    world[Symbol.dispose]();
    throw error;
  }
}

function originFor({
  seed,
  startsAt,
  capturesMax,
  trustsSenders,
  passwordCost,
  origins,
  cell,
}: ServedWorldOptions): Origin {
  const smtp = { trustsSenders };
  const limited = { capturesMax, bytesMax: keptBytesMax };
  if (cell === undefined) {
    const parameters = {
      mailbox: limited,
      smtp,
      origins,
      wallet: { passwordCost },
      'mail-world': { opensMailboxes: true },
    };
    return { seed, startsAt, limits: withoutEnd, parameters };
  }
  const origin = originOf(cell);
  const { mailbox } = origin.parameters;
  return {
    ...origin,
    limits: withoutEnd,
    parameters: { ...origin.parameters, mailbox: { ...mailbox, ...limited }, smtp, origins },
  };
}

function forgetAsItRuns(world: RunningWorld): Disposable {
  let commands = 0;
  return world.watch(() => {
    commands += 1;
    // The world may be closed before its turn comes.
    if (commands % forgetsAfter === 0) world.forget().catch(() => undefined);
  });
}
