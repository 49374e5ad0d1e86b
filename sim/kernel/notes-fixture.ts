import { command, type Module } from './command.ts';
import { parseInstant } from './instant.ts';
import { defaultLimits, type Origin } from './origin.ts';
import type { RunningWorld } from './running-world.ts';

/** For tests: a module that keeps notes, and what is done with it. */
export const write = command<{ text: string; token?: string }, string>(
  'note.write',
  async (world, { text, token }) => {
    const id = world.ids.next('note');
    world.store.run('INSERT INTO note (id, text) VALUES (?, ?)', id, `${text} ${token ?? ''}`);
    // A turn of the event loop in the middle of a command: others must wait for it.
    await new Promise((resolve) => setImmediate(resolve));
    world.log.append('note.written', {
      id,
      text,
      dice: world.random.integer('dice', 6),
      key: world.random.token('key'),
    });
    if (text === 'fail') throw new Error('asked to fail');
    world.timers.schedule('note.ring', world.clock.now() + 60_000, { id });
    return id;
  },
  { secrets: ['token'] },
);

export const notes: Module = {
  name: 'note',
  tables: 'CREATE TABLE note (id TEXT PRIMARY KEY, text TEXT NOT NULL, rung INTEGER) STRICT;',
  commands: [write],
  timers: {
    'note.ring': (world, payload) => {
      const { id } = payload as { id: string };
      world.store.run('UPDATE note SET rung = ? WHERE id = ?', world.clock.now(), id);
      world.log.append('note.rang', { id });
    },
  },
  begin: (world) => world.log.append('note.began', {}),
};

export const startsAt = parseInstant('2026-04-01T09:00:00+09:00') ?? 0;
export const origin: Origin = { seed: 7, startsAt, limits: defaultLimits, parameters: {} };
export const lines = (world: RunningWorld): string =>
  world.log
    .after(0)
    .map((entry) => JSON.stringify(entry))
    .join('\n');

export async function play(world: RunningWorld): Promise<void> {
  await world.perform(write, { text: 'a', token: 'live-token-1' });
  await world.advance(30_000);
  await world.perform(write, { text: 'b' });
  await world.advanceUntil(() => lines(world).includes('"note_0001"},') || lines(world).includes('note.rang'), 300_000);
  await world.perform(write, { text: 'c' });
  await world.advance(600_000);
}
