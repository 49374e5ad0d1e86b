import { describe, expect, it } from 'vitest';
import { SampleLog } from '../sample-log.ts';
import { failingRun, passingRun } from '../sample-run.ts';
import { type Outcome, projectOutcomes, reachedInbox } from './index.ts';

const address = 'a@docomo.ne.jp.test';
const queued = { message: 'msg_0001', kind: 'issue-notice', messageId: '<1@x>', subject: '件名', text: '', html: '' };
const received = { message: 'msg_0001', provider: 'docomo', address, trail: [] };
const attempted = { message: 'msg_0001', attempt: 1, replyCode: 250, replyText: 'Ok', stage: 'DATA' } as const;

function log(): SampleLog {
  return new SampleLog('2026-04-01T09:00:00+09:00').add('mail.queued', { ...queued, forwardPath: address });
}

function only(events: SampleLog['events']): Outcome {
  const [outcome, ...others] = projectOutcomes(events);
  expect(others).toEqual([]);
  if (outcome === undefined) throw new Error('no outcome');
  return outcome;
}

describe('projectOutcomes', () => {
  it('tells where a mail went, by which rule, what moved it later and what its sender was told', () => {
    const [notice] = projectOutcomes(passingRun());
    expect(notice).toMatchObject({
      message: 'msg_0001',
      address: 'hanako@docomo.ne.jp.test',
      provider: 'docomo',
      reception: { outcome: 'delivered', folder: 'junk' },
      deferrals: [],
      passages: [
        { cause: 'student', folder: 'inbox' },
        { cause: 'read', folder: 'inbox' },
      ],
      end: { state: 'delivered', folder: 'inbox' },
      sender: { attempts: [{ replyCode: 250 }], isSuppressed: false },
    });
    expect(notice?.reception?.trail.at(-1)?.rule).toBe('junk-score');
    const [dropped] = projectOutcomes(failingRun());
    expect(dropped).toMatchObject({ end: { state: 'dropped' }, sender: { attempts: [{ replyCode: 250 }] } });
  });

  it('has one outcome for a mail that was put off before, and keeps what put it off', () => {
    const events = log()
      .add('mail.received', { ...received, outcome: 'deferred' })
      .add('mail.attempted', { ...attempted, replyCode: 451 })
      .wait(300_000)
      .add('mail.received', { ...received, outcome: 'delivered', folder: 'inbox', captured: 'cap_0001' })
      .add('mail.attempted', { ...attempted, attempt: 2 }).events;
    const outcome = only(events);
    expect(outcome.deferrals.map(({ outcome: was }) => was)).toEqual(['deferred']);
    expect(outcome.end).toEqual({ state: 'delivered', folder: 'inbox' });
    expect(outcome.sender.attempts.map(({ replyCode }) => replyCode)).toEqual([451, 250]);
  });

  it('tells the address that a mail was forwarded to apart, of which nobody tells the sender', () => {
    const to = 'b@gmail.com.test';
    const events = log()
      .add('mail.received', { ...received, outcome: 'delivered', folder: 'inbox', captured: 'cap_0001' })
      .add('mail.forwarded', { message: 'msg_0001', captured: 'cap_0001', from: address, to })
      .add('mail.received', { ...received, provider: 'gmail', address: to, outcome: 'rejected' })
      .add('mail.attempted', attempted).events;
    const [first, second] = projectOutcomes(events);
    expect(first).toMatchObject({ address, forward: { to }, end: { state: 'delivered', folder: 'inbox' } });
    expect(second).toMatchObject({ address: to, forwardedBy: address, end: { state: 'rejected' } });
    expect(second?.sender.attempts).toEqual([]);
  });

  it('tells moves of one copy from those of another', () => {
    const events = log()
      .add('mail.received', { ...received, outcome: 'delivered', folder: 'inbox', captured: 'cap_0001' })
      .add('mail.received', {
        ...received,
        address: 'c@x.test',
        outcome: 'delivered',
        folder: 'junk',
        captured: 'cap_0002',
      })
      .add('mail.moved', { captured: 'cap_0001', from: 'inbox', to: 'trash', by: 'student' })
      .add('mail.purged', { captured: 'cap_0002', folder: 'junk' }).events;
    expect(projectOutcomes(events).map(({ end }) => end)).toEqual([
      { state: 'delivered', folder: 'trash' },
      { state: 'purged' },
    ]);
  });

  it('knows what never left, what was given up, and an address that is written to no more', () => {
    expect(only(log().events).end).toEqual({ state: 'queued' });
    const givenUp = only(log().add('mail.given-up', { message: 'msg_0001', reason: 'address-suppressed' }).events);
    expect(givenUp).toMatchObject({ end: { state: 'given-up' }, sender: { givenUp: 'address-suppressed' } });
    const unknown = log()
      .add('mail.received', { ...received, outcome: 'rejected' })
      .add('mail.suppressed', { message: 'msg_0001', address });
    expect(only(unknown.events).sender.isSuppressed).toBe(true);
  });

  it('tells of a mail from outside without a head', () => {
    const events = new SampleLog('2026-04-01T09:00:00+09:00').add('mail.received', {
      ...received,
      outcome: 'delivered',
      captured: 'cap_0001',
    }).events;
    expect(only(events).mail).toBeUndefined();
  });
});

describe('reachedInbox', () => {
  const delivered = (folder: string) =>
    log().add('mail.received', { ...received, outcome: 'delivered', folder, captured: 'cap_0001' });
  const moved = { captured: 'cap_0001', from: 'inbox', to: 'junk' };

  it.each([
    ['put into the inbox', delivered('inbox'), true],
    ['put into junk', delivered('junk'), false],
    [
      'rescued from junk',
      delivered('junk').add('mail.moved', { ...moved, from: 'junk', to: 'inbox', by: 'student' }),
      false,
    ],
    [
      'taken out of the inbox by the provider',
      delivered('inbox').add('mail.moved', { ...moved, by: 'provider' }),
      false,
    ],
    [
      'thrown away by the student',
      delivered('inbox').add('mail.moved', { ...moved, to: 'trash', by: 'student' }),
      true,
    ],
    ['refused', log().add('mail.received', { ...received, outcome: 'rejected' }), false],
    ['waiting', log(), false],
  ])('of a mail %s', (_, { events }, isThere) => {
    expect(reachedInbox(only(events))).toBe(isThere);
  });
});
