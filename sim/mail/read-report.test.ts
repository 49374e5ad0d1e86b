import { describe, expect, it } from 'vitest';
import type { SmtpReply, Transmission } from '../events/index.ts';
import { loadWorld, parseDuration, restoreWorld, saveWorld, snapshotWorld } from '../kernel/index.ts';
import { carrierReplies, undeliveredTo } from './dsn/carrier-replies.ts';
import { writeDsn } from './dsn/index.ts';
import { isSuppressed, mailState } from './index.ts';
import { envelopeIdOf } from './message-id.ts';
import { issueNotice, type MailWorld, mailWorld } from './outbox-fixture.ts';

const address = 'hanako@docomo.ne.jp.test';
const unknownUser: SmtpReply = { replyCode: 550, text: `Unknown user ${address}`, stage: 'RCPT' };
const span = (text: string): number => parseDuration(text) ?? 0;

/** A world whose only mail fared as the reply says; four seconds are over. */
async function answeredWith(reply: SmtpReply, parameters = {}): Promise<MailWorld & { readonly message: string }> {
  const mail = mailWorld(() => reply, parameters);
  const message = await mail.enqueue(issueNotice());
  await mail.world.advance(4_000);
  return { ...mail, message };
}

const accepted: SmtpReply = { replyCode: 250, text: 'Ok' };

/** A report of another host about the first mail of a world. */
function reportOf(mail: MailWorld, change: Partial<Parameters<typeof writeDsn>[0]> = {}): Buffer {
  const envelopeId = envelopeIdOf(mail.world, 'msg_0001', address);
  const { data } = mail.transmissions[0] as Transmission;
  return writeDsn({ ...undeliveredTo(address, unknownUser), reportingHost: 'relay.test', envelopeId, data, ...change });
}

describe('a refusal', () => {
  it('is known when the report of our own host was read, and not before', async () => {
    const mail = mailWorld(() => unknownUser);
    const message = await mail.enqueue(issueNotice());
    await mail.world.advanceUntil(() => mail.transmissions.length === 1, 3_000);
    expect(mailState(mail.world, message)).toMatchObject({ state: 'queued', attempts: 1 });
    await mail.world.advance(999);
    expect(mail.events('mail.bounced')).toEqual([]);
    await mail.world.advance(1);
    expect(mailState(mail.world, message)).toMatchObject({
      state: 'rejected',
      replyCode: 550,
      replyText: `Unknown user ${address}`,
      reasonClass: 'userunknown',
      attempts: 1,
    });
    expect(mail.events('mail.bounced')).toEqual([
      {
        message,
        reportingHost: 'mail.openbadge.net',
        address,
        status: '5.0.0',
        diagnostic: `550 Unknown user ${address}`,
        reasonClass: 'userunknown',
        reason: { ja: '宛先のアドレスがありません', en: 'there is no such user' },
        isLate: false,
      },
    ]);
  });

  it.each(carrierReplies.map((row) => [row.case, row] as const))(
    'suppresses the address for no such user alone: %s',
    async (_, { reply, reason }) => {
      const mail = await answeredWith(reply);
      const isFinal = reply.replyCode >= 500;
      expect(mailState(mail.world, mail.message)).toMatchObject({
        state: isFinal ? 'rejected' : 'deferred',
        reasonClass: reason,
      });
      const isExpected = isFinal && reason === 'userunknown';
      expect(isSuppressed(mail.world, address)).toBe(isExpected);
      expect(mail.events('mail.suppressed')).toEqual(isExpected ? [{ message: mail.message, address }] : []);
    },
  );

  it('for a time that lasts too long is given up, and suppresses nothing', async () => {
    const mail = await answeredWith({ ...unknownUser, replyCode: 450 });
    await mail.world.advance(span('6d'));
    expect(mailState(mail.world, mail.message)).toMatchObject({ state: 'given-up', reason: 'retry-time-over' });
    expect(mail.events('mail.bounced')).toMatchObject([{ status: '4.0.0', isLate: false }]);
    expect(isSuppressed(mail.world, address)).toBe(false);
  });

  it('for a time and for no known reason is told as expired in the end', async () => {
    const mail = await answeredWith({ replyCode: 451, text: 'Not now' });
    await mail.world.advance(span('6d'));
    expect(mailState(mail.world, mail.message).reasonClass).toBe('expired');
  });

  it('of a mail with a null reverse-path is told to nobody', async () => {
    const mail = await answeredWith(unknownUser, { reversePath: '' });
    await mail.world.advance(span('1d'));
    expect(mail.events('mail.bounced')).toEqual([]);
    await mail.receive(reportOf(mail), '');
    expect(mail.events('mail.report-ignored')).toEqual([]);
  });

  it('sends nothing: a report is no mail of the queue, and its answer is none', async () => {
    const mail = await answeredWith(unknownUser);
    await mail.world.advance(span('10d'));
    expect(mail.world.store.all('SELECT blob FROM blob')).toEqual([]);
    await mail.receive(reportOf(mail));
    await mail.world.advance(span('10d'));
    expect(mail.transmissions).toHaveLength(1);
    expect(mail.events('mail.queued')).toHaveLength(1);
  });
});

