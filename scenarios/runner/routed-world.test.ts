import { describe, expect, it } from 'vitest';
import type { CarriedMail, MailRoute } from '#mocks/external-capture';
import { bytesOf, createMailbox, deliver, findCaptures, mailboxModule } from '#mocks/mailbox';
import { command, createWorld, defaultLimits, loadWorld, type Module, type RunningWorld, saveWorld } from '#sim/kernel';
import { routedWorld } from './routed-world.ts';

const address = 'hanako@plain.test';

const transmission = (reversePath = 'service@openbadge.net') => ({
  kind: 'issue-notice',
  reversePath,
  forwardPath: address,
  data: Buffer.from('Subject: x\r\n\r\nbody\r\n'),
});

const send = command<{ readonly reversePath?: string }, void>('fixture.send', async (world, { reversePath }) => {
  await deliver(world, { message: world.ids.next('msg'), ...transmission(reversePath) });
});
const sendLater = command<{ readonly delayMs: number }, void>('fixture.sendLater', (world, { delayMs }) => {
  world.timers.schedule('fixture.send', world.clock.now() + delayMs, {});
});
const fixture: Module = {
  name: 'fixture',
  tables: '',
  commands: [send, sendLater],
  timers: { 'fixture.send': (world) => send.run(world, {}) },
};
const modules = [mailboxModule, fixture];

const trace = Buffer.from('X-Way: outside\r\n');

/** A way that leaves a trace, as real servers do, and remembers what it carried. */
function tracing(): MailRoute & { readonly carried: CarriedMail[] } {
  const carried: CarriedMail[] = [];
  return {
    carried,
    async carry(mail) {
      carried.push(mail);
      return Buffer.concat([trace, mail.data]);
    },
  };
}

async function routed(route: MailRoute): Promise<{ readonly world: RunningWorld; readonly inner: RunningWorld }> {
  const inner = createWorld({ seed: 1, startsAt: 0, limits: defaultLimits, parameters: {} }, modules);
  const world = routedWorld(inner, route);
  await world.perform(createMailbox, { address, provider: 'plain' });
  return { world, inner };
}

const shown = (world: RunningWorld): string[] =>
  findCaptures(world, { after: 0 }, 10).map(({ captured }) => bytesOf(world, captured).toString());
const withTrace = 'X-Way: outside\r\nSubject: x\r\n\r\nbody\r\n';

describe('a world whose mail takes a way outside', () => {
  it('shows the bytes that came back, before whoever moved it goes on', async () => {
    const route = tracing();
    const { world } = await routed(route);
    await world.perform(send, {});
    expect(shown(world)).toEqual([withTrace]);
    await world.perform(sendLater, { delayMs: 10 });
    await world.advance(20);
    expect(shown(world)).toEqual([withTrace, withTrace]);
    await world.perform(sendLater, { delayMs: 10 });
    const seen: string[][] = [];
    await world.advanceUntil(() => seen.push(shown(world)) > 1, 1_000);
    expect(seen.at(-1)).toEqual([withTrace, withTrace, withTrace]);
    expect(route.carried.map(({ data }) => data.toString())).toEqual(Array(3).fill('Subject: x\r\n\r\nbody\r\n'));
    expect(route.carried[0]).toMatchObject({ reversePath: 'service@openbadge.net', forwardPath: address });
    expect(findCaptures(world, { after: 0 }, 1)[0]?.sizeBytes).toBe(withTrace.length);
  });

  it('lets no time pass on the way', async () => {
    const { world } = await routed(tracing());
    await world.advance(500);
    await world.perform(send, {});
    expect(world.clock.now()).toBe(500);
    expect(findCaptures(world, { after: 0 }, 1)[0]?.receivedAt).toBe(500);
  });

  it('leaves out what a provider writes itself', async () => {
    const route = tracing();
    const { world } = await routed(route);
    await world.perform(send, { reversePath: '' });
    expect(route.carried).toEqual([]);
    expect(shown(world)).toEqual(['Subject: x\r\n\r\nbody\r\n']);
  });

  it('carries each mail once, also when several move it at the same time', async () => {
    const route = tracing();
    const { world } = await routed(route);
    await Promise.all([world.perform(send, {}), world.perform(send, {}), world.advance(5)]);
    expect(route.carried).toHaveLength(2);
  });

  it('fails with the way', async () => {
    const { world } = await routed({ carry: () => Promise.reject(new TypeError('lost')) });
    await expect(world.perform(send, {})).rejects.toThrow('lost');
  });

  it('replays without the way, to the same bytes', async () => {
    const { world, inner } = await routed(tracing());
    await world.perform(send, {});
    using again = await loadWorld(saveWorld(world), modules);
    expect(shown(again)).toEqual([withTrace]);
    expect(Buffer.from(again.serialize()).equals(Buffer.from(inner.serialize()))).toBe(true);
  });
});
