import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions } from './compare-versions.ts';

describe('compareVersions', () => {
  const version = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 4 });

  it('orders by number, part by part, and a missing part counts as zero', () => {
    expect(compareVersions('10.0', '9.9')).toBeGreaterThan(0);
    expect(compareVersions('7', '7.0.0')).toBe(0);
    fc.assert(
      fc.property(version, version, (a, b) => {
        const padded = (parts: number[]): string =>
          [0, 1, 2, 3].map((index) => String(parts[index] ?? 0).padStart(2, '0')).join('.');
        const byText = padded(a) < padded(b) ? -1 : padded(a) > padded(b) ? 1 : 0;
        expect(Math.sign(compareVersions(a.join('.'), b.join('.')))).toBe(byText);
      }),
      { seed: 1 },
    );
  });

  it.each(['', '7.', 'v7', '7.0-beta', '1.2.3.4.5', '7 '])('takes %j for no version', (text) => {
    expect(() => compareVersions(text, '7.0')).toThrow(TypeError);
  });
});
