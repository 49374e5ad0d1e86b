import type { RunningWorld } from '#sim/kernel';
import { type Arrival, arrivalsAfter, lastArrival } from '../mailbox/index.ts';

/** Calls back for each message that comes in from now on, once, in the order of coming. */
export function followArrivals(world: RunningWorld, listener: (arrival: Arrival) => void): Disposable {
  let seen = lastArrival(world);
  let version = -1;
  return world.watch(() => {
    const now = world.store.table('mailbox_message').version;
    if (now === version) return;
    version = now;
    for (const arrival of arrivalsAfter(world, seen)) {
      seen = arrival.seq;
      listener(arrival);
    }
  });
}
