import { type EventData, type EventName, emit } from '#sim/events';
import { command, type Json, type Module, type RunningWorld, type World } from '#sim/kernel';

/** An event of the run itself: a step begins, a check holds. */
export const record = command<{ readonly type: string; readonly data: Json }, void>(
  'run.record',
  (world, { type, data }) => {
    emit(world, type as EventName, data as EventData<EventName>);
  },
);

export function recordEvent<Name extends EventName>(
  world: RunningWorld,
  type: Name,
  data: EventData<Name>,
): Promise<void> {
  return world.perform(record, { type, data: data as Json });
}

/** A value that a step keeps for later ones; it may be a live link, so the journal seals it and no event carries it. */
export const keep = command<{ readonly name: string; readonly value: string; readonly what: string }, void>(
  'run.keep',
  (world, { name, value, what }) => {
    world.store.run(
      'INSERT INTO run_kept (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
      name,
      value,
    );
    emit(world, 'step.kept', { name, what });
  },
  { secrets: ['value'] },
);

export function keptValue(world: World, name: string): Json | undefined {
  const row = world.store.get<{ value: string }>('SELECT value FROM run_kept WHERE name = ?', name);
  return row === undefined ? undefined : (JSON.parse(row.value) as Json);
}

export function keptValues(world: World): Readonly<Record<string, Json>> {
  const rows = world.store.all<{ name: string; value: string }>('SELECT name, value FROM run_kept');
  return Object.fromEntries(rows.map((row) => [row.name, JSON.parse(row.value) as Json]));
}

export const playModule: Module = {
  name: 'run',
  tables: 'CREATE TABLE run_kept (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;',
  commands: [record, keep],
};
