import { describe, expect, it } from 'vitest';
import { parseDuration } from '../kernel/index.ts';
import { isSuppressed, mailState } from './index.ts';
import { issueNotice, mailWorld, startsAt } from './outbox-fixture.ts';

const address = 'hanako@docomo.ne.jp.test';
const span = (text: string): number => parseDuration(text) ?? 0;

describe('the queue', () => {
  it('sends nothing before virtual time moves, then within three seconds', async () => {
    const mail = mailWorld();
    const message = await mail.enqueue(issueNotice());
    expect(mailState(mail.world, message)).toEqual({
      state: 'queued',
      attempts: 0,
      forwardPath: address,
      kind: 'issue-notice',
      queuedAt: startsAt,
    });
    await mail.world.advance(999);
    expect(mail.transmissions).toHaveLength(0);
    await mail.world.advance(2_001);
    expect(mail.transmissions).toHaveLength(1);
    expect(mail.transmissions[0]).toMatchObject({
      message,
      kind: 'issue-notice',
      about: 'cred_0001',
      reversePath: 'service@openbadge.net',
      forwardPath: address,
    });
    expect(mailState(mail.world, message)).toMatchObject({ state: 'accepted', replyCode: 250, replyText: 'Ok' });
  });

  it('queues a mail with its words in the log, but no live link', async () => {
    const mail = mailWorld();
    await mail.enqueue(issueNotice());
    const [queued] = mail.events('mail.queued');
    expect(queued).toMatchObject({
      message: 'msg_0001',
      messageId: expect.stringMatching(/^<msg_0001\.[\w-]{16}@openbadge\.net>$/),
      subject: '【見本大学】からオープンバッジ発行のお知らせ',
      about: 'cred_0001',
    });
    expect(JSON.stringify(mail.events('mail.queued'))).not.toContain('live-token-1');
  });

  it('tries again after 5 minutes and then in steps of at least 30, sending the same bytes', async () => {
    const at: number[] = [];
    const mail = mailWorld(() => ({
      replyCode: at.length < 4 ? 451 : 250,
      enhancedStatusCode: '4.7.1',
      text: 'later',
    }));
    const message = await mail.enqueue(issueNotice());
    while (mailState(mail.world, message).state !== 'accepted') {
      const before = mail.transmissions.length;
      await mail.world.advanceUntil(() => mail.transmissions.length > before, span('1d'));
      at.push(mail.world.clock.now());
    }
    const gaps = at.slice(1).map((instant, i) => instant - (at[i] ?? 0));
    expect(gaps).toEqual([span('5m'), span('30m'), span('1h'), span('2h')]);
    const [first, ...others] = mail.transmissions;
    for (const other of others) expect(other.data.equals(first?.data ?? Buffer.alloc(0))).toBe(true);
    expect(mail.events('mail.attempted').map((event) => event.attempt)).toEqual([1, 2, 3, 4, 5]);
  });

  it('gives up when five days are over', async () => {
    const mail = mailWorld(() => ({ replyCode: 452, text: 'full' }));
    const message = await mail.enqueue(issueNotice());
    await mail.world.advance(span('4d'));
    expect(mailState(mail.world, message).state).toBe('deferred');
    await mail.world.advance(span('2d'));
    expect(mailState(mail.world, message)).toMatchObject({
      state: 'given-up',
      reason: 'retry-time-over',
      replyCode: 452,
    });
    expect(mail.events('mail.given-up')).toEqual([{ message, reason: 'retry-time-over' }]);
    const attempts = mail.transmissions.length;
    await mail.world.advance(span('5d'));
    expect(mail.transmissions).toHaveLength(attempts);
    expect(isSuppressed(mail.world, address)).toBe(false);
  });

  it('reports a mail that waits for hours as delayed, once, and goes on trying', async () => {
    const mail = mailWorld(() => ({ replyCode: 451, enhancedStatusCode: '4.7.1', text: 'Greylisted', stage: 'RCPT' }));
    const message = await mail.enqueue(issueNotice());
    await mail.world.advance(span('4h'));
    expect(mail.events('mail.delay-reported')).toEqual([]);
    await mail.world.advance(span('3d'));
    expect(mail.events('mail.delay-reported')).toMatchObject([
      { message, address, status: '4.7.1', diagnostic: '451 4.7.1 Greylisted', reasonClass: 'greylisted' },
    ]);
    expect(mailState(mail.world, message)).toMatchObject({ state: 'deferred', reasonClass: 'greylisted' });
    expect(mail.events('mail.bounced')).toEqual([]);
  });

  it('keeps no bytes of a message that needs no further attempt', async () => {
    for (const replyCode of [250, 550]) {
      const mail = mailWorld(() => ({ replyCode, text: 'x' }));
      await mail.enqueue(issueNotice());
      const held = () => mail.world.store.get<{ n: number }>('SELECT count(data) AS n FROM mail_message')?.n;
      expect(held()).toBe(1);
      await mail.world.advance(3_000);
      expect(held()).toBe(0);
    }
  });
});

