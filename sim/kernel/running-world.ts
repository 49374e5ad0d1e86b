import { hash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { ServiceError } from '../errors/index.ts';
import type { Command, Module, Payload } from './command.ts';
import { counterTable } from './counter.ts';
import { formatDuration } from './duration.ts';
import { createIds } from './ids.ts';
import { formatInstant, type Instant } from './instant.ts';
import { createJournal, type Journal, type JournalEntry, journalTable } from './journal.ts';
import type { Json } from './json.ts';
import { createKeys, keyTable } from './keys.ts';
import { createLog, eventTable } from './log.ts';
import { createRandom } from './random.ts';
import { createSeal } from './seal.ts';
import { createStore } from './store.ts';
import { createTimers, nextTimer, timerTable } from './timers.ts';
import type { World } from './world.ts';

/** What a world starts from; with the journal, all there is to know about it. */
export interface Origin {
  readonly seed: number;
  readonly startsAt: Instant;
  readonly limits: Limits;
  /** By module: what differs from the defaults. */
  readonly parameters: { readonly [module: string]: { readonly [name: string]: Json } };
}

/** How far a run may go before it ends with an error instead of running on. */
export interface Limits {
  readonly timeMs: number;
  readonly events: number;
}

export const defaultLimits: Limits = { timeMs: 3 * 366 * 86_400_000, events: 200_000 };

/** A world that can be given commands; one at a time, each whole or not at all. */
export interface RunningWorld extends World {
  readonly origin: Origin;
  readonly modules: readonly Module[];
  readonly journal: Journal;
  /** Throws what the command throws; the world is then as before. */
  perform<Given extends Payload, Result>(command: Command<Given, Result>, payload: Given): Promise<Result>;
  /** Does once more what a journal row says. Throws ServiceError `world-format` when no module knows the command. */
  replay(entry: JournalEntry): Promise<void>;
  /** Moves virtual time to an instant; every timer due on the way fires. Throws ServiceError `time-limit`, `clock-backwards`. */
  advanceTo(to: Instant): Promise<void>;
  advance(durationMs: number): Promise<void>;
  /** Moves timer by timer until `holds` or the time is over; false when it did not hold. */
  advanceUntil(holds: () => boolean | Promise<boolean>, withinMs: number): Promise<boolean>;
  /** The database as bytes. */
  serialize(): Uint8Array;
  [Symbol.dispose](): void;
}

const kernelTables = `
  CREATE TABLE world (id INTEGER PRIMARY KEY CHECK (id = 1), now INTEGER NOT NULL, origin TEXT NOT NULL, schema TEXT NOT NULL) STRICT;
  ${counterTable} ${keyTable} ${timerTable} ${eventTable} ${journalTable}`;

/** Names the shape of the database that a set of modules makes. */
export function schemaOf(modules: readonly Module[]): string {
  return hash('sha256', [kernelTables, ...modules.map((module) => module.tables)].join('\n'), 'hex').slice(0, 16);
}

/** The journal's names for the two ways in which time moves: one timer fires, or nothing was due. */
const clockFire = 'clock.fire';
const clockSet = 'clock.set';

export function createWorld(origin: Origin, modules: readonly Module[]): RunningWorld {
  const database = new DatabaseSync(':memory:');
  database.exec(kernelTables);
  for (const module of modules) database.exec(module.tables);
  database
    .prepare('INSERT INTO world (id, now, origin, schema) VALUES (1, ?, ?, ?)')
    .run(origin.startsAt, JSON.stringify(origin), schemaOf(modules));
  return runWorld(database, modules, true);
}

/** A world over a database that is there already. */
export function runWorld(database: DatabaseSync, modules: readonly Module[], isNew: boolean): RunningWorld {
  const store = createStore(database);
  const row = store.get<{ now: number; origin: string }>('SELECT now, origin FROM world');
  if (row === undefined) throw new TypeError('the database holds no world');
  const origin = JSON.parse(row.origin) as Origin;
  let now = row.now;
  const setNow = (to: Instant): void => {
    now = to;
    store.run('UPDATE world SET now = ?', to);
  };
  const commands = new Map<string, Command<Payload, unknown>>();
  const handlers = new Map<string, NonNullable<Module['timers']>[string]>();
  for (const module of modules) {
    for (const command of module.commands) commands.set(command.name, command as unknown as Command<Payload, unknown>);
    for (const [kind, handler] of Object.entries(module.timers ?? {})) handlers.set(kind, handler);
  }

  const log = createLog(store, () => now, origin.limits.events);
  const journal = createJournal(store, createSeal(origin.seed), (name) => commands.get(name)?.secrets ?? []);
  const parameters = new Map<string, unknown>();
  const world: World = {
    seed: origin.seed,
    clock: { now: () => now },
    timers: createTimers(store),
    random: createRandom(origin.seed, store),
    ids: createIds(store),
    keys: createKeys(origin.seed, store),
    log,
    store,
    parameters<Values extends { readonly [name: string]: Json }>(module: string, defaults: Values): Values {
      let values = parameters.get(module) as Values | undefined;
      if (values === undefined) {
        values = { ...defaults, ...origin.parameters[module] };
        parameters.set(module, values);
      }
      return values;
    },
  };
  const transact = async <Result>(
    name: string,
    payload: Payload,
    run: (payload: Payload) => Result | Promise<Result>,
  ): Promise<Result> => {
    const text = JSON.stringify(payload);
    const before = now;
    store.begin();
    try {
      journal.append(name, text);
      // The command sees what a replay of its journal row would see.
      const result = await run(JSON.parse(text) as Payload);
      store.commit();
      return result;
    } catch (error) {
      store.rollback();
      now = before;
      throw error;
    }
  };

  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(run: () => Promise<Result>): Promise<Result> => {
    const turn = queue.then(run);
    queue = turn.catch(() => undefined);
    return turn;
  };

  const checkLimit = (to: Instant): void => {
    if (to < now) throw new ServiceError('clock-backwards', { now: formatInstant(now), to: formatInstant(to) });
    if (to - origin.startsAt > origin.limits.timeMs) {
      throw new ServiceError('time-limit', { limit: formatDuration(origin.limits.timeMs), to: formatInstant(to) });
    }
  };

  /** Fires the next timer that is due at or before `to`; false when there is none. */
  const fireNext = (to: Instant): Promise<boolean> =>
    inTurn(async () => {
      const timer = nextTimer(store, to);
      if (timer === undefined) return false;
      // A timer that was set for a time already past fires now: time never goes backwards.
      const at = Math.max(timer.dueAt, now);
      checkLimit(at);
      const handler = handlers.get(timer.kind);
      if (handler === undefined) throw new TypeError(`no module handles the timer ${timer.kind}`);
      await transact(clockFire, { to: at }, async () => {
        setNow(at);
        world.timers.cancel(timer.id);
        await handler(world, JSON.parse(timer.payload) as Json);
      });
      return true;
    });

  const setClock = (to: Instant): Promise<void> =>
    inTurn(async () => {
      if (to > now) await transact(clockSet, { to }, () => setNow(to));
    });

  const running: RunningWorld = {
    ...world,
    origin,
    modules,
    journal,
    perform: (command, payload) =>
      inTurn(() => {
        const known = commands.get(command.name);
        if (known === undefined) throw new TypeError(`no module of this world has the command ${command.name}`);
        return transact(command.name, payload, (given) =>
          (known as unknown as typeof command).run(world, given as typeof payload),
        );
      }),
    async replay(entry) {
      if (entry.command === clockSet) return setClock(entry.payload.to as Instant);
      if (entry.command === clockFire) {
        await fireNext(entry.payload.to as Instant);
        return;
      }
      const known = commands.get(entry.command);
      if (known === undefined) throw new ServiceError('world-format', { reason: `unknown command ${entry.command}` });
      await running.perform(known, journal.open(entry));
    },
    async advanceTo(to) {
      checkLimit(to);
      while (await fireNext(to));
      await setClock(to);
    },
    advance: (durationMs) => running.advanceTo(now + durationMs),
    async advanceUntil(holds, withinMs) {
      const until = now + withinMs;
      checkLimit(until);
      while (!(await holds())) {
        if (!(await fireNext(until))) {
          await setClock(until);
          return holds();
        }
      }
      return true;
    },
    serialize: () => database.serialize(),
    [Symbol.dispose]: () => database.close(),
  };
  if (isNew) {
    store.begin();
    for (const module of modules) module.begin?.(world);
    store.commit();
  }
  return running;
}
