import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Device, offer } from './offer.ts';
import { compareVersions } from './system-version.ts';

const phone = (platform: Device['platform'], version: string): Device => ({ platform, version, form: 'phone' });

describe('the app stores', () => {
  it.each([
    ['iOS', '15.0'],
    ['iOS', '15'],
    ['iOS', '15.0.1'],
    ['iOS', '26.1'],
    ['Android', '7.0'],
    ['Android', '7'],
    ['Android', '7.1.2'],
    ['Android', '10'],
  ] as const)('install the wallet on %s %s', (platform, version) => {
    expect(offer('wallet', phone(platform, version))).toEqual({
      verdict: 'installed',
      sentence: { ja: '「LecoS」をインストールしました。', en: '"LecoS" has been installed.' },
    });
  });

  it.each(['14.8', '14.8.1', '9.3.5'])('say which iOS is needed on iOS %s', (version) => {
    const { verdict, sentence } = offer('wallet', phone('iOS', version));
    expect(verdict).toBe('refused');
    expect(sentence.ja).toBe('「LecoS」はこのiPhoneと互換性がありません。iOS 15.0以降が必要です。');
    expect(sentence.en).toContain('requires iOS 15.0 or later');
  });

  it.each(['6.0', '6.0.1', '6.9.9', '5.1'])('say that Android %s does not fit', (version) => {
    expect(offer('wallet', phone('Android', version))).toEqual({
      verdict: 'refused',
      sentence: {
        ja: 'お使いのデバイスはこのバージョンに対応していません。',
        en: "Your device isn't compatible with this version.",
      },
    });
  });

  it.each([
    [{ platform: 'iOS', version: '17.0', form: 'tablet' }, 'このiPadと互換性がありません'],
    [{ platform: 'Android', version: '14', form: 'tablet' }, 'お使いのデバイスに対応していません'],
    [{ platform: 'Windows', version: '11', form: 'pc' }, 'PCにはこのアプリをインストールできません'],
    [{ platform: 'ChromeOS', version: '120', form: 'pc' }, 'PCにはこのアプリをインストールできません'],
  ] as const)('refuse %o, as only phones are served', (device, text) => {
    const { verdict, sentence } = offer('wallet', device);
    expect(verdict).toBe('refused');
    expect(sentence.ja).toContain(text);
  });

  it('find no app that is not listed', () => {
    expect(offer('lecoz', phone('iOS', '26.0')).verdict).toBe('refused');
    expect(offer('toString', phone('iOS', '26.0')).sentence.en).toBe('No results for "toString".');
  });
});

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
