import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Module } from './command.ts';
import { createWorld as createInMemory } from './create-world.ts';
import { formatInstant } from './instant.ts';
import { lines, notes, origin, play, startsAt, write } from './notes-fixture.ts';
import { openWorld } from './open-world.ts';
import type { Origin } from './origin.ts';
import { loadWorld, restoreWorld, saveWorld, snapshotWorld } from './saved-world.ts';

const folder = mkdtempSync(join(tmpdir(), 'todoku-live-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

function createInFile(asked: Origin, modules: readonly Module[]) {
  files += 1;
  return openWorld({ file: join(folder, `${files}.world`), holder: 'the test' }, asked, modules);
}

/** What holds of a world wherever it is kept. */
describe.each([
  ['in memory', createInMemory],
  ['in a file', createInFile],
])('a world %s', (_, createWorld) => {
  it('lets go of journal and events, counts on, and can be snapshotted but not saved', async () => {
    using world = createWorld(origin, [notes]);
    await play(world);
    const { length } = world.log;
    await world.forget();
    expect(world.log.after(0)).toHaveLength(1);
    expect(world.store.all('SELECT id FROM note')).toHaveLength(3);
    await world.perform(write, { text: 'd' });
    expect(world.log.length).toBe(length + 1);
    expect(world.journal.entries().map(({ command }) => command)).toContain('note.write');
    expect(() => saveWorld(world)).toThrow(expect.objectContaining({ code: 'journal-forgotten' }));
    using fork = restoreWorld(snapshotWorld(world), [notes]);
    expect(lines(fork)).toBe(lines(world));
  });

  it('gives the same events byte for byte: run again, forked in the middle, or loaded from its journal', async () => {
    const first = createWorld(origin, [notes]);
    await play(first);
    const second = createWorld(origin, [notes]);
    await play(second);
    expect(lines(second)).toBe(lines(first));

    const begun = createWorld(origin, [notes]);
    await begun.perform(write, { text: 'a', token: 'live-token-1' });
    const snapshot = snapshotWorld(begun);
    await begun.perform(write, { text: 'another branch' });
    const fork = restoreWorld(snapshot, [notes]);
    await fork.advance(30_000);
    await fork.perform(write, { text: 'b' });
    await fork.advanceUntil(() => lines(fork).includes('note.rang'), 300_000);
    await fork.perform(write, { text: 'c' });
    await fork.advance(600_000);
    expect(lines(fork)).toBe(lines(first));

    const loaded = await loadWorld(JSON.parse(JSON.stringify(saveWorld(first))), [notes]);
    expect(lines(loaded)).toBe(lines(first));
    expect(Buffer.from(loaded.serialize()).equals(Buffer.from(first.serialize()))).toBe(true);
  });

  it('is rewound to any entry of its journal', async () => {
    const world = createWorld(origin, [notes]);
    await play(world);
    const early = await loadWorld(saveWorld(world), [notes], 1);
    expect(early.log.length).toBe(2);
    expect(early.clock.now()).toBe(startsAt);
  });

  it('differs with another seed', async () => {
    const first = createWorld(origin, [notes]);
    const other = createWorld({ ...origin, seed: 8 }, [notes]);
    await play(first);
    await play(other);
    expect(lines(other)).not.toBe(lines(first));
  });

  it('takes one command at a time, and undoes the whole of a failed one', async () => {
    const world = createWorld(origin, [notes]);
    const before = Buffer.from(world.serialize());
    await expect(world.perform(write, { text: 'fail' })).rejects.toThrow('asked to fail');
    expect(Buffer.from(world.serialize()).equals(before)).toBe(true);
    const ids = await Promise.all([1, 2, 3].map((n) => world.perform(write, { text: String(n) })));
    expect(ids).toEqual(['note_0001', 'note_0002', 'note_0003']);
    expect(world.log.after(0).map((entry) => entry.seq)).toEqual([1, 2, 3, 4]);
  });

  it('fires timers only when virtual time moves, in the order of their instants', async () => {
    const world = createWorld(origin, [notes]);
    await world.perform(write, { text: 'a' });
    await new Promise((resolve) => setImmediate(resolve));
    expect(lines(world)).not.toContain('note.rang');
    await world.advance(59_999);
    expect(lines(world)).not.toContain('note.rang');
    await world.advance(1);
    expect(world.log.after(2)).toEqual([
      { v: 1, seq: 3, at: '2026-04-01T09:01:00.000+09:00', type: 'note.rang', data: { id: 'note_0001' } },
    ]);
  });

  it('refuses to be written outside a command', () => {
    const world = createWorld(origin, [notes]);
    expect(() => world.store.run('DELETE FROM note')).toThrow(TypeError);
    expect(() => world.ids.next('note')).toThrow(TypeError);
    expect(() => world.log.append('note.began', {})).toThrow(TypeError);
  });

  it('keeps live tokens out of the saved journal, and still replays them', async () => {
    const world = createWorld(origin, [notes]);
    await world.perform(write, { text: 'a', token: 'live-token-1' });
    const saved = saveWorld(world);
    expect(JSON.stringify(saved)).not.toContain('live-token-1');
    const loaded = await loadWorld(saved, [notes]);
    expect(loaded.store.get<{ text: string }>('SELECT text FROM note')?.text).toBe('a live-token-1');
  });

  it('ends at its limits with an error that says so', async () => {
    const world = createWorld({ ...origin, limits: { timeMs: 60_000, events: 2 } }, [notes]);
    await expect(world.advance(60_001)).rejects.toMatchObject({ code: 'time-limit' });
    await expect(world.advanceTo(startsAt - 1)).rejects.toMatchObject({ code: 'clock-backwards' });
    await world.perform(write, { text: 'a' });
    await expect(world.perform(write, { text: 'b' })).rejects.toMatchObject({ code: 'event-limit' });
  });

  it('tells who watches it of every change that stays, and of no other', async () => {
    const world = createWorld(origin, [notes]);
    const heard: number[] = [];
    const watching = world.watch(() => heard.push(world.log.length));
    await world.perform(write, { text: 'a' });
    await expect(world.perform(write, { text: 'fail' })).rejects.toThrow();
    await world.advance(60_000);
    watching[Symbol.dispose]();
    await world.perform(write, { text: 'b' });
    expect(heard).toEqual([2, 3]);
  });

  it('waits for errands after every timer, before time moves on, and a replay needs none', async () => {
    const world = createWorld(origin, [notes]);
    const heard: string[] = [];
    const attending = world.attend(async () => {
      await new Promise((resolve) => setImmediate(resolve));
      heard.push(formatInstant(world.clock.now()));
      if (heard.length === 1) await world.perform(write, { text: 'b' });
    });
    await world.perform(write, { text: 'a' });
    await world.advance(90_000);
    expect(await world.advanceUntil(() => heard.length === 2, 60_000)).toBe(true);
    expect(heard).toEqual(['2026-04-01T09:01:00.000+09:00', '2026-04-01T09:02:00.000+09:00']);
    attending[Symbol.dispose]();
    await world.perform(write, { text: 'c' });
    await world.advance(60_000);
    expect(heard).toHaveLength(2);
    expect(lines(await loadWorld(saveWorld(world), [notes]))).toBe(lines(world));
  });

  it('does not open what another version saved', async () => {
    const world = createWorld(origin, [notes]);
    expect(() => restoreWorld({ ...snapshotWorld(world), schema: 'other' }, [notes])).toThrow(/schema other/);
    await expect(loadWorld({ ...saveWorld(world), schema: 'other' }, [notes])).rejects.toMatchObject({
      code: 'world-format',
    });
  });

  it('a look sees nothing half done', async () => {
    using world = createWorld(origin, [notes]);
    const count = () => world.store.all('SELECT 1 FROM note').length;
    const failed = expect(world.perform(write, { text: 'fail' })).rejects.toThrow('asked to fail');
    const written = world.perform(write, { text: 'a' });
    expect(await world.look(count)).toBe(1);
    await failed;
    await written;
    expect(world.journal.entries()).toHaveLength(1);
  });
});
