import { describe, expect, it } from 'vitest';
import type { EventData } from '#sim/events';
import { SampleLog } from '../sample-log.ts';
import { failingRun, passingRun } from '../sample-run.ts';
import { projectSenderViews } from './index.ts';

function queued(message: string): EventData<'mail.queued'> {
  return {
    message,
    kind: 'issue-notice',
    messageId: `<${message}@openbadge.net.test>`,
    subject: 's',
    forwardPath: 'a@docomo.ne.jp.test',
    text: '',
    html: '',
  };
}

function answered(log: SampleLog, message: string, replyCode: number, attempt = 1): SampleLog {
  return log
    .add('mail.received', {
      message,
      provider: 'docomo',
      address: 'a@docomo.ne.jp.test',
      outcome: 'rejected',
      trail: [],
    })
    .add('mail.attempted', { message, attempt, replyCode, replyText: 'x', stage: 'DATA' });
}

function begun(...messages: string[]): SampleLog {
  const log = new SampleLog('2026-04-01T09:00:00+09:00');
  for (const message of messages) log.add('mail.queued', queued(message));
  return log;
}

describe('projectSenderViews', () => {
  it('does not know of junk folders, nor that a mail was dropped', () => {
    const taken = { kind: 'issue-notice', state: 'accepted', replyCode: 250, attempts: 1, mails: 1 };
    expect(projectSenderViews(passingRun('docomo'))[0]).toEqual({ ...taken, provider: 'docomo' });
    expect(projectSenderViews(failingRun('softbank'))).toEqual([{ ...taken, provider: 'softbank' }]);
  });

  it('knows the answer to the last attempt', () => {
    const log = answered(answered(begun('msg_0001'), 'msg_0001', 451), 'msg_0001', 550, 2);
    expect(projectSenderViews(log.events)).toMatchObject([{ state: 'rejected', replyCode: 550, attempts: 2 }]);
    expect(projectSenderViews(answered(begun('msg_0001'), 'msg_0001', 451).events)).toMatchObject([
      { state: 'deferred' },
    ]);
  });

  it('counts the mails that fared alike once', () => {
    const log = begun('msg_0001', 'msg_0002', 'msg_0003');
    for (const message of ['msg_0001', 'msg_0003']) answered(log, message, 550);
    expect(projectSenderViews(log.events)).toMatchObject([
      { state: 'rejected', mails: 2 },
      { state: 'queued', attempts: 0, mails: 1 },
    ]);
  });

  it('knows nothing of where its mail was forwarded to', () => {
    const log = answered(begun('msg_0001'), 'msg_0001', 250).add('mail.received', {
      message: 'msg_0001',
      provider: 'au',
      address: 'b@au.com.test',
      outcome: 'dropped',
      trail: [],
    });
    expect(projectSenderViews(log.events)).toMatchObject([{ state: 'accepted', provider: 'docomo' }]);
  });

  it('knows what it gave up', () => {
    const log = answered(begun('msg_0001'), 'msg_0001', 451).add('mail.given-up', {
      message: 'msg_0001',
      reason: 'retry-time-over',
    });
    expect(projectSenderViews(log.events)).toMatchObject([{ state: 'given-up', replyCode: 451 }]);
  });
});
