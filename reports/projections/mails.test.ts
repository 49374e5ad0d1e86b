import { describe, expect, it } from 'vitest';
import { SampleLog } from '../sample-log.ts';
import { failingRun, passingRun } from '../sample-run.ts';
import { projectMails } from './index.ts';

const queued = {
  message: 'msg_0001',
  kind: 'issue-notice',
  messageId: '<1@x>',
  subject: '件名',
  forwardPath: 'a@docomo.ne.jp.test',
  text: '',
  html: '',
};
const received = { message: 'msg_0001', provider: 'docomo', address: 'a@docomo.ne.jp.test', trail: [] };

function log(): SampleLog {
  return new SampleLog('2026-04-01T09:00:00+09:00').add('mail.queued', queued);
}

describe('projectMails', () => {
  it('follows each mail from the queue to its last folder', () => {
    const [notice, activation] = projectMails(passingRun());
    expect(notice).toMatchObject({
      message: 'msg_0001',
      subject: '【見本大学】からオープンバッジ発行のお知らせ',
      from: 'service@openbadge.net',
      to: 'hanako@docomo.ne.jp.test',
      about: 'cred_0001',
      end: { state: 'delivered', folder: 'inbox' },
    });
    expect(notice?.passages.map(({ folder, cause }) => [folder, cause])).toEqual([
      ['junk', 'delivered'],
      ['inbox', 'student'],
      ['inbox', 'read'],
    ]);
    expect(notice?.attempts).toMatchObject([{ attempt: 1, replyCode: 250 }]);
    expect(notice?.receptions[0]?.trail.map(({ rule }) => rule)).toEqual([
      'blocked-sender',
      'allowed-sender',
      'junk-score',
    ]);
    expect(activation).toMatchObject({ message: 'msg_0002', kind: 'activation' });
  });

  it('knows a mail that the provider dropped although the issuer was told 250', () => {
    const [mail] = projectMails(failingRun());
    expect(mail).toMatchObject({ end: { state: 'dropped' }, attempts: [{ replyCode: 250 }], passages: [] });
  });

  it('ends a deferred mail in the folder that it reached at last', () => {
    const events = log()
      .add('mail.received', { ...received, outcome: 'deferred' })
      .wait(900_000)
      .add('mail.received', { ...received, outcome: 'delivered', folder: 'inbox', captured: 'cap_0001' }).events;
    const [mail] = projectMails(events);
    expect(mail?.receptions.map(({ outcome }) => outcome)).toEqual(['deferred', 'delivered']);
    expect(mail?.end).toEqual({ state: 'delivered', folder: 'inbox' });
  });

  it('stays where it lies when a copy of it was refused elsewhere, and holds what came back', () => {
    const events = log()
      .add('mail.received', { ...received, outcome: 'delivered', folder: 'inbox', captured: 'cap_0001' })
      .add('mail.received', { ...received, address: 'b@gmail.com.test', outcome: 'rejected' })
      .add('mail.bounced', {
        message: 'msg_0001',
        reportingHost: 'docomo.ne.jp.test',
        address: 'b@gmail.com.test',
        status: '5.1.1',
        diagnostic: '550 5.1.1 no',
        reasonClass: 'userunknown',
        reason: { ja: '宛先のアドレスがありません', en: 'there is no such user' },
        isLate: true,
      }).events;
    const [mail] = projectMails(events);
    expect(mail?.end).toEqual({ state: 'delivered', folder: 'inbox' });
    expect(mail?.returns).toMatchObject([{ action: 'failed', address: 'b@gmail.com.test', isLate: true }]);
  });

  it('tells queued, given up and erased apart', () => {
    expect(projectMails(log().events)[0]?.end).toEqual({ state: 'queued' });
    const givenUp = log().add('mail.given-up', { message: 'msg_0001', reason: 'retry-time-over' });
    expect(projectMails(givenUp.events)[0]?.end).toEqual({ state: 'given-up' });
    const erased = log()
      .add('mail.received', { ...received, outcome: 'delivered', folder: 'junk', captured: 'cap_0001' })
      .add('mail.purged', { captured: 'cap_0001', folder: 'junk' });
    expect(projectMails(erased.events)[0]?.end).toEqual({ state: 'purged' });
  });

  it('ends a forwarded mail where it was sent to, whatever became of the copy', () => {
    const copy = { ...received, provider: 'au', address: 'b@au.com.test' };
    const first = log().add('mail.received', {
      ...received,
      outcome: 'delivered',
      folder: 'inbox',
      captured: 'cap_0001',
    });
    const [dropped] = projectMails(first.add('mail.received', { ...copy, outcome: 'dropped' }).events);
    expect(dropped?.end).toEqual({ state: 'delivered', folder: 'inbox' });
    expect(dropped?.receptions.map(({ provider }) => provider)).toEqual(['docomo', 'au']);
    const [moved] = projectMails(
      first
        .add('mail.received', { ...copy, outcome: 'delivered', folder: 'junk', captured: 'cap_0002' })
        .add('mail.purged', { captured: 'cap_0002', folder: 'junk' }).events,
    );
    expect(moved?.end).toEqual({ state: 'delivered', folder: 'inbox' });
    expect(moved?.passages.at(-1)).toMatchObject({ folder: 'junk', cause: 'purged' });
  });

  it('ends a mail that never left as rejected', () => {
    const refused = { message: 'msg_0001', attempt: 1, replyCode: 501, replyText: 'x', stage: 'RCPT' } as const;
    expect(projectMails(log().add('mail.attempted', refused).events)[0]?.end).toEqual({ state: 'rejected' });
    const later = { ...refused, replyCode: 451 };
    expect(projectMails(log().add('mail.attempted', later).events)[0]?.end).toEqual({ state: 'queued' });
  });

  it('leaves out what belongs to no queued mail', () => {
    const events = new SampleLog('2026-04-01T09:00:00+09:00')
      .add('mail.received', { ...received, outcome: 'delivered', captured: 'cap_0001' })
      .add('mail.read', { captured: 'cap_0001', folder: 'inbox' }).events;
    expect(projectMails(events)).toEqual([]);
  });

  it('masks a live token that slipped into a body', () => {
    const token = 'A'.repeat(43);
    const events = new SampleLog('2026-04-01T09:00:00+09:00').add('mail.queued', {
      ...queued,
      text: `https://wallet.openbadge.test/receive/${token}`,
      html: `<a href="https://wallet.openbadge.test/activate/${token}">x</a>`,
    }).events;
    const [mail] = projectMails(events);
    expect(mail?.text).toBe('https://wallet.openbadge.test/receive/***');
    expect(mail?.html).toBe('<a href="https://wallet.openbadge.test/activate/***">x</a>');
  });
});
