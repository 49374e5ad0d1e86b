import { describe, expect, it } from 'vitest';
import { loadWorld, type RunningWorld, saveWorld } from '#sim/kernel';
import { dnsWorld, signedMail, signingKey } from './dns-fixture.ts';
import {
  authenticate,
  breakRecord,
  hasRecord,
  hasReverseName,
  type ReceivedMail,
  recordsOf,
  setRecords,
} from './index.ts';

const right = {
  reversePath: 'service@openbadge.net',
  fromDomain: 'openbadge.net',
  clientAddress: '192.0.2.25',
  helo: 'mail.openbadge.net',
};

/** `envelope header-From · DKIM · DMARC (policy)` */
async function verdict(world: RunningWorld, change: Partial<ReceivedMail> & { text?: string } = {}): Promise<string> {
  const { text = signedMail(world), ...rest } = change;
  const { spf, dkim, dmarc } = await authenticate(world, { ...right, ...rest, data: Buffer.from(text, 'latin1') });
  return `${spf.envelope.result} ${spf.headerFrom.result} · ${dkim.result} · ${dmarc.result} (${dmarc.policy})`;
}

describe('a mail of the service', () => {
  it('passes everything in a world as it comes', async () => {
    expect(await verdict(dnsWorld())).toBe('pass pass · pass · pass (reject)');
  });

  it.each([
    [{ spf: 'missing' }, 'none none · pass · pass (reject)'],
    [{ spf: 'wrong' }, 'fail fail · pass · pass (reject)'],
    [{ spf: 'broken' }, 'permerror permerror · pass · pass (reject)'],
    [{ spf: 'unreachable' }, 'temperror temperror · pass · pass (reject)'],
    [{ dkim: 'missing' }, 'pass pass · fail · pass (reject)'],
    [{ dkim: 'wrong' }, 'pass pass · fail · pass (reject)'],
    [{ dkim: 'revoked' }, 'pass pass · fail · pass (reject)'],
    [{ dkim: 'unreachable' }, 'pass pass · fail · pass (reject)'],
    [{ dmarc: 'missing' }, 'pass pass · pass · none (none)'],
    [{ dmarc: 'none' }, 'pass pass · pass · pass (none)'],
    [{ dmarc: 'quarantine', spf: 'wrong', dkim: 'wrong' }, 'fail fail · fail · fail (quarantine)'],
    [{ spf: 'missing', dkim: 'missing' }, 'none none · fail · fail (reject)'],
    [{ domain: 'missing' }, 'pass pass · pass · pass (reject)'],
    [{ domain: 'gone' }, 'none none · fail · none (none)'],
    [{ ptr: 'missing' }, 'pass pass · pass · pass (reject)'],
    [{ sendingAddress: '2001:db8::25' }, 'fail fail · pass · pass (reject)'],
  ])('with the records %j: %s', async (parameters, expected) => {
    expect(await verdict(dnsWorld(parameters))).toBe(expected);
  });

  it('does not pass when its body was changed on the way', async () => {
    const world = dnsWorld();
    const text = signedMail(world).replace('receive', 'deceive');
    expect(await verdict(world, { text })).toBe('pass pass · fail · pass (reject)');
  });

  it('does not pass when forwarding put something before its subject', async () => {
    const world = dnsWorld();
    const text = signedMail(world).replace('Subject: ', 'Subject: [meiwaku] ');
    const forwarded = { text, clientAddress: '198.51.100.1', helo: 'gmail.com' };
    expect(await verdict(world, forwarded)).toBe('fail fail · fail · fail (reject)');
  });

  it('has no DKIM without a signature', async () => {
    const text = 'From: <service@openbadge.net>\r\nSubject: badge\r\n\r\nbody\r\n';
    expect(await verdict(dnsWorld(), { text })).toBe('pass pass · none · pass (reject)');
  });

  it('that was forwarded fails SPF and lives by DKIM', async () => {
    expect(await verdict(dnsWorld(), { clientAddress: '198.51.100.1', helo: 'gmail.com' })).toBe(
      'fail fail · pass · pass (reject)',
    );
  });
});

