import { describe, expect, it } from 'vitest';
import type { RunEvent } from '#sim/events';
import { businessEvents } from './business-events.ts';
import { type LaneDifference, laneDifference, laneDifferenceWords } from './lane-difference.ts';

type Change = (event: RunEvent) => readonly unknown[];

const at = '2026-04-01T09:00:00.000+09:00';
const both = (text: string) => ({ ja: text, en: text });
const shownTexts = [both('学生証'), both('氏名: 見本 花子')];

const story = [
  {
    type: 'run.started',
    data: { scenario: 'X-1', title: both('x'), cell: '', seed: 1, startsAt: at, row: {}, manual: [] },
  },
  { type: 'step.started', data: { index: 0, verb: 'student.showsId', value: {}, sentence: both('学生証を見せる') } },
  { type: 'app.opened', data: { handset: 'hs_1', app: 'wallet' } },
  { type: 'link.tapped', data: { handset: 'hs_1', opensIn: 'wallet' } },
  { type: 'screen.shown', data: { handset: 'hs_1', app: 'wallet', screen: 'student-id', texts: shownTexts } },
  { type: 'step.finished', data: { index: 0, outcome: 'passed' } },
  { type: 'run.finished', data: { verdict: 'passed', steps: 1, replay: 'npx todoku run X-1 --seed 1' } },
].map((event, index) => ({ v: 1, seq: index + 1, at, ...event }) as unknown as RunEvent);

/** The second lane's log: each event of the first as `change` has it. */
function second(change: Change): RunEvent[] {
  return story
    .flatMap((event) => change(event) as readonly RunEvent[])
    .map((event, index) => ({ ...event, seq: index + 1 }));
}

function differenceTo(change: Change): LaneDifference | undefined {
  return laneDifference({ lane: 'direct', log: story }, { lane: 'emulated', log: second(change) });
}

/** Changes the data of events of one type. */
const where =
  (type: string, data: object): Change =>
  (event) =>
    event.type === type ? [{ ...event, data: { ...event.data, ...data } }] : [event];

describe('two lanes', () => {
  it('agree when their business events do, whatever else they tell', () => {
    expect(differenceTo((event) => [event])).toBeUndefined();
    expect(differenceTo((event) => (event.type === 'app.opened' ? [] : [event]))).toBeUndefined();
    expect(differenceTo((event) => (event.type === 'app.opened' ? [event, event, event] : [event]))).toBeUndefined();
    expect(differenceTo(where('run.finished', { replay: 'npx todoku run X-1 --lane emulated' }))).toBeUndefined();
  });

  it('agree about a screen that says more, and breaks its lines elsewhere', () => {
    const texts = [both('学生証\n'), both('見本'), both('氏名:  見本\n花子')];
    expect(differenceTo(where('screen.shown', { texts }))).toBeUndefined();
  });

  it('agree about screens at the end of a step, whatever was shown on the way', () => {
    const onTheWay = (event: RunEvent) => ({ ...event, data: { ...event.data, screen: 'login', texts: [] } });
    expect(
      differenceTo((event) => (event.type === 'screen.shown' ? [onTheWay(event), event] : [event])),
    ).toBeUndefined();
  });

  it.each<[string, Change, Partial<LaneDifference>]>([
    [
      'an event that one lacks',
      (event) => (event.type === 'link.tapped' ? [] : [event]),
      { index: 0, about: 'event', why: { ja: 'link.tapped と step.finished', en: 'link.tapped, and step.finished' } },
    ],
    [
      'an event too many',
      (event) => (event.type === 'run.finished' ? [event, event] : [event]),
      {
        index: 0,
        about: 'event',
        why: { ja: 'run.finished が後者だけにある', en: 'only the second has run.finished' },
      },
    ],
    [
      'a member of an event',
      where('link.tapped', { opensIn: 'browser' }),
      {
        why: {
          ja: 'link.tapped の opensIn: "wallet" と "browser"',
          en: 'opensIn of link.tapped: "wallet" and "browser"',
        },
      },
    ],
    [
      'a member that one lacks',
      where('step.finished', { extra: 1 }),
      { why: { ja: 'step.finished の extra: – と 1', en: 'extra of step.finished: – and 1' } },
    ],
    [
      'when it happened',
      (event) => [event.type === 'link.tapped' ? { ...event, at: '2026-04-01T09:00:01.000+09:00' } : event],
      { about: 'event', why: expect.objectContaining({ en: expect.stringMatching(/^when link.tapped came: /) }) },
    ],
    [
      'the screen that a step ends on',
      where('screen.shown', { screen: 'login' }),
      {
        about: 'screen',
        has: [
          { lane: 'direct', what: both('wallet: student-id') },
          { lane: 'emulated', what: both('wallet: login') },
        ],
      },
    ],
    [
      'a text that is not on the screen',
      where('screen.shown', { texts: [both('学生証')] }),
      {
        about: 'text',
        has: [
          { lane: 'direct', what: both('氏名: 見本 花子') },
          { lane: 'emulated', what: both('学生証') },
        ],
      },
    ],
    ['a device that shows nothing', (event) => (event.type === 'screen.shown' ? [] : [event]), { about: 'screen' }],
  ])('differ in %s', (_what, change, expected) => {
    expect(differenceTo(change)).toMatchObject(expected);
  });

  it('are told apart in one line of each language', () => {
    const found = differenceTo(where('link.tapped', { opensIn: 'browser' }));
    expect(found && laneDifferenceWords(found)).toEqual({
      ja: expect.stringMatching(
        /^手順1: direct では「.+」、emulated では「.+」（link\.tapped の opensIn: "wallet" と "browser"）$/,
      ),
      en: expect.stringMatching(/^At step 1 direct has “.+”, emulated has “.+” \(opensIn of link\.tapped: /),
    });
    const early = differenceTo(where('run.started', { seed: 2 }));
    expect(early && laneDifferenceWords(early).ja).toMatch(/^始まり: /);
  });

  it('are compared step by step, what a device shows going on until it shows something else', () => {
    const [before, step] = businessEvents(story);
    expect(before).toMatchObject({ events: [{ type: 'run.started' }] });
    expect(step?.events.map(({ type }) => type)).toEqual([
      'step.started',
      'link.tapped',
      'step.finished',
      'run.finished',
    ]);
    expect(step?.screens.get('hs_1')).toEqual({
      app: 'wallet',
      screen: 'student-id',
      texts: ['学生証', '氏名: 見本 花子'],
    });
  });
});
