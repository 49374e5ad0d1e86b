import type { Language } from './state.ts';

/** `9:41`, `09:41`: as phones of Japan show the time, in 24 hours. */
export function clockTime(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', { hour: 'numeric', minute: '2-digit', hourCycle: 'h23', timeZone });
  return parts.format(new Date(instant)).replace(/^0/, '');
}

/** `4月1日(水)`, `Wed, 1 Apr` */
export function clockDate(instant: string, timeZone: string, language: Language): string {
  const locale = language === 'ja' ? 'ja-JP' : 'en-GB';
  const format = { month: language === 'ja' ? 'long' : 'short', day: 'numeric', weekday: 'short', timeZone } as const;
  return new Intl.DateTimeFormat(locale, format).format(new Date(instant));
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
