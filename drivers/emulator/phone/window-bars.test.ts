import { expect, test } from 'vitest';
import { phoneModels } from '../../handset/index.ts';
import type { AppWindow } from '../window/app-window.ts';
import { createNetwork } from './network.ts';
import { PhoneClock } from './phone-clock.ts';
import { systemAppsOf } from './system-apps.ts';
import type { SystemScreen } from './system-state.ts';
import { barsOf, type WindowType } from './window-bars.ts';

const model = phoneModels['iphone-17'];
const morning = Date.UTC(2026, 3, 10, 0, 5);
const window = { url: 'https://wallet.openbadge.test/receive/x', title: '受け取り' } as AppWindow;

function told(id: string, type: WindowType, inFront?: SystemScreen) {
  const app = systemAppsOf(model).find((one) => one.id === id);
  if (app === undefined) throw new Error(`no app ${id}`);
  const phone = {
    options: { model },
    look: { isDark: false, locale: 'ja-JP', timeZone: 'Asia/Tokyo' },
    clock: new PhoneClock({ now: morning, mode: 'frozen' }, 60_000, () => 0),
    network: createNetwork(
      async () => undefined,
      async () => undefined,
    ),
    battery: 42,
    inFront,
  };
  return barsOf(phone, app, type, window);
}

test('bars tell the time as the phone’s own clock has it, and the state of the phone', () => {
  expect(told('settings', 'app')).toEqual({
    look: 'ios',
    time: '9:06',
    battery: 42,
    network: 'on',
    insets: { top: 62, bottom: 34 },
    over: 'page',
  });
});

test.each([
  ['home', 'app', undefined, 'picture', false],
  ['camera', 'app', undefined, 'picture', false],
  ['browser', 'app', undefined, 'page', true],
  ['mail', 'app', undefined, 'page', false],
  ['mail', 'page', undefined, 'page', true],
  ['home', 'overlay', 'lock', 'picture', false],
  ['home', 'overlay', 'dialog', 'none', false],
  ['home', 'overlay', 'powered-off', 'none', false],
] as const)('%s as %s (%s) has its bars over %s', (id, type, inFront, over, hasAddress) => {
  const bars = told(id, type, inFront);
  expect(bars.over).toBe(over);
  expect(bars.browser !== undefined).toBe(hasAddress);
});
