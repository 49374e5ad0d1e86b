import type { Handset, MailApp } from '#drivers/handset';
import type { Fetch, RunningWorld } from '#sim/kernel';

/** How the people of one cell reach its world. Made for the world, gone with the cell. */
export interface LaneStage extends AsyncDisposable {
  /** How schools, gates and counters ask the services. */
  readonly fetch: Fetch;
  /** The device with this id of the world. Asked once a device. */
  handset(id: string): Handset;
  /** The mail app of that device. */
  mailApp(id: string): MailApp;
  /** Called after every step: what is worth keeping of it. */
  afterStep?(index: number): Promise<void>;
}

/** A way to play: everything that differs between direct, wire, emulated and device. */
export interface Lane {
  readonly name: 'direct' | 'wire' | 'emulated' | 'device';
  open(world: RunningWorld): Promise<LaneStage>;
}
