import { describe, expect, it } from 'vitest';
import { command, createWorld, defaultLimits, type Module, type Payload, type RunningWorld } from '#sim/kernel';
import { createMailbox, deliver, mailboxModule } from '../mailbox/index.ts';
import { followArrivals } from './arrival-feed.ts';
import { waitForCapture } from './wait.ts';

const address = 'hanako@plain.test';

type Sent = { readonly subject: string; readonly delayMs?: number; readonly fails?: boolean };

const sent = (subject: string) => ({
  kind: 'issue-notice',
  reversePath: 'a@b.test',
  forwardPath: address,
  data: Buffer.from(`Subject: ${subject}\r\n\r\nbody\r\n`),
});

const send = command<Sent, void>('fixture.send', async (world, { subject, delayMs, fails }) => {
  if (delayMs !== undefined) world.timers.schedule('fixture.later', world.clock.now() + delayMs, { subject });
  else await deliver(world, { message: world.ids.next('msg'), ...sent(subject) });
  if (fails === true) throw new TypeError('undone');
});

const fixture: Module = {
  name: 'fixture',
  tables: '',
  commands: [send],
  timers: {
    'fixture.later': async (world, payload) => {
      await deliver(world, { message: world.ids.next('msg'), ...sent(String((payload as Payload).subject)) });
    },
  },
};

async function watched(): Promise<RunningWorld> {
  const world = createWorld({ seed: 1, startsAt: 0, limits: defaultLimits, parameters: {} }, [mailboxModule, fixture]);
  await world.perform(createMailbox, { address, provider: 'plain' });
  return world;
}

const forever = { timeoutMs: 600_000, signal: new AbortController().signal };

describe('the feed of arrivals', () => {
  it('tells of each message once, in order, and of none that came before or was undone', async () => {
    using world = await watched();
    await world.perform(send, { subject: 'before' });
    const messages: string[] = [];
    using _following = followArrivals(world, ({ message }) => messages.push(message));
    await world.perform(send, { subject: 'one' });
    await expect(world.perform(send, { subject: 'undone', fails: true })).rejects.toThrow();
    for (const delayMs of [30, 10, 20]) await world.perform(send, { subject: `in ${delayMs}`, delayMs });
    await world.advance(100);
    expect(messages).toEqual(['msg_0002', 'msg_0003', 'msg_0004', 'msg_0005']);
  });
});

describe('a wait', () => {
  it('ends at once for what is there already', async () => {
    using world = await watched();
    await world.perform(send, { subject: 'お知らせ' });
    expect(await waitForCapture(world, { after: 0, subject: 'お知らせ' }, forever)).toMatchObject({
      captured: 'cap_0001',
    });
  });

  it('moves no time, and ends when somebody else does', async () => {
    using world = await watched();
    await world.perform(send, { subject: 'old' });
    await world.perform(send, { subject: '学生証', delayMs: 5_000 });
    const entries = world.journal.entries().length;
    const waiting = waitForCapture(world, { after: 1, subject: '学生証' }, forever);
    const other = waitForCapture(world, { after: 1, text: 'ＢＯＤＹ' }, forever);
    expect([world.clock.now(), world.journal.entries().length]).toEqual([0, entries]);
    await world.advance(60_000);
    expect(await waiting).toMatchObject({ captured: 'cap_0002', receivedAt: 5_000 });
    expect(await other).toMatchObject({ captured: 'cap_0002' });
  });

  it('ends empty when its time is over, or when nobody waits any more', async () => {
    using world = await watched();
    expect(await waitForCapture(world, { after: 0 }, { ...forever, timeoutMs: 0 })).toBeUndefined();
    const hangUp = new AbortController();
    const waiting = waitForCapture(world, { after: 0 }, { ...forever, signal: hangUp.signal });
    hangUp.abort();
    expect(await waiting).toBeUndefined();
    expect(await waitForCapture(world, { after: 0 }, { ...forever, signal: hangUp.signal })).toBeUndefined();
  });
});