describe('a mail that comes back after it was taken', () => {
  it('bounced, whoever forwarded it, and a missing address beyond suppresses nothing', async () => {
    const mail = await answeredWith(accepted);
    await mail.receive(reportOf(mail, { recipient: 'taro@gmail.com.test' }));
    expect(mailState(mail.world, mail.message)).toMatchObject({ state: 'bounced', reasonClass: 'userunknown' });
    expect(mail.events('mail.bounced')).toMatchObject([
      { address: 'taro@gmail.com.test', reportingHost: 'relay.test', isLate: true },
    ]);
    expect(isSuppressed(mail.world, address)).toBe(false);
  });

  it('suppresses its address when that does not exist, until a clerk lifts it', async () => {
    const mail = await answeredWith(accepted);
    await mail.receive(reportOf(mail));
    expect(isSuppressed(mail.world, '"Hanako"@docomo.ne.jp.test')).toBe(true);
    await mail.lift(address);
    expect(isSuppressed(mail.world, address)).toBe(false);
  });

  it('is told once, however often the report comes', async () => {
    const mail = await answeredWith(accepted);
    for (let n = 0; n < 3; n += 1) await mail.receive(reportOf(mail));
    expect(mail.events('mail.bounced')).toHaveLength(1);
    expect(mail.events('mail.report-ignored')).toEqual([{ why: 'known-already' }, { why: 'known-already' }]);
  });

  it('is known by its Message-ID, where the host knows no envelope id and changed the subject', async () => {
    const mail = await answeredWith(accepted);
    const text = reportOf(mail, { envelopeId: '' })
      .toString('latin1')
      .replace('\r\nSubject: =?', '\r\nSubject: [x] =?');
    await mail.receive(Buffer.from(text, 'latin1'));
    expect(mailState(mail.world, mail.message).state).toBe('bounced');
  });
});

