import type { Bilingual } from '#sim/errors';

const units: Readonly<Record<string, Bilingual>> = {
  d: { ja: '日', en: 'day' },
  h: { ja: '時間', en: 'hour' },
  m: { ja: '分', en: 'minute' },
  s: { ja: '秒', en: 'second' },
  ms: { ja: 'ミリ秒', en: 'millisecond' },
};

/** `1d12h` as people say it; what is no duration stays as it is. */
export function durationWords(duration: string): Bilingual {
  const parts = [...duration.matchAll(/(\d+)(ms|s|m|h|d)/g)];
  if (parts.length === 0) return { ja: duration, en: duration };
  const ja = parts.map(([, amount, unit = '']) => `${amount}${units[unit]?.ja}`).join('');
  const en = parts.map(([, amount, unit = '']) => `${amount} ${units[unit]?.en}${amount === '1' ? '' : 's'}`).join(' ');
  return { ja, en };
}
