import { eventsAfter } from '#sim/events';
import type { RunningWorld } from '#sim/kernel';

/** What a provider put on each captured message when it delivered it: `sender-warning`, `tab-updates`, … */
export interface ArrivalMarks {
  of(captured: string): readonly string[];
}

/** Marks are told once, with the arrival: read from the log as far as it has grown, each event once. */
export function createArrivalMarks(world: RunningWorld): ArrivalMarks {
  const marksOf = new Map<string, readonly string[]>();
  let seen = 0;
  return {
    of(captured) {
      for (const event of eventsAfter(world, seen)) {
        seen = event.seq;
        if (event.type !== 'mail.received' || event.data.captured === undefined) continue;
        if (event.data.marks !== undefined) marksOf.set(event.data.captured, event.data.marks);
      }
      return marksOf.get(captured) ?? [];
    },
  };
}