describe('a report that may be forged', () => {
  const nothing = Buffer.from('Subject: x\r\n\r\n');

  it.each([
    ['of a mail that was never sent', 'not-our-mail', { envelopeId: 'msg_0999.aaaaaaaaaaaaaaaa', data: nothing }],
    ['with a code that was guessed', 'not-our-mail', { envelopeId: 'msg_0001.aaaaaaaaaaaaaaaa', data: nothing }],
    ['without any id', 'not-our-mail', { envelopeId: '', data: nothing }],
    [
      'with a foreign Message-ID',
      'not-our-mail',
      { envelopeId: '', data: Buffer.from('Message-ID: <msg_0001.aaaaaaaaaaaaaaaa@openbadge.net>\r\n\r\n') },
    ],
  ] as const)('%s changes nothing', async (_, why, change) => {
    const mail = await answeredWith(accepted);
    const before = mailState(mail.world, mail.message);
    await mail.receive(reportOf(mail, change));
    expect(mailState(mail.world, mail.message)).toEqual(before);
    expect(mail.events('mail.report-ignored')).toEqual([{ why }]);
    expect(isSuppressed(mail.world, address)).toBe(false);
  });

  it('of another address changes nothing while our own host has not handed the mail over', async () => {
    const mail = await answeredWith({ replyCode: 451, text: 'later' });
    await mail.receive(reportOf(mail, { recipient: 'taro@gmail.com.test' }));
    await mail.receive(reportOf(mail));
    expect(mail.events('mail.report-ignored')).toEqual([{ why: 'another-address' }, { why: 'known-already' }]);
    expect(mailState(mail.world, mail.message).state).toBe('deferred');
    expect(isSuppressed(mail.world, address)).toBe(false);
  });

  it('cannot use the code of one mail for another', async () => {
    const mail = await answeredWith(accepted);
    await mail.enqueue(issueNotice({ forwardPath: 'taro@gmail.com.test' }));
    await mail.world.advance(4_000);
    const code = envelopeIdOf(mail.world, 'msg_0001', address).slice('msg_0001'.length);
    await mail.receive(
      reportOf(mail, { envelopeId: `msg_0002${code}`, recipient: 'taro@gmail.com.test', data: nothing }),
    );
    expect(mail.events('mail.report-ignored')).toEqual([{ why: 'not-our-mail' }]);
  });

  it('is no report, or not for the issuer, and changes nothing', async () => {
    const mail = await answeredWith(accepted);
    await mail.receive(nothing);
    await mail.receive(reportOf(mail), 'somebody@openbadge.net');
    expect(mail.events('mail.report-ignored')).toEqual([{ why: 'no-report' }]);
    expect(mailState(mail.world, mail.message).state).toBe('accepted');
  });
});

describe('a crash', () => {
  it('at any command loses no report and reads none twice', async () => {
    const whole = await answeredWith(unknownUser);
    const expected = whole.events('mail.bounced');
    // Each step is one transaction: what a kill leaves is the database between two of them.
    for (let steps = 0; steps < 3; steps += 1) {
      const mail = mailWorld(() => unknownUser);
      await mail.enqueue(issueNotice());
      let fired = 0;
      const before = mail.world.log.length;
      await mail.world.advanceUntil(() => fired++ >= steps, 4_000);
      using restored = restoreWorld(snapshotWorld(mail.world), mail.world.modules);
      await restored.advance(4_000 - (restored.clock.now() - mail.world.origin.startsAt));
      expect(restored.log.length).toBeGreaterThan(before);
      const bounced = restored.log.after(0).filter(({ type }) => type === 'mail.bounced');
      expect(bounced.map(({ data }) => data)).toEqual(expected);
      expect(isSuppressed(restored, address)).toBe(true);
    }
  });

  it('inside the command that reads a report leaves it to be read again', async () => {
    // The fourth event, the suppression, does not fit: the third and the new state must go with it.
    const mail = mailWorld(() => unknownUser, {}, 3);
    const message = await mail.enqueue(issueNotice());
    await expect(mail.world.advance(4_000)).rejects.toMatchObject({ code: 'event-limit' });
    expect(mail.events('mail.bounced')).toEqual([]);
    expect(mailState(mail.world, message)).toMatchObject({ state: 'queued', attempts: 1 });
    expect(mail.world.store.all('SELECT kind FROM timer')).toEqual([{ kind: 'mail.report' }]);
  });

  it('and a replay of the journal give the same events', async () => {
    const mail = await answeredWith(unknownUser);
    const again = await loadWorld(saveWorld(mail.world), mail.world.modules);
    expect(again.log.after(0)).toEqual(mail.world.log.after(0));
  });
});
