import { describe, expect, it } from 'vitest';
import type { RunEvent } from '#sim/events';
import { SampleLog } from '../sample-log.ts';
import { failingRun, passingRun } from '../sample-run.ts';
import { projectFailure, projectSteps, repeatsStep } from './index.ts';

const stopped = {
  code: 'event-limit',
  title: { ja: '上限', en: 'Limit' },
  detail: { ja: '上限を超えた', en: 'past the limit' },
  nextStep: { ja: '上げる', en: 'raise it' },
};

describe('projectSteps', () => {
  it('puts each event under the step that it happened in', () => {
    const { before, steps, after } = projectSteps(passingRun());
    expect(before.map(({ type }) => type)).toEqual([
      'school.joined',
      'cast.joined',
      'mailbox.created',
      'handset.joined',
      'cast.joined',
    ]);
    expect(steps.map(({ index, outcome }) => [index, outcome])).toEqual(
      [0, 1, 2, 3, 4, 5, 6, 7].map((index) => [index, 'passed']),
    );
    expect(steps[1]?.events.map(({ type }) => type)).toEqual(['mail.received', 'mail.attempted', 'clock.advanced']);
    expect(steps[1]).toMatchObject({
      startedAt: '2026-04-01T09:00:00.000+09:00',
      finishedAt: '2026-04-01T09:10:00.000+09:00',
    });
    expect(steps[3]?.checks).toMatchObject([{ surface: 'mail', valid: true }]);
    expect(after).toEqual([]);
  });

  it('gives a failed step what was expected, what there was and what to do', () => {
    const step = projectSteps(failingRun()).steps[3];
    expect(step).toMatchObject({ index: 3, outcome: 'failed' });
    expect(step?.failure).toMatchObject({
      index: 3,
      expected: { ja: '迷惑メールフォルダに発行のお知らせメールが届いている' },
      actual: { ja: expect.stringContaining('0通') },
      nextStep: { ja: expect.stringContaining('なぜそうなったか') },
    });
  });

  it('knows how long a check waited in vain', () => {
    expect(projectFailure(failingRun())).toMatchObject({ waitedMs: 300_000 });
  });

  it('points to the mails only when the check was about one', () => {
    const unmet = { surface: 'gate', expected: { ja: '期待', en: 'x' }, actual: { ja: '実際', en: 'y' } };
    const log = new SampleLog('2026-04-01T09:00:00+09:00');
    log.add('step.started', { index: 0, verb: 'expect.gate', value: {}, sentence: { ja: '期待。', en: 'X.' } });
    log.add('check.failed', unmet).add('step.finished', { index: 0, outcome: 'failed' });
    const failure = projectFailure(log.events);
    expect(failure?.nextStep.ja).not.toContain('メール');
    expect(failure?.nextStep.ja).toContain('前のできごと');
    expect(failure !== undefined && repeatsStep(failure)).toBe(true);
    expect(failure).not.toHaveProperty('waitedMs');
  });

  it('takes reason and next step from the error that stopped the run', () => {
    const log = new SampleLog('2026-04-01T09:00:00+09:00');
    log.add('step.started', { index: 1, verb: 'a.b', value: {}, sentence: { ja: '待つ', en: 'wait' } });
    log.add('run.failed', { ...stopped, index: 1 });
    const { steps } = projectSteps(log.events);
    expect(steps[0]).toMatchObject({ outcome: 'failed' });
    expect(steps[0]?.failure).toEqual({
      index: 1,
      sentence: { ja: '待つ', en: 'wait' },
      expected: { ja: '待つ', en: 'wait' },
      actual: stopped.detail,
      nextStep: stopped.nextStep,
      code: 'event-limit',
    });
  });

  it('tells a run that stopped before its first step', () => {
    const log = new SampleLog('2026-04-01T09:00:00+09:00').add('run.failed', stopped);
    expect(projectSteps(log.events).steps).toEqual([]);
    expect(projectFailure(log.events)).toMatchObject({ actual: { en: 'Limit. past the limit' }, code: 'event-limit' });
    expect(projectFailure(log.events)).not.toHaveProperty('index');
  });

  it('tells an expectation that failed outside of any step', () => {
    const unmet = { surface: 'mail', expected: { ja: '期待', en: 'expected' }, actual: { ja: '実際', en: 'actual' } };
    const log = new SampleLog('2026-04-01T09:00:00+09:00').add('check.failed', unmet);
    expect(projectFailure(log.events)).toMatchObject({ expected: unmet.expected, actual: unmet.actual });
  });

  it('calls the last step of a half-written log unfinished', () => {
    const events = passingRun();
    const half = events.slice(
      0,
      events.findIndex(({ type }) => type === 'clock.advanced'),
    );
    const { steps } = projectSteps(half);
    expect(steps.at(-1)).toMatchObject({
      index: 1,
      outcome: 'unfinished',
      finishedAt: '2026-04-01T09:00:02.000+09:00',
    });
    expect(projectFailure(half)).toBeUndefined();
  });

  it('reads an empty log and every beginning of a log', () => {
    const events = failingRun();
    for (let length = 0; length <= events.length; length += 1) {
      expect(projectSteps(events.slice(0, length)).steps.length).toBeLessThanOrEqual(4);
    }
  });

  it('skips events of types that it does not know', () => {
    const events = passingRun();
    const strange = { ...events[0], type: 'mail.teleported' } as unknown as RunEvent;
    expect(projectSteps(events.flatMap((event) => [event, strange]))).toEqual(projectSteps(events));
  });
});
