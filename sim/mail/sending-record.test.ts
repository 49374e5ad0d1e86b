import { describe, expect, expectTypeOf, it } from 'vitest';
import type { SmtpReply, Transmission } from '../events/index.ts';
import { type SendingRecord, type SentMail, sendingRecord } from './index.ts';
import { issueNotice, mailWorld, startsAt } from './outbox-fixture.ts';

const replies: Readonly<Record<string, SmtpReply>> = {
  'docomo.ne.jp.test': { replyCode: 550, text: 'Unknown user a@docomo.ne.jp.test', stage: 'DATA' },
  'gmail.com.test': { replyCode: 452, enhancedStatusCode: '4.2.2', text: 'over quota', stage: 'RCPT' },
  'ezweb.ne.jp.test': { replyCode: 550, text: '<a@ezweb.ne.jp.test>: User unknown', stage: 'RCPT' },
};

function answer({ forwardPath }: Transmission): SmtpReply {
  return replies[forwardPath.slice(forwardPath.lastIndexOf('@') + 1)] ?? { replyCode: 250, text: 'Ok' };
}

async function record(query: Partial<Parameters<typeof sendingRecord>[1]> = {}): Promise<SendingRecord> {
  const mail = mailWorld(answer);
  for (const domain of ['docomo.ne.jp', 'gmail.com', 'ezweb.ne.jp', 'i.softbank.jp']) {
    await mail.enqueue({ ...issueNotice({ forwardPath: `a@${domain}.test` }), about: `cred_${domain}` });
  }
  await mail.world.advance(4_000);
  return sendingRecord(mail.world, { limit: 100, ...query });
}

describe('what the issuer can know of its mail', () => {
  it('is for each mail its state, the attempts, the last reply and the reason, the newest first', async () => {
    const { messages } = await record();
    expect(messages).toEqual([
      {
        message: 'msg_0004',
        kind: 'issue-notice',
        about: 'cred_i.softbank.jp',
        address: 'a@i.softbank.jp.test',
        state: 'accepted',
        attempts: 1,
        queuedAt: startsAt,
        lastReply: { replyCode: 250, text: 'Ok' },
      },
      expect.objectContaining({ state: 'rejected', reason: expect.objectContaining({ class: 'userunknown' }) }),
      expect.objectContaining({
        state: 'deferred',
        lastReply: { replyCode: 452, enhancedStatusCode: '4.2.2', text: 'over quota' },
        reason: { class: 'mailboxfull', ja: '受信者のメールボックスがいっぱいです', en: 'the mailbox is full' },
      }),
      expect.objectContaining({ state: 'rejected', reason: expect.objectContaining({ class: 'filtered' }) }),
    ]);
  });

  it('is how many mails of each day each receiving domain has in each state', async () => {
    const day = '2026-04-01';
    expect((await record({ limit: 1 })).domainDays).toEqual([
      { domain: 'docomo.ne.jp.test', day, mails: 1, states: { rejected: 1 } },
      { domain: 'ezweb.ne.jp.test', day, mails: 1, states: { rejected: 1 } },
      { domain: 'gmail.com.test', day, mails: 1, states: { deferred: 1 } },
      { domain: 'i.softbank.jp.test', day, mails: 1, states: { accepted: 1 } },
    ]);
  });

  it('is which addresses are suppressed, and where it stands with bulk rules', async () => {
    const { suppressed, bulk } = await record();
    expect(suppressed).toEqual([{ address: 'a@ezweb.ne.jp.test', message: 'msg_0003', since: expect.any(Number) }]);
    expect(bulk).toMatchObject({ domain: 'openbadge.net', mails: 0 });
  });

  it('comes in pages, and for some credentials alone', async () => {
    const ids = async (query: Parameters<typeof record>[0]) =>
      (await record(query)).messages.map(({ message }) => message);
    expect(await ids({ limit: 2 })).toEqual(['msg_0004', 'msg_0003']);
    expect(await ids({ limit: 2, before: 'msg_0003' })).toEqual(['msg_0002', 'msg_0001']);
    const about = new Set(['cred_docomo.ne.jp', 'cred_gmail.com']);
    expect(await ids({ about })).toEqual(['msg_0002', 'msg_0001']);
    const narrowed = await record({ about });
    expect(narrowed.suppressed).toEqual([]);
    expect(narrowed.domainDays.map(({ domain }) => domain)).toEqual(['docomo.ne.jp.test', 'gmail.com.test']);
  });

  it('has no place for what only the receiving side knows', async () => {
    expectTypeOf<keyof SentMail>().toEqualTypeOf<
      'message' | 'kind' | 'about' | 'address' | 'state' | 'attempts' | 'queuedAt' | 'lastReply' | 'reason'
    >();
    expectTypeOf<keyof SendingRecord>().toEqualTypeOf<'messages' | 'domainDays' | 'suppressed' | 'bulk'>();
    expect(JSON.stringify(await record())).not.toMatch(/folder|trail|captured|provider|junk|inbox|dropped|live-token/i);
  });
});
