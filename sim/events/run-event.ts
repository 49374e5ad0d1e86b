import { type Static, type TSchema, Type } from 'typebox';
import type { Json, World } from '../kernel/index.ts';
import { eventCatalogue } from './event-catalogue.ts';
import type { EventType } from './event-type.ts';

export type EventName = keyof typeof eventCatalogue;

export type EventData<Name extends EventName> = Static<(typeof eventCatalogue)[Name]['data']>;

/** One line of events.ndjson. Who acted, and in which step, follows from the type and from the lines before it. */
export type RunEvent = {
  [Name in EventName]: {
    readonly v: 1;
    readonly seq: number;
    /** Virtual time, RFC 3339 in Japan's offset. */
    readonly at: string;
    readonly type: Name;
    readonly data: EventData<Name>;
  };
}[EventName];

export type EventOf<Name extends EventName> = Extract<RunEvent, { readonly type: Name }>;

/** Writes an event; only inside a command. */
export function emit<Name extends EventName>(world: World, type: Name, data: EventData<Name>): void {
  world.log.append(type, data as Json);
}

export function eventsAfter(world: World, seq: number): RunEvent[] {
  return world.log.after(seq) as RunEvent[];
}

export function eventType(name: EventName): EventType {
  return eventCatalogue[name] as EventType;
}

/** The JSON Schema (2020-12) of one line of events.ndjson. */
export function runEventSchema(): TSchema {
  const lines = Object.entries(eventCatalogue).map(([name, { data }]) =>
    Type.Object(
      {
        v: Type.Literal(1),
        seq: Type.Integer({ minimum: 1 }),
        at: Type.String(),
        type: Type.Literal(name),
        data,
      },
      { additionalProperties: false },
    ),
  );
  return Type.Union(lines, { title: 'RunEvent' });
}
