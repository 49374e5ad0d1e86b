import type { Bilingual } from '#sim/errors';
import type { EventData, EventName } from '#sim/events';
import type { Names } from './names.ts';

/** How the events whose names begin with one of these words are told: what the event carries → its sentence. */
export type Family<Word extends string> = {
  readonly [Name in Extract<EventName, `${Word}.${string}`>]: (data: EventData<Name>, names: Names) => Bilingual;
};
