import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import type { Module } from './command.ts';
import { createWorld } from './create-world.ts';
import { lines, notes, origin, play, write } from './notes-fixture.ts';
import { openWorld } from './open-world.ts';
import type { RunningWorld } from './running-world.ts';
import { loadWorld, restoreWorld, saveWorld, snapshotWorld } from './saved-world.ts';

const folder = mkdtempSync(join(tmpdir(), 'todoku-world-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
function newFile(): string {
  files += 1;
  return join(folder, `${files}.world`);
}
const open = (file: string, modules: readonly Module[] = [notes]): RunningWorld =>
  openWorld({ file, holder: 'the test, process 4711' }, origin, modules);
const bytes = (world: RunningWorld): Buffer => Buffer.from(world.serialize());
/** What the end of the process at this moment would leave. */
function crashed(file: string): string {
  const left = newFile();
  for (const end of ['', '-wal']) if (existsSync(file + end)) copyFileSync(file + end, left + end);
  return left;
}

describe('a world in a file', () => {
  it('has the bytes of one in memory that was told the same, and of one made again from its journal', async () => {
    using inFile = open(newFile());
    using inMemory = createWorld(origin, [notes]);
    await play(inFile);
    await play(inMemory);
    expect(bytes(inFile).equals(bytes(inMemory))).toBe(true);
    expect(bytes(await loadWorld(saveWorld(inFile), [notes])).equals(bytes(inMemory))).toBe(true);
    using fork = restoreWorld(snapshotWorld(inFile), [notes]);
    expect(bytes(fork).equals(bytes(inMemory))).toBe(true);
  });

  it('goes on where its last command left it, after a close and after a crash, with all it had to do', async () => {
    const file = newFile();
    const first = open(file);
    await first.perform(write, { text: 'a', token: 'live-token-1' });
    first[Symbol.dispose]();
    const second = open(file);
    await second.advance(30_000);
    const left = crashed(file);
    second[Symbol.dispose]();
    using third = open(left);
    expect(third.clock.now()).toBe(origin.startsAt + 30_000);
    await third.perform(write, { text: 'b' });
    await third.advanceUntil(() => lines(third).includes('note.rang'), 300_000);
    await third.perform(write, { text: 'c' });
    await third.advance(600_000);
    using whole = createWorld(origin, [notes]);
    await play(whole);
    expect(bytes(third).equals(bytes(whole))).toBe(true);
  });

  it('left in the middle of a command, is as it was before that command', async () => {
    const file = newFile();
    using world = open(file);
    await world.perform(write, { text: 'a' });
    const before = bytes(world);
    const working = world.perform(write, { text: 'b' });
    // The command waits for the machine: its first row is written, its last is not.
    await Promise.resolve();
    const left = crashed(file);
    await working;
    using after = open(left);
    expect(bytes(after).equals(before)).toBe(true);
  });

  it('left while it is made, is made again', () => {
    const file = newFile();
    const failing: Module = {
      ...notes,
      begin: () => {
        throw new Error('the process ends here');
      },
    };
    expect(() => open(file, [failing])).toThrow('the process ends here');
    using world = open(file, [failing, notes].slice(1));
    expect(lines(world)).toContain('note.began');
    writeFileSync(join(folder, 'empty.world'), '');
    using other = open(join(folder, 'empty.world'));
    expect(other.log.length).toBe(1);
  });

  it('is open once: the second to ask hears who has it', async () => {
    const file = newFile();
    const first = open(file);
    expect(() => open(file)).toThrow(
      expect.objectContaining({ code: 'world-file-busy', parameters: { file, holder: 'the test, process 4711' } }),
    );
    await first.perform(write, { text: 'a' });
    first[Symbol.dispose]();
    expect(existsSync(`${file}-holder`)).toBe(false);
    using second = open(file);
    expect(second.log.length).toBe(2);
  });

  it('of another version is refused, and left as it is', async () => {
    const file = newFile();
    open(file)[Symbol.dispose]();
    const before = readFileSync(file);
    const other = { ...notes, tables: `${notes.tables} CREATE TABLE note_more (id TEXT) STRICT;` };
    expect(() => open(file, [other])).toThrow(expect.objectContaining({ code: 'world-format' }));
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('is not made out of what is someone else’s', () => {
    const text = newFile();
    writeFileSync(text, 'My thesis. '.repeat(1_000));
    const foreign = newFile();
    const database = new DatabaseSync(foreign);
    database.exec('CREATE TABLE world (id INTEGER)');
    database.close();
    for (const file of [text, foreign]) {
      const before = readFileSync(file);
      expect(() => open(file)).toThrow(expect.objectContaining({ code: 'world-file-foreign' }));
      expect(readFileSync(file).equals(before)).toBe(true);
    }
  });

  it.each([
    ['cut short', (file: string) => truncateSync(file, 20_000)],
    ['overwritten in the middle', (file: string) => overwrite(file, 8_192)],
    ['overwritten at its first table', (file: string) => overwrite(file, 200)],
  ])('is refused when it was %s', async (_, spoil) => {
    const file = newFile();
    const world = open(file);
    for (let n = 0; n < 50; n += 1) await world.perform(write, { text: 'x'.repeat(500) });
    world[Symbol.dispose]();
    spoil(file);
    expect(() => open(file)).toThrow(expect.objectContaining({ code: 'world-file-damaged' }));
  });

  it('cannot be where there is no folder', () => {
    expect(() => open(join(folder, 'nowhere', 'a.world'))).toThrow(
      expect.objectContaining({ code: 'world-file-unusable' }),
    );
  });
});

function overwrite(file: string, at: number): void {
  const spoiled = readFileSync(file);
  spoiled.fill(0xa5, at, at + 4_096);
  writeFileSync(file, spoiled);
}
