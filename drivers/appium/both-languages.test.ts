import { describe, expect, it } from 'vitest';
import { createBothOf } from './both-languages.ts';

describe('a text read off a screen', () => {
  const bothOf = createBothOf([
    { ja: '見本大学', en: 'Mihon University' },
    { ja: '「{name}」は見つかりませんでした。', en: 'No results for "{name}".' },
    { ja: '{name}（{name}）です', en: '{name} ({name})' },
  ]);

  it('is told in both languages when it is a sentence of the screens, of the errors, or one that was given', () => {
    expect(bothOf('ログイン')).toEqual({ ja: 'ログイン', en: 'Log in' });
    expect(bothOf('Log in')).toEqual({ ja: 'ログイン', en: 'Log in' });
    expect(bothOf('見本大学')).toEqual({ ja: '見本大学', en: 'Mihon University' });
  });

  it('keeps what stands in its places', () => {
    expect(bothOf('「LecoS (1.0)」は見つかりませんでした。').en).toBe('No results for "LecoS (1.0)".');
    expect(bothOf('あ（あ）です').en).toBe('あ (あ)');
    expect(bothOf('あ（い）です').en).toBe('あ（い）です');
  });

  it('is told as it was read when nobody knows it', () => {
    expect(bothOf('未知の文')).toEqual({ ja: '未知の文', en: '未知の文' });
  });
});
