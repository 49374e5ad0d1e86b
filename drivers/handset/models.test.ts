import { expect, test } from 'vitest';
import { phoneModels } from './models.ts';
import type { PhoneModel } from './phone-model.ts';

const models = Object.entries<PhoneModel>(phoneModels);
const parts = (version: string): number[] => version.split('.').map(Number);

/** Whether a version is not after another; a missing part counts as zero. */
function isUpTo(version: string, limit: string): boolean {
  const [a, b] = [parts(version), parts(limit)];
  const at = [0, 1, 2, 3].find((index) => (a[index] ?? 0) !== (b[index] ?? 0));
  return at === undefined || (a[at] ?? 0) < (b[at] ?? 0);
}

test.each(models)('%s is a device that could be', (key, model) => {
  expect(model.key).toBe(key);
  const { first, usual, last } = model.versions;
  expect([isUpTo(first, usual), isUpTo(usual, last)]).toEqual([true, true]);
  const { width, height, scale } = model.screen;
  // Panels have whole pixels, up to the rounding of the page's own.
  expect(Math.abs(width * scale - Math.round((width * scale) / 2) * 2)).toBeLessThanOrEqual(scale);
  expect(model.form === 'pc' ? width > height : height > width).toBe(true);
  expect(model.insets.top + model.insets.bottom).toBeLessThan(height / 5);
  if (model.platform === 'Windows' || model.platform === 'ChromeOS') expect(model.form).toBe('pc');
});

test('both sides of the manual’s limits are there, and exactly the limit', () => {
  const usual = models.map(([, { platform, form, versions }]) => `${form} ${platform} ${versions.usual}`);
  expect(usual).toEqual(expect.arrayContaining(['phone iOS 14.8', 'phone Android 6.0.1', 'phone Android 7.0']));
});
