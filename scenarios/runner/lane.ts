import type { Handset, MailApp } from '#drivers/handset';
import type { Bilingual } from '#sim/errors';
import type { Fetch, Module, Origins, RunningWorld } from '#sim/kernel';
import type { Cell } from './cell.ts';
import type { LaneName } from './lane-name.ts';

/** How the people of one cell reach its world. Made for the world, gone with the cell. */
export interface LaneStage extends AsyncDisposable {
  /** How schools, gates, counters and link scanners ask the services. */
  readonly fetch: Fetch;
  /** What a device is set up with, before anybody uses it. */
  setUp?(id: string, owner: { readonly addresses: readonly string[] }): void;
  /** The device with this id of the world: the same one whenever it is asked. */
  handset(id: string): Handset;
  /** The mail app of that device, whose links open on it. */
  mailApp(id: string): MailApp;
  /** Called after every step, one that failed too: what is worth keeping of it. */
  afterStep?(index: number): Promise<void>;
  /** The pictures and page sources that its events `screen.captured` name, by those names. */
  readonly pictures?: ReadonlyMap<string, Uint8Array>;
}

/**
 * A way to play: everything that differs between direct, wire, emulated and device. What it holds beyond one cell, such as
 * a server that all of them share, goes with it.
 */
export interface Lane extends AsyncDisposable {
  readonly name: LaneName;
  /** What its worlds are made of, where that is not {@link modules}: such as mail that leaves by another way. */
  readonly modules?: readonly Module[];
  /** Where the services of its worlds live, where phones have to reach them; the simulated origins when absent. */
  readonly origins?: Origins;
  /** Ports of this machine that phones have to be led to (`adb reverse tcp:8082 tcp:8082`). */
  readonly ports?: readonly number[];
  /** Why it cannot play a cell; asked before anything is played. */
  whyNot?(cell: Cell): Bilingual | undefined;
  /** Throws ServiceError when what it stands on is missing: nothing was played then. */
  open(world: RunningWorld): Promise<LaneStage>;
}
