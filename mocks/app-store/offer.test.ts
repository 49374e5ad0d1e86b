import { describe, expect, it } from 'vitest';
import { type Device, offer } from './offer.ts';

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
      version: '2.0',
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
      refusal: 'device',
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

  it.each([
    ['iOS', { country: 'US' }, 'country', 'お住まいの国または地域では利用できません'],
    ['Android', { country: 'US' }, 'country', 'お住まいの国ではご利用いただけません'],
    ['iOS', { management: 'managed' }, 'management', '組織に管理されている'],
    ['Android', { management: 'managed' }, 'management', '管理者がこのアプリを許可していません'],
    ['iOS', { approval: 'needed' }, 'approval', '承認が必要です'],
    ['Android', { approval: 'needed' }, 'approval', '保護者の承認が必要です'],
    ['iOS', { freeMb: 119 }, 'storage', '空き領域が足りない'],
    ['Android', { freeMb: 119 }, 'storage', '空き容量を増やしてから'],
    ['Android', { management: 'rooted' }, 'device', 'お使いのデバイスに対応していません'],
  ] as const)('refuse on %s with %o', (platform, circumstances, refusal, text) => {
    const offered = offer('wallet', phone(platform, '15.0'), circumstances);
    expect(offered).toMatchObject({ verdict: 'refused', refusal });
    expect(offered.version).toBeUndefined();
    expect(offered.sentence.ja).toContain(text);
  });

  it.each([
    ['iOS', { country: 'JP', freeMb: 120, approval: 'given', management: 'none' }],
    ['Android', { country: 'JP', freeMb: 120, approval: 'given', management: 'none' }],
    ['iOS', { management: 'rooted' }],
  ] as const)('install on %s with %o', (platform, circumstances) => {
    expect(offer('wallet', phone(platform, '15.0'), circumstances).verdict).toBe('installed');
  });

  it('give who had the app before the last version for an old iOS, and nobody else', () => {
    const old = phone('iOS', '14.8');
    expect(offer('wallet', old, { hasBought: true })).toMatchObject({ verdict: 'installed', version: '1.0' });
    expect(offer('wallet', old, { hasBought: true }).sentence.ja).toContain('以前のバージョン');
    expect(offer('wallet', old, { hasBought: true, freeMb: 1 })).toMatchObject({ refusal: 'storage' });
    expect(offer('wallet', phone('iOS', '12.5'), { hasBought: true })).toMatchObject({ refusal: 'device' });
    expect(offer('wallet', { ...old, form: 'tablet' }, { hasBought: true })).toMatchObject({ refusal: 'device' });
    expect(offer('wallet', phone('Android', '6.0'), { hasBought: true })).toMatchObject({ refusal: 'device' });
    expect(offer('wallet', phone('iOS', '15.0'), { hasBought: true })).toMatchObject({ version: '2.0' });
  });

  it('have an app of nearly the same name, for older systems too', () => {
    expect(offer('old-wallet', phone('Android', '6.0')).verdict).toBe('installed');
  });

  it('find no app that is not listed', () => {
    expect(offer('lecoz', phone('iOS', '26.0')).verdict).toBe('refused');
    expect(offer('toString', phone('iOS', '26.0')).sentence.en).toBe('No results for "toString".');
  });
});
