import { describe, expect, it } from 'vitest';
import { eventsAfter } from '../events/index.ts';
import { command, createWorld, defaultLimits, parseDuration } from '../kernel/index.ts';
import { bulkState, countBulk } from './bulk-watch.ts';
import { mailModule } from './index.ts';
import { startsAt } from './outbox-fixture.ts';

const span = (text: string): number => parseDuration(text) ?? 0;
const count = command<{ readonly from: string; readonly to: string; readonly mails: number }, void>(
  'fixture.count',
  (world, { from, to, mails }) => {
    for (let n = 0; n < mails; n += 1) countBulk(world, { from, to });
  },
);

function watched(parameters = {}) {
  const world = createWorld({ seed: 5, startsAt, limits: defaultLimits, parameters: { mail: parameters } }, [
    mailModule({ deliver: () => ({ replyCode: 250, text: 'Ok' }) }),
    { name: 'fixture', tables: '', commands: [count] },
  ]);
  return {
    world,
    send: (mails: number, to = 'a@gmail.com.test', from = 'service@openbadge.net') =>
      world.perform(count, { from, to, mails }),
    crossings: () => eventsAfter(world, 0).filter(({ type }) => type === 'mail.bulk-reached'),
  };
}

describe('the watch over mails to personal Gmail', () => {
  it('tells at the 5,000th mail within a day, once, what Gmail asks from then on', async () => {
    const mail = watched();
    await mail.send(4_999);
    expect(mail.crossings()).toEqual([]);
    expect(bulkState(mail.world)).toMatchObject({ domain: 'openbadge.net', mails: 4_999, mailsPerDayMax: 5_000 });
    await mail.send(2);
    expect(mail.crossings()).toMatchObject([
      {
        data: {
          domain: 'openbadge.net',
          mails: 5_000,
          requirements: ['ptr', 'tls', 'spam-rate', 'message-format', 'spf-and-dkim', 'dmarc', 'alignment'],
        },
      },
    ]);
    expect(bulkState(mail.world)).toMatchObject({ mails: 5_001, since: startsAt });
  });

  it('counts the subdomains of an organisation together, both names of Gmail, and nobody else', async () => {
    const mail = watched({ bulkMailsPerDay: 3 });
    await mail.send(1, 'a@gmail.com.test', 'notice@mail.openbadge.net');
    await mail.send(1, 'a@GoogleMail.com.test', 'service@OPENBADGE.net');
    await mail.send(9, 'a@docomo.ne.jp.test');
    await mail.send(9, 'a@mihon-u.ac.jp.test');
    await mail.send(9, 'a@gmail.com.test', 'service@other.net');
    expect(bulkState(mail.world).mails).toBe(2);
    await mail.send(1);
    expect(mail.crossings().map(({ data }) => 'domain' in data && data.domain)).toEqual(['other.net', 'openbadge.net']);
  });

  it('forgets what is older than 24 hours, but not that the limit was reached once', async () => {
    const mail = watched({ bulkMailsPerDay: 4 });
    await mail.send(2);
    await mail.world.advance(span('23h49m'));
    expect(bulkState(mail.world).mails).toBe(2);
    await mail.world.advance(span('11m'));
    await mail.send(2);
    expect(bulkState(mail.world)).not.toHaveProperty('since');
    await mail.send(2);
    await mail.world.advance(span('30d'));
    expect(bulkState(mail.world)).toMatchObject({ mails: 0, since: startsAt + span('1d') });
    expect(mail.crossings()).toHaveLength(1);
  });

  it('asks SPF or DKIM of everybody, and of nobody a one-click unsubscribe: this is no marketing', () => {
    const { requirements } = bulkState(watched().world);
    expect(requirements.map(({ requirement }) => requirement)).toEqual([
      'spf-or-dkim',
      'ptr',
      'tls',
      'spam-rate',
      'message-format',
    ]);
  });
});
