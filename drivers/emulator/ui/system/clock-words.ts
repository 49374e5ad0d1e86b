import type { Language } from './words.ts';

/** `9:41`: as phones of Japan show the time, in 24 hours and in the phone's own zone. */
export function clockTime(now: Date): string {
  const format = new Intl.DateTimeFormat('en-GB', { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });
  return format.format(now).replace(/^0(?=\d:)/, '');
}

/** `4月1日(水)`, `Wed, 1 Apr` */
export function clockDate(now: Date, language: Language): string {
  const locale = language === 'ja' ? 'ja-JP' : 'en-GB';
  const format = { month: language === 'ja' ? 'long' : 'short', day: 'numeric', weekday: 'short' } as const;
  return new Intl.DateTimeFormat(locale, format).format(now);
}

/** `2時間5分`, `2 h 5 min`: of a duration in ms, its sign left away. */
export function durationWords(durationMs: number, language: Language): string {
  const seconds = Math.round(Math.abs(durationMs) / 1000);
  const parts = [
    [Math.floor(seconds / 86_400), '日', ' d'],
    [Math.floor(seconds / 3_600) % 24, '時間', ' h'],
    [Math.floor(seconds / 60) % 60, '分', ' min'],
    [seconds % 60, '秒', ' s'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, ja, en]) => `${count}${language === 'ja' ? ja : en}`);
  if (said.length === 0) return language === 'ja' ? '0秒' : '0 s';
  return said.join(language === 'ja' ? '' : ' ');
}
