import { laneNamed } from '#scenarios/lanes';
import { type Cell, type Lane, planCells } from '#scenarios/runner';
import { readLibrary } from '../library/index.ts';

/** What a real Android phone's driver takes; our own takes the same. */
export const pixel = {
  platformName: 'Android',
  browserName: 'Chrome',
  'appium:automationName': 'Handset',
  'appium:deviceName': 'Pixel 7',
};

export const iphone = {
  platformName: 'iOS',
  browserName: 'Safari',
  'appium:automationName': 'Handset',
  'appium:deviceName': 'iPhone 17',
};

export function deviceLane(appium: string, ...phones: readonly object[]): Promise<Lane> {
  return laneNamed('device', { appium, capabilities: JSON.stringify(phones) });
}

/** The manual's journey without its end at the gate, which a phone with a clock of its own cannot pass. */
export function journey(handset: string): Cell {
  const [scenario] = readLibrary().filter(({ id }) => id === 'S-1.1-01');
  if (scenario === undefined) throw new TypeError('the library has no S-1.1-01');
  const steps = scenario.steps.filter(({ verb }) => verb !== 'gate.scans');
  const cell = planCells([{ ...scenario, steps }]).find(({ row }) => row.handset === handset);
  if (cell === undefined) throw new TypeError(`no cell is played on ${handset}`);
  return cell;
}
