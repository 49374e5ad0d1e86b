import { describe, expect, it } from 'vitest';
import { eventsAfter, type SmtpReply, type Transmission } from '#sim/events';
import { command, createWorld, defaultLimits, type Json, type World } from '#sim/kernel';
import { createMailbox, deliver, mailboxModule } from '../mailbox/index.ts';
import { openTransit, type Transit, type TransitPorts } from './index.ts';

const usual: TransitPorts = { deliver, refusedByRelay: () => undefined };

interface Sent {
  readonly forwardPath: string;
  readonly data?: string;
  readonly reversePath?: string;
}

/** A world with a command that hands one mail over: in process, or by the transit when there is one. */
async function posted(
  sent: Sent,
  mailbox: { readonly [name: string]: Json } | undefined,
  options: { readonly ports?: TransitPorts; readonly parameters?: Readonly<Record<string, Record<string, Json>>> } = {},
) {
  const { ports = usual, parameters = {} } = options;
  let transit: Transit | undefined;
  const post = command<Record<string, never>, SmtpReply>('fixture.post', (world: World) => {
    const transmission: Transmission = {
      message: 'msg_0001',
      kind: 'issue-notice',
      reversePath: sent.reversePath ?? 'bounce@openbadge.net',
      forwardPath: sent.forwardPath,
      data: Buffer.from(sent.data ?? 'From: service@openbadge.net\r\nSubject: x\r\n\r\n.dot\r\nbody\r\n'),
    };
    return transit === undefined ? ports.deliver(world, transmission) : transit.carry(world, transmission);
  });
  const play = async () => {
    const world = createWorld({ seed: 5, startsAt: 0, limits: defaultLimits, parameters }, [
      mailboxModule,
      { name: 'fixture', tables: '', commands: [post] },
    ]);
    if (mailbox !== undefined) {
      await world.perform(createMailbox, { address: sent.forwardPath, settings: mailbox });
    }
    const reply = await world.perform(post, {});
    return { reply, events: eventsAfter(world, 0) };
  };
  const direct = await play();
  transit = await openTransit(ports);
  await using _closed = transit;
  return { direct, wire: await play() };
}

describe('a mail that crosses a socket', () => {
  it.each<[string, Sent, { readonly [name: string]: Json } | undefined, string]>([
    ['is taken after the data', { forwardPath: 'hanako@docomo.ne.jp.test' }, {}, 'DATA'],
    ['is refused at RCPT, where nobody is there', { forwardPath: 'nobody@docomo.ne.jp.test' }, undefined, 'RCPT'],
    ['takes an address that RFC 5321 forbids', { forwardPath: 'ha..nako.@docomo.ne.jp.test' }, {}, 'DATA'],
    [
      'is refused at RCPT, where the account is limited',
      { forwardPath: 'a@au.com.test' },
      { account: 'limited' },
      'RCPT',
    ],
    [
      'is refused after the data, where the mailbox is full',
      { forwardPath: 'a@au.com.test' },
      { quotaBytes: 1 },
      'DATA',
    ],
  ])('%s', async (_what, sent, mailbox, stage) => {
    const { direct, wire } = await posted(sent, mailbox);
    expect(wire.reply).toMatchObject({ stage, replyCode: direct.reply.replyCode, text: direct.reply.text });
    expect(wire.events).toEqual(direct.events);
  });

  it('is taken where the host sends it back later, although its envelope alone would be refused', async () => {
    const limited = { forwardPath: 'a@au.com.test' };
    const options = { parameters: { mailbox: { lateBounceMs: 1_000 } } };
    const { direct, wire } = await posted(limited, { account: 'limited' }, options);
    expect(wire.reply).toMatchObject({ replyCode: 250, stage: 'DATA' });
    expect(wire.events).toEqual(direct.events);
  });

  it('is answered by the host that it leaves through first', async () => {
    const refusal: SmtpReply = { replyCode: 501, enhancedStatusCode: '5.1.3', text: 'Bad syntax', stage: 'RCPT' };
    const ports: TransitPorts = { deliver: () => refusal, refusedByRelay: () => refusal };
    const { wire } = await posted({ forwardPath: 'hanako@docomo.ne.jp.test' }, {}, { ports });
    expect(wire.reply).toEqual(refusal);
  });

  it('fails as it would without the socket when the world cannot take it', async () => {
    const failing = new TypeError('a bug');
    const ports: TransitPorts = {
      ...usual,
      deliver() {
        throw failing;
      },
    };
    await using transit = await openTransit(ports);
    const post = command<Record<string, never>, SmtpReply>('fixture.post', (world: World) =>
      transit.carry(world, {
        message: 'msg_0001',
        kind: 'issue-notice',
        reversePath: 'a@b.test',
        forwardPath: 'hanako@docomo.ne.jp.test',
        data: Buffer.from('x\r\n'),
      }),
    );
    using world = createWorld({ seed: 5, startsAt: 0, limits: defaultLimits, parameters: {} }, [
      mailboxModule,
      { name: 'fixture', tables: '', commands: [post] },
    ]);
    await world.perform(createMailbox, { address: 'hanako@docomo.ne.jp.test' });
    await expect(world.perform(post, {})).rejects.toBe(failing);
  });
});
