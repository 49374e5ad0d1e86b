import { describe, expect, it } from 'vitest';
import { picturedRun } from '../pictured-run-fixture.ts';
import { failingRun } from '../sample-run.ts';
import { projectSteps, projectStoryboard } from './index.ts';

describe('projectStoryboard', () => {
  it('has the pictures in the order of the steps; steps that changed nothing share one', () => {
    const frames = projectStoryboard(picturedRun().events);
    expect(frames.map(({ picture, steps, form, device }) => [picture, steps, form, device])).toEqual([
      ['step-05.png', [4], 'phone', 'Android 13'],
      ['step-06.png', [5], 'phone', 'Android 13'],
      ['step-07.png', [6, 7], 'phone', 'Android 13'],
      ['step-08-pc.png', [7], 'pc', 'Windows 11'],
    ]);
    expect(frames[0]).toMatchObject({ source: 'step-05.xml', app: 'mail-app', screen: 'inbox' });
  });

  it('names no device where there is one only', () => {
    const events = picturedRun().events.filter(
      ({ type, data }) => type !== 'screen.captured' || data.handset === 'hs_0001',
    );
    expect(projectStoryboard(events).map(({ device }) => device)).toEqual([undefined, undefined, undefined]);
  });

  it('is empty without pictures', () => {
    expect(projectStoryboard(failingRun())).toEqual([]);
  });

  it('leaves nothing in the list of what happened', () => {
    const { before, steps, after } = projectSteps(picturedRun().events);
    const told = [...before, ...steps.flatMap(({ events }) => events), ...after];
    expect(told.map(({ type }) => type)).not.toContain('screen.captured');
  });
});
