import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '#drivers/chromium';
import { type RunningAppium, startAppium } from '#drivers/emulator';
import { type CellRun, playCell } from '#scenarios/runner';
import { deviceLane, iphone, journey, pixel } from './device-lane-fixture.ts';

let appium: RunningAppium;

const screensOf = ({ events }: CellRun): string[] =>
  events.flatMap((event) => (event.type === 'screen.shown' ? [`${event.data.app} ${event.data.screen}`] : []));

/** What no phone has a say in. */
const businessOf = ({ events }: CellRun): string[] =>
  events.map(({ type }) => type).filter((type) => /^(account|consent|credential|session|issuance)\./.test(type));

/** A phone of our own stands in for a real one: reached by its URL alone, with nothing told that real drivers do not know. */
describe.skipIf(findChromium(process.env) === undefined)('lane device, on a stand-in', { timeout: 240_000 }, () => {
  beforeAll(async () => {
    appium = await startAppium();
  }, 60_000);
  afterAll(() => appium.close());

  it.each([
    ['android-13', pixel],
    ['iphone-17', iphone],
  ])('plays the journey on %s, from the mail to the student ID', async (handset, phone) => {
    await using lane = await deviceLane(appium.url, phone);
    const cell = journey(handset);
    expect(lane.whyNot?.(cell)).toBeUndefined();
    const run = await playCell(cell, { lane });
    const failed = run.events.find(({ type }) => type === 'check.failed' || type === 'run.failed');
    expect(failed?.data).toBeUndefined();
    expect(run.verdict).toBe('passed');
    expect(businessOf(run)).toEqual(businessOf(await playCell(cell)));
    const screens = screensOf(run);
    expect([screens[0], screens.at(-1)]).toEqual(['wallet terms', 'wallet student-id']);
    expect(screens).toEqual(expect.arrayContaining(['wallet registration', 'wallet activated', 'wallet login']));
    const [picture] = [...(run.pictures ?? [])].filter(([name]) => name.endsWith('.png'));
    expect(Buffer.from(picture?.[1] ?? []).toString('latin1', 1, 4)).toBe('PNG');
  });
});
