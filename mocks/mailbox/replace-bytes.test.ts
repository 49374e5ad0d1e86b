import { expect, it } from 'vitest';
import { command, createWorld, defaultLimits, type Module } from '#sim/kernel';
import { captureRecord } from './capture-records.ts';
import { bytesOf } from './captured-message.ts';
import { deliver } from './deliver.ts';
import { held } from './held-count.ts';
import { mailboxModule } from './mailbox-module.ts';
import { createMailbox } from './mailbox-settings.ts';
import { replaceBytes } from './replace-bytes.ts';

const address = 'hanako@plain.test';
const send = command<{ readonly data: Uint8Array }, void>('fixture.send', async (world, { data }) => {
  const envelope = { kind: 'issue-notice', reversePath: 'a@b.test', forwardPath: address };
  await deliver(world, { message: world.ids.next('msg'), ...envelope, data: Buffer.from(data) });
});
const fixture: Module = { name: 'fixture', tables: '', commands: [send] };

it('other bytes take the place of a message’s, and are counted instead of them', async () => {
  const parameters = { mailbox: { bytesMax: 1_000 } };
  using world = createWorld({ seed: 1, startsAt: 0, limits: defaultLimits, parameters }, [mailboxModule, fixture]);
  await world.perform(createMailbox, { address, provider: 'plain' });
  const data = Buffer.from('Subject: x\r\n\r\nbody\r\n');
  for (let n = 0; n < 2; n += 1) await world.perform(send, { data });
  const before = captureRecord(world, 'cap_0001');
  const other = Buffer.concat([Buffer.from('Received: outside\r\n'), data]);
  await world.perform(replaceBytes, { captured: 'cap_0001', data: other });
  expect(bytesOf(world, 'cap_0001')).toEqual(other);
  expect(bytesOf(world, 'cap_0002')).toEqual(data);
  expect(captureRecord(world, 'cap_0001')).toEqual({ ...before, sizeBytes: other.length });
  expect(held(world)).toEqual({ captures: 2, bytes: other.length + data.length });
  await expect(world.perform(replaceBytes, { captured: 'cap_0003', data })).rejects.toMatchObject({
    code: 'captured-unknown',
  });
});
