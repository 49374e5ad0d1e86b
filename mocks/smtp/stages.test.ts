import { describe, expect, it } from 'vitest';
import { eventsAfter } from '#sim/events';
import { reception } from './smtp-fixture.ts';

const docomo = 'hanako@docomo.ne.jp.test';
const pupil = 'p001@mihon-jh.ed.jp.test';

describe('what a host knows before the data it answers to RCPT', () => {
  it('puts a sender off that is new, and takes it after the wait', async () => {
    await using mx = await reception();
    await mx.open(pupil);
    const client = await mx.dial();
    await client.say('EHLO c', 'MAIL FROM:<a@b.test>');
    expect(await client.say(`RCPT TO:<${pupil}>`)).toEqual(['451 4.7.1 Greylisted, please try again in 300 seconds']);
    await mx.world.advance(300_000);
    expect(await client.say(`RCPT TO:<${pupil}>`, 'DATA')).toEqual(['250 Accepted', expect.stringMatching(/^354/)]);
    expect(await client.send('From: a@b.test\r\n\r\nbody\r\n.\r\n')).toBe('250 2.0.0 Ok: queued');
    expect(mx.outcomes()).toEqual([`msg_0001 ${pupil} deferred greylist`, `msg_0001 ${pupil} delivered otherwise`]);
  });

  it('counts addresses that do not exist, and puts everybody’s mail off', async () => {
    await using mx = await reception();
    await mx.open(docomo, { unknownUsersMax: 2 });
    const client = await mx.dial();
    await client.say('EHLO c', 'MAIL FROM:<a@b.test>');
    await client.say('RCPT TO:<x@docomo.ne.jp.test>', 'RCPT TO:<y@docomo.ne.jp.test>');
    expect(await client.say(`RCPT TO:<${docomo}>`)).toEqual(['421 Too many unknown recipients, try again later']);
    const elsewhere = await mx.dial();
    await elsewhere.say('EHLO c', 'XCLIENT ADDR=192.0.2.77', 'EHLO c', 'MAIL FROM:<a@b.test>');
    expect(await elsewhere.say(`RCPT TO:<${docomo}>`)).toEqual(['250 Accepted']);
  });

  it('takes a hundred addresses in one transaction, and not one more', async () => {
    await using mx = await reception();
    const addresses = Array.from({ length: 101 }, (_, n) => `u${n}@docomo.ne.jp.test`);
    for (const address of addresses) await mx.open(address);
    const client = await mx.dial();
    await client.say('EHLO c', 'MAIL FROM:<a@b.test>');
    const replies = await client.say(...addresses.map((address) => `RCPT TO:<${address}>`));
    expect(replies.filter((reply) => reply === '250 Accepted')).toHaveLength(100);
    expect(replies.at(-1)).toBe('552 Too many recipients');
  });

  it('takes what au sends back later, though the account cannot receive', async () => {
    const au = 'hanako@ezweb.ne.jp.test';
    await using now = await reception();
    await now.open(au, { account: 'limited' });
    const refused = await now.dial();
    await refused.say('EHLO c', 'MAIL FROM:<a@b.test>');
    expect(await refused.say(`RCPT TO:<${au}>`)).toEqual(['550 The user(s) account is temporarily limited.']);
    await using late = await reception({}, {}, { mailbox: { lateBounceMs: 60_000 } });
    await late.open(au, { account: 'limited' });
    const client = await late.dial();
    await client.say('EHLO c', 'MAIL FROM:<a@b.test>');
    expect(await client.say(`RCPT TO:<${au}>`, 'DATA')).toEqual(['250 Accepted', expect.stringMatching(/^354/)]);
    expect(await client.send('From: a@b.test\r\n\r\nbody\r\n.\r\n')).toBe('250 Ok');
    await late.world.advance(60_000);
    expect(eventsAfter(late.world, 0).map(({ type }) => type)).toContain('mail.returned');
  });
});
