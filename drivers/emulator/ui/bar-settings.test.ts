import { expect, test } from 'vitest';
import { phoneModels } from '../../handset/index.ts';
import { barLook, safeArea } from './bar-settings.ts';

test.each([
  ['iphone-17', 'ios', { top: 62, bottom: 34 }, { top: 106, bottom: 34 }],
  ['pixel-7', 'android', { top: 45, bottom: 24 }, { top: 101, bottom: 24 }],
  ['windows-pc', 'desktop', { top: 0, bottom: 0 }, { top: 84, bottom: 0 }],
] as const)('%s looks like %s and keeps its bars free', (key, look, app, browser) => {
  expect(barLook(phoneModels[key])).toBe(look);
  expect([safeArea(phoneModels[key], false), safeArea(phoneModels[key], true)]).toEqual([app, browser]);
});
