import { expect, test } from 'vitest';
import { command, type Module } from './command.ts';
import { createWorld } from './create-world.ts';
import { defaultLimits } from './origin.ts';
import { loadWorld, saveWorld, snapshotWorld } from './saved-world.ts';

const put = command<{ readonly bytes: Uint8Array; readonly fails: boolean }, number>(
  'shelf.put',
  (world, { bytes, fails }) => {
    const blob = world.blobs.keep(bytes);
    world.store.run('INSERT INTO shelf (blob) VALUES (?)', blob);
    if (fails) throw new Error('asked to fail');
    return blob;
  },
);
const take = command<{ readonly blob: number }, void>('shelf.take', (world, { blob }) => world.blobs.release(blob));
const shelf: Module = { name: 'shelf', tables: 'CREATE TABLE shelf (blob INTEGER) STRICT;', commands: [put, take] };
const origin = { seed: 3, startsAt: 0, limits: defaultLimits, parameters: {} };
const bytes = Buffer.from([0, 255, 13, 10, 0x80, 0xc3, 0x28]);
const kept = (world: { store: { all<Row>(sql: string): Row[] } }) =>
  world.store.all<{ blob: number; holders: number }>('SELECT blob, holders FROM blob').map((row) => ({ ...row }));

test('equal bytes stand once, and go with the last row and journal entry that keep them', async () => {
  using world = createWorld(origin, [shelf]);
  const blob = await world.perform(put, { bytes, fails: false });
  expect(await world.perform(put, { bytes: Buffer.from(bytes), fails: false })).toBe(blob);
  expect(world.blobs.bytesOf(blob)).toEqual(bytes);
  expect(kept(world)).toEqual([{ blob, holders: 4 }]);
  await world.perform(take, { blob });
  await world.perform(take, { blob });
  await world.forget();
  expect(kept(world)).toEqual([]);
  expect(() => world.blobs.bytesOf(blob)).toThrow(TypeError);
});

test('a command that failed keeps nothing', async () => {
  using world = createWorld(origin, [shelf]);
  await expect(world.perform(put, { bytes, fails: true })).rejects.toThrow('asked to fail');
  expect(kept(world)).toEqual([]);
});

test('bytes of a payload come through the journal as they were', async () => {
  using world = createWorld(origin, [shelf]);
  const blob = await world.perform(put, { bytes, fails: false });
  const saved = JSON.parse(JSON.stringify(saveWorld(world)));
  expect(saved.journal).toMatchObject([{ payload: { fails: false }, bytes: { bytes: bytes.toString('base64') } }]);
  using again = await loadWorld(saved, [shelf]);
  expect(again.blobs.bytesOf(blob)).toEqual(bytes);
  expect(snapshotWorld(again).bytes).toEqual(snapshotWorld(world).bytes);
});
