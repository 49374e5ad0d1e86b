import type { Command, Module, Payload } from './command.ts';
import type { Instant } from './instant.ts';
import type { Journal, JournalEntry } from './journal.ts';
import type { Origin } from './origin.ts';
import type { World } from './world.ts';

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
  /** Looks between two commands, so that nothing half done is seen; not from inside a command, which would wait for itself. */
  look<Result>(at: () => Result): Promise<Result>;
  /** Calls back after every command and every timer that came to stay, until disposed of. Watching changes nothing. */
  watch(listener: () => void): Disposable;
  /**
   * Lets go of the journal and the events so far, for a world that shall run without end; its rows stay. It can still be
   * snapshotted, but not saved as origin and journal.
   */
  forget(): Promise<void>;
  /** The database as bytes. */
  serialize(): Uint8Array;
  [Symbol.dispose](): void;
}