describe('the identities of SPF', () => {
  it('differ for a mailing service with an envelope of its own', async () => {
    const world = dnsWorld();
    await world.perform(setRecords, { name: 'esp.example', type: 'TXT', values: ['v=spf1 ip4:203.0.113.7 -all'] });
    const change = { reversePath: 'bounce@esp.example', clientAddress: '203.0.113.7' };
    expect(await verdict(world, change)).toBe('pass fail · pass · pass (reject)');
    const text = 'From: <service@openbadge.net>\r\n\r\nbody\r\n';
    expect(await verdict(world, { ...change, text })).toBe('pass fail · none · fail (reject)');
  });

  it('fall back to HELO when the envelope names nobody', async () => {
    const world = dnsWorld();
    expect(await verdict(world, { reversePath: '' })).toMatch(/^pass pass/);
    expect(await verdict(world, { reversePath: '', clientAddress: '203.0.113.7' })).toMatch(/^fail fail/);
    expect(await verdict(world, { reversePath: '', helo: 'unknown.example' })).toMatch(/^none pass/);
  });

  it('do not trip over local parts that RFC 5321 forbids', async () => {
    expect(await verdict(dnsWorld(), { reversePath: 'a..b.@openbadge.net' })).toMatch(/^pass/);
  });

  it('are those of a carrier below .test too', async () => {
    const text = 'From: <taro@docomo.ne.jp.test>\r\n\r\nbody\r\n';
    const mail = { reversePath: 'taro@docomo.ne.jp.test', fromDomain: 'docomo.ne.jp.test', helo: 'docomo.ne.jp', text };
    expect(await verdict(dnsWorld(), { ...mail, clientAddress: '198.51.100.2' })).toBe(
      'pass pass · none · none (none)',
    );
    expect(await verdict(dnsWorld(), mail)).toBe('fail fail · none · none (none)');
  });
});

describe('a record', () => {
  it('breaks and is mended while the world runs, and replays so', async () => {
    const world = dnsWorld();
    await world.perform(breakRecord, { record: 'spf', state: 'wrong' });
    await world.perform(breakRecord, { record: 'dkim', state: 'unreachable' });
    await world.perform(breakRecord, { record: 'domain', state: 'missing' });
    expect(await verdict(world)).toBe('fail fail · fail · fail (reject)');
    expect(hasRecord(world, 'openbadge.net.test', ['A', 'MX'])).toBe(false);
    expect(hasRecord(world, 'openbadge.net.test')).toBe(true);
    for (const record of ['spf', 'dkim', 'domain'] as const)
      await world.perform(breakRecord, { record, state: 'right' });
    expect(await verdict(world)).toBe('pass pass · pass · pass (reject)');
    expect(recordsOf(world, 'OPENBADGE.net', 'MX')).toEqual(['10 mail.openbadge.net']);
    const again = await loadWorld(saveWorld(world), world.modules);
    expect(again.log.after(0)).toEqual(world.log.after(0));
    expect(await verdict(again)).toBe('pass pass · pass · pass (reject)');
  });

  it('has the states that there are, and no others', async () => {
    await expect(dnsWorld().perform(breakRecord, { record: 'spf', state: 'toString' })).rejects.toMatchObject({
      code: 'dns-state-unknown',
    });
    expect(() => dnsWorld({ dmarc: 'strict' })).toThrow(expect.objectContaining({ code: 'dns-state-unknown' }));
  });

  it('exists for the carriers and for nobody else', () => {
    const world = dnsWorld();
    expect(hasRecord(world, 'docomo.ne.jp', ['A', 'MX'])).toBe(true);
    expect(hasRecord(world, 'nobody.example')).toBe(false);
  });

  it('of a domain that ran out is gone with everything below it, and comes back as it was', async () => {
    const world = dnsWorld({ spf: 'wrong' });
    const before = recordsOf(world, 'openbadge.net', 'TXT');
    await world.perform(breakRecord, { record: 'domain', state: 'gone' });
    expect(recordsOf(world, '_dmarc.openbadge.net', 'TXT')).toEqual([]);
    expect(hasRecord(world, 'openbadge.net')).toBe(false);
    expect(hasRecord(world, 'mail.openbadge.net', ['A'])).toBe(false);
    expect(hasRecord(world, 'docomo.ne.jp')).toBe(true);
    await world.perform(breakRecord, { record: 'domain', state: 'right' });
    expect(recordsOf(world, 'openbadge.net', 'TXT')).toEqual(before);
  });

  it.each(['192.0.2.25', '2001:db8::25'])('of the sending host’s address %s names the host', async (sendingAddress) => {
    const world = dnsWorld({ sendingAddress });
    expect(hasReverseName(world, sendingAddress)).toBe(true);
    await world.perform(breakRecord, { record: 'ptr', state: 'missing' });
    expect(hasReverseName(world, sendingAddress)).toBe(false);
    expect(hasReverseName(world, '198.51.100.2')).toBe(true);
    expect(hasReverseName(world, '203.0.113.1')).toBe(false);
  });

  it('of an address that the name does not lead back to is no name', async () => {
    const world = dnsWorld();
    await world.perform(setRecords, { name: 'mail.openbadge.net', type: 'A', values: ['203.0.113.77'] });
    expect(hasReverseName(world, '192.0.2.25')).toBe(false);
  });

  it('of a key is what the sending side says', () => {
    const world = dnsWorld();
    const { name, txt } = signingKey(world);
    expect(recordsOf(world, name, 'TXT')).toEqual([txt]);
  });
});

describe('a name that the zone does not have', () => {
  it('is not looked up anywhere else: it has no record, and no name server failed', async () => {
    const world = dnsWorld({ spf: 'missing', dkim: 'missing', dmarc: 'missing' });
    const real = { reversePath: 'x@example.com', fromDomain: 'example.org', helo: 'example.net' };
    expect(await verdict(world, real)).toBe('none none · fail · none (none)');
  });
});
