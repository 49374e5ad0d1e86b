import { describe, expect, it } from 'vitest';
import { command, type Module } from './command.ts';
import { createWorld } from './create-world.ts';
import { defaultLimits } from './origin.ts';
import { remembered } from './remembered.ts';
import type { RunningWorld } from './running-world.ts';
import { restoreWorld, snapshotWorld } from './saved-world.ts';
import type { World } from './world.ts';

function notebook() {
  let asked = 0;
  const noteOf = remembered(['note', 'name'], (world: World, id) => {
    asked += 1;
    return world.store.get<{ text: string }>('SELECT text FROM note WHERE id = ?', id)?.text;
  });
  const write = command<{ id: string; text: string; undone?: 'all' | 'savepoint' }, string | undefined>(
    'note.write',
    (world, { id, text, undone }) => {
      if (undone === 'savepoint') world.store.run('SAVEPOINT before');
      world.store.run('INSERT OR REPLACE INTO note (id, text) VALUES (?, ?)', id, text);
      const inside = noteOf(world, id);
      if (undone === 'savepoint') world.store.run('ROLLBACK TO before');
      if (undone === 'all') throw new Error('undone');
      return inside;
    },
  );
  const writeElsewhere = command<Record<never, never>, void>('note.other', (world) => {
    world.store.run('INSERT INTO other (n) VALUES (1)');
  });
  const notes: Module = {
    name: 'note',
    tables: `CREATE TABLE note (id TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT;
      CREATE TABLE name (id TEXT PRIMARY KEY) STRICT; CREATE TABLE other (n INTEGER) STRICT;`,
    commands: [write, writeElsewhere],
  };
  const world = createWorld({ seed: 1, startsAt: 0, limits: defaultLimits, parameters: {} }, [notes]);
  return { world, notes, noteOf, write, writeElsewhere, asked: () => asked };
}

describe('a remembered query', () => {
  it('asks once while its tables stand as they do', async () => {
    const { world, noteOf, write, writeElsewhere, asked } = notebook();
    await world.perform(write, { id: 'a', text: 'one' });
    const before = asked();
    await world.perform(writeElsewhere, {});
    expect([noteOf(world, 'a'), noteOf(world, 'a')]).toEqual(['one', 'one']);
    expect(asked()).toBe(before);
  });

  it('sees every write, also inside the command that wrote', async () => {
    const { world, noteOf, write } = notebook();
    expect(await world.perform(write, { id: 'a', text: 'one' })).toBe('one');
    expect(await world.perform(write, { id: 'a', text: 'two' })).toBe('two');
    expect(noteOf(world, 'a')).toBe('two');
  });

  it.each(['all', 'savepoint'] as const)('forgets what was read and then undone (%s)', async (undone) => {
    const { world, noteOf, write } = notebook();
    await world.perform(write, { id: 'a', text: 'one' });
    await world.perform(write, { id: 'a', text: 'never', undone }).catch(() => undefined);
    expect(noteOf(world, 'a')).toBe('one');
  });

  it('keeps apart a world and its fork', async () => {
    const { world, notes, noteOf, write } = notebook();
    await world.perform(write, { id: 'a', text: 'one' });
    const fork: RunningWorld = restoreWorld(snapshotWorld(world), [notes]);
    await fork.perform(write, { id: 'a', text: 'two' });
    expect([noteOf(world, 'a'), noteOf(fork, 'a')]).toEqual(['one', 'two']);
  });
});