describe('an address', () => {
  it('that is suppressed gets nothing more, in any spelling, until the suppression is lifted', async () => {
    const mail = mailWorld(() => ({ replyCode: 550, enhancedStatusCode: '5.1.1', text: 'no', stage: 'RCPT' }));
    await mail.enqueue(issueNotice());
    await mail.world.advance(4_000);
    const second = await mail.enqueue(issueNotice({ forwardPath: '"Hanako"@docomo.ne.jp.test' }));
    await mail.world.advance(span('1h'));
    expect(mail.transmissions).toHaveLength(1);
    expect(mailState(mail.world, second)).toMatchObject({ state: 'given-up', reason: 'address-suppressed' });
    expect(mail.events('mail.given-up')).toEqual([{ message: second, reason: 'address-suppressed' }]);

    await mail.lift(address);
    expect(isSuppressed(mail.world, address)).toBe(false);
    await mail.enqueue(issueNotice());
    await mail.world.advance(3_000);
    expect(mail.transmissions).toHaveLength(2);
    expect(mail.events('mail.suppression-lifted')).toEqual([{ address }]);
  });

  it.each(['a@docomo.ne.jp', 'a@test.example.com', 'a@example.test.jp', 'a@testing', 'a@example.test.'])(
    '%s is refused: no mail leaves the simulated domains',
    async (forwardPath) => {
      const mail = mailWorld();
      await expect(mail.enqueue(issueNotice({ forwardPath }))).rejects.toMatchObject({
        code: expect.stringMatching(/^(domain-not-simulated|address-malformed)$/),
      });
      expect(mail.events('mail.queued')).toEqual([]);
    },
  );

  it('of a real domain is refused with the code that says so', async () => {
    const refused = mailWorld().enqueue(issueNotice({ forwardPath: 'hanako@docomo.ne.jp' }));
    await expect(refused).rejects.toMatchObject({ code: 'domain-not-simulated' });
  });

  it.each([
    'hanako',
    '@example.test',
    'a b@example.test',
    'a@b@example.test',
    'a>b@example.test',
    '花子@example.test',
    '"a"b"@example.test',
  ])('%s is malformed', async (forwardPath) => {
    await expect(mailWorld().enqueue(issueNotice({ forwardPath }))).rejects.toMatchObject({
      code: 'address-malformed',
    });
  });

  it.each([
    'ha..nako@docomo.ne.jp.test',
    '.hanako@docomo.ne.jp.test',
    'hanako.@docomo.ne.jp.test',
    '"ha..nako"@docomo.ne.jp.test',
    '-h@ezweb.ne.jp.test',
  ])('%s, as real students have it, is sent to as it is', async (forwardPath) => {
    const mail = mailWorld();
    await mail.enqueue(issueNotice({ forwardPath }));
    await mail.world.advance(3_000);
    expect(mail.transmissions[0]?.forwardPath).toBe(forwardPath);
  });

  it.each([
    { forwardPath: 'a@example.test\r\nRCPT TO:<b@example.test>' },
    { recipientName: '花子\r\nBcc: b@example.test' },
    { issuerName: '見本\n大学' },
    { issuerName: '見本\0大学' },
  ])('or a name with a line break or NUL is refused: %j', async (change) => {
    const mail = mailWorld();
    await expect(mail.enqueue(issueNotice(change))).rejects.toMatchObject({ code: 'header-injection' });
    expect(mail.events('mail.queued')).toEqual([]);
  });
});
