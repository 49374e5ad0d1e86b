import { describe, expect, it } from 'vitest';
import { command, createWorld, defaultLimits, type Module, type Payload } from '#sim/kernel';
import { createMailbox, deliver, mailboxModule } from '../mailbox/index.ts';
import { followArrivals } from './arrival-feed.ts';
import { waitForCapture } from './wait.ts';
import { type WatchedWorld, watchWorld } from './watched-world.ts';

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

async function watched(): Promise<WatchedWorld> {
  const world = createWorld({ seed: 1, startsAt: 0, limits: defaultLimits, parameters: {} }, [mailboxModule, fixture]);
  await world.perform(createMailbox, { address, provider: 'plain' });
  return watchWorld(world);
}

const forever = { timeoutMs: 600_000, signal: new AbortController().signal };

describe('a watched world', () => {
  it('tells after every command and every timer, in every way that time moves', async () => {
    using world = await watched();
    let rings = 0;
    const watching = world.watch(() => (rings += 1));
    const ringsOf = async (work: Promise<unknown>) => {
      const before = rings;
      await work;
      return rings - before;
    };
    expect(await ringsOf(world.perform(send, { subject: 'x', delayMs: 10 }))).toBe(1);
    await world.perform(send, { subject: 'y', delayMs: 20 });
    expect(await ringsOf(world.advance(10))).toBeGreaterThanOrEqual(2);
    expect(await ringsOf(world.advanceTo(20))).toBeGreaterThanOrEqual(2);
    expect(await ringsOf(world.advanceUntil(() => false, 5))).toBeGreaterThanOrEqual(1);
    watching[Symbol.dispose]();
    expect(await ringsOf(world.perform(send, { subject: 'z' }))).toBe(0);
    expect(world.clock.now()).toBe(25);
  });

  it('is refused what any world is refused', async () => {
    using world = await watched();
    await world.advance(10);
    await expect(world.advanceTo(5)).rejects.toMatchObject({ code: 'clock-backwards' });
    await expect(world.perform(send, { subject: 'x', fails: true })).rejects.toThrow('undone');
  });
});

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
