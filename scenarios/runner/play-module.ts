import { type EventData, type EventName, emit } from '#sim/events';
import { command, type Json, type Module, type RunningWorld, type World } from '#sim/kernel';

/** An event of the run itself: a step begins, a check holds. */
const record = command<{ readonly type: string; readonly data: Json }, void>('run.record', (world, { type, data }) => {
  emit(world, type as EventName, data as EventData<EventName>);
});

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

type Joined = {
  readonly role: 'school' | 'student';
  /** The key in the cast. */
  readonly name: string;
  readonly description: { readonly ja: string; readonly en: string };
  /** The ids of the devices, by the names that steps call them. */
  readonly handsets: { readonly [name: string]: string };
};

/** A member of the cast is there, with devices. */
export const join = command<Joined, void>('run.join', (world, { role, name, description, handsets }) => {
  for (const [device, handset] of Object.entries(handsets)) {
    world.store.run('INSERT INTO run_handset (student, name, handset) VALUES (?, ?, ?)', name, device, handset);
  }
  emit(world, 'cast.joined', { role, name, description });
});

/** A student's devices in the order of the cast. */
export function handsetsOf(world: World, student: string): { readonly name: string; readonly handset: string }[] {
  return world.store.all('SELECT name, handset FROM run_handset WHERE student = ? ORDER BY handset', student);
}

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
  tables: `
    CREATE TABLE run_kept (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE run_handset (
      student TEXT NOT NULL, name TEXT NOT NULL, handset TEXT NOT NULL, PRIMARY KEY (student, name)
    ) STRICT, WITHOUT ROWID;`,
  commands: [record, keep, join],
};
