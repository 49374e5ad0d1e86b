import type { DatabaseSync } from 'node:sqlite';
import { ServiceError } from '../errors/index.ts';
import { type Blobs, createBlobs } from './blobs.ts';
import type { Command, Module, Payload } from './command.ts';
import { formatDuration } from './duration.ts';
import { createIds, type Ids } from './ids.ts';
import { formatInstant, type Instant } from './instant.ts';
import { createJournal, type Journal, type JournalEntry } from './journal.ts';
import type { Json } from './json.ts';
import { createKeys, type Keys } from './keys.ts';
import { createLog, type Log } from './log.ts';
import type { Origin } from './origin.ts';
import { type Origins, simulatedOrigins } from './origins.ts';
import { plainBytes } from './plain-bytes.ts';
import { createRandom, type Random } from './random.ts';
import type { RunningWorld } from './running-world.ts';
import { createSeal } from './seal.ts';
import { createStore, type Durability, type OpenableStore } from './store.ts';
import { createTimers, nextTimer, type Timers } from './timers.ts';
import type { Clock } from './world.ts';

/** The journal's names for the two ways in which time moves: one timer fires, or nothing was due. */
const clockFire = 'clock.fire';
const clockSet = 'clock.set';

/** A world over a database that is there already. Only the database holds state; the rest is handles and caches. */
export class LiveWorld implements RunningWorld {
  readonly origin: Origin;
  readonly modules: readonly Module[];
  readonly seed: number;
  readonly origins: Origins;
  readonly clock: Clock = { now: () => this.#now };
  readonly timers: Timers;
  readonly random: Random;
  readonly ids: Ids;
  readonly keys: Keys;
  readonly log: Log;
  readonly blobs: Blobs;
  readonly journal: Journal;
  readonly store: OpenableStore;
  readonly #database: DatabaseSync;
  readonly #onClose: () => void;
  readonly #commands = new Map<string, Command<Payload, unknown>>();
  readonly #handlers = new Map<string, NonNullable<Module['timers']>[string]>();
  readonly #parameters = new Map<string, unknown>();
  readonly #listeners = new Set<() => void>();
  readonly #errands = new Set<() => Promise<void>>();
  #now: Instant;
  /** Commands come one at a time: each waits for the one before it. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(database: DatabaseSync, modules: readonly Module[], onClose: () => void = () => undefined) {
    this.#database = database;
    this.#onClose = onClose;
    this.modules = modules;
    for (const module of modules) {
      for (const command of module.commands) {
        this.#commands.set(command.name, command as unknown as Command<Payload, unknown>);
      }
      for (const [kind, handler] of Object.entries(module.timers ?? {})) this.#handlers.set(kind, handler);
    }
    this.store = createStore(database);
    const row = this.store.get<{ now: number; origin: string }>('SELECT now, origin FROM world');
    if (row === undefined) throw new TypeError('the database holds no world');
    this.#now = row.now;
    this.origin = JSON.parse(row.origin) as Origin;
    this.seed = this.origin.seed;
    this.origins = this.parameters('origins', simulatedOrigins);
    this.timers = createTimers(this.store);
    this.random = createRandom(this.seed, this.store);
    this.ids = createIds(this.store);
    this.keys = createKeys(this.seed, this.store);
    this.log = createLog(this.store, this.clock.now, this.origin.limits.events);
    const secretsOf = (command: string): readonly string[] => this.#commands.get(command)?.secrets ?? [];
    this.blobs = createBlobs(this.store);
    this.journal = createJournal(this.store, this.blobs, createSeal(this.seed), secretsOf);
  }

  parameters<Values extends { readonly [name: string]: Json }>(module: string, defaults: Values): Values {
    let values = this.#parameters.get(module) as Values | undefined;
    if (values === undefined) {
      values = { ...defaults, ...this.origin.parameters[module] };
      this.#parameters.set(module, values);
    }
    return values;
  }

  /** What the modules need to stand before the first command; part of the origin, so not in the journal. */
  begin(): void {
    this.store.begin('lasting');
    for (const module of this.modules) module.begin?.(this);
    this.store.commit();
  }

  perform<Given extends Payload, Result>(command: Command<Given, Result>, payload: Given): Promise<Result> {
    return this.#inTurn(() => {
      const known = this.#commands.get(command.name) as unknown as typeof command | undefined;
      if (known === undefined) throw new TypeError(`no module of this world has the command ${command.name}`);
      return this.#transact('lasting', command.name, payload, (given) => known.run(this, given as typeof payload));
    });
  }

  async replay(entry: JournalEntry): Promise<void> {
    if (entry.command === clockSet) return this.#setClock(entry.payload.to as Instant);
    if (entry.command === clockFire) {
      await this.#fireNext(entry.payload.to as Instant);
      return;
    }
    const known = this.#commands.get(entry.command);
    if (known === undefined) throw new ServiceError('world-format', { reason: `unknown command ${entry.command}` });
    await this.perform(known, this.journal.open(entry));
  }

  async advanceTo(to: Instant): Promise<void> {
    this.#checkLimit(to);
    while (await this.#fireNext(to)) await this.#runErrands();
    await this.#setClock(to);
  }

  advance(durationMs: number): Promise<void> {
    return this.advanceTo(this.#now + durationMs);
  }

  async advanceUntil(holds: () => boolean | Promise<boolean>, withinMs: number): Promise<boolean> {
    const until = this.#now + withinMs;
    this.#checkLimit(until);
    while (!(await holds())) {
      if (!(await this.#fireNext(until))) {
        await this.#setClock(until);
        return holds();
      }
      await this.#runErrands();
    }
    await this.#inTurn(async () => this.store.settle());
    return true;
  }

  look<Result>(at: () => Result): Promise<Result> {
    return this.#inTurn(async () => at());
  }

  watch(listener: () => void): Disposable {
    // A wrapper of its own, so that one function may watch twice.
    const own = (): void => listener();
    this.#listeners.add(own);
    return { [Symbol.dispose]: () => void this.#listeners.delete(own) };
  }

  attend(errand: () => Promise<void>): Disposable {
    const own = (): Promise<void> => errand();
    this.#errands.add(own);
    return { [Symbol.dispose]: () => void this.#errands.delete(own) };
  }

  forget(): Promise<void> {
    return this.#inTurn(async () => {
      this.store.begin('passing');
      this.journal.forget();
      this.log.forget();
      this.store.commit();
    });
  }

  serialize(): Uint8Array {
    return plainBytes(this.#database.serialize());
  }

  [Symbol.dispose](): void {
    this.#onClose();
    this.#database.close();
  }

  #inTurn<Result>(run: () => Promise<Result>): Promise<Result> {
    const turn = this.#queue.then(run);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  async #transact<Result>(
    durability: Durability,
    name: string,
    payload: Payload,
    run: (payload: Payload) => Result | Promise<Result>,
  ): Promise<Result> {
    const before = this.#now;
    this.store.begin(durability);
    let result: Result;
    try {
      // The command sees what a replay of its journal row would see.
      result = await run(this.journal.append(name, payload));
      this.store.commit();
    } catch (error) {
      this.store.rollback();
      this.#now = before;
      throw error;
    }
    for (const listener of this.#listeners) listener();
    return result;
  }

  async #runErrands(): Promise<void> {
    if (this.#errands.size === 0) return;
    // Other services will hear of it: it must not be undone.
    await this.#inTurn(async () => this.store.settle());
    for (const errand of this.#errands) await errand();
  }

  /** Fires the next timer that is due at or before `to`; false when there is none. */
  #fireNext(to: Instant): Promise<boolean> {
    return this.#inTurn(async () => {
      const timer = nextTimer(this.store, to);
      if (timer === undefined) return false;
      // A timer that was set for a time already past fires now: time never goes backwards.
      const at = Math.max(timer.dueAt, this.#now);
      this.#checkLimit(at);
      const handler = this.#handlers.get(timer.kind);
      if (handler === undefined) throw new TypeError(`no module handles the timer ${timer.kind}`);
      // Nobody waits for a single timer, but for the move of time: that settles it.
      await this.#transact('passing', clockFire, { to: at }, async () => {
        this.#setNow(at);
        this.timers.cancel(timer.id);
        await handler(this, JSON.parse(timer.payload) as Json);
      });
      return true;
    });
  }

  #setClock(to: Instant): Promise<void> {
    return this.#inTurn(async () => {
      if (to > this.#now) await this.#transact('lasting', clockSet, { to }, () => this.#setNow(to));
      else this.store.settle();
    });
  }

  #setNow(to: Instant): void {
    this.#now = to;
    this.store.run('UPDATE world SET now = ?', to);
  }

  #checkLimit(to: Instant): void {
    const { startsAt, limits } = this.origin;
    if (to < this.#now) {
      throw new ServiceError('clock-backwards', { now: formatInstant(this.#now), to: formatInstant(to) });
    }
    if (to - startsAt > limits.timeMs) {
      throw new ServiceError('time-limit', { limit: formatDuration(limits.timeMs), to: formatInstant(to) });
    }
  }
}
