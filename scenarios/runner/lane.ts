import type { Handset, MailApp } from '#drivers/handset';
import type { Fetch, Module, RunningWorld } from '#sim/kernel';

export type LaneName = 'direct' | 'wire' | 'emulated' | 'device';

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
  /** Throws ServiceError when what it stands on is missing: nothing was played then. */
  open(world: RunningWorld): Promise<LaneStage>;
}
