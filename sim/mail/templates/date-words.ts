import type { Language } from '../../errors/index.ts';
import { type Instant, japanOffsetMs } from '../../kernel/index.ts';

const weekdays = {
  ja: ['日', '月', '火', '水', '木', '金', '土'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** An instant as a reader in Japan reads it: `2026年4月8日（水）9:05`, `Wednesday, 8 April 2026, 9:05 (Japan time)`. */
export function dateWords(instant: Instant, language: Language): string {
  const date = new Date(instant + japanOffsetMs);
  const time = `${date.getUTCHours()}:${String(date.getUTCMinutes()).padStart(2, '0')}`;
  const day = date.getUTCDate();
  const year = date.getUTCFullYear();
  const weekday = weekdays[language][date.getUTCDay()];
  if (language === 'ja') return `${year}年${date.getUTCMonth() + 1}月${day}日（${weekday}）${time}`;
  return `${weekday}, ${day} ${months[date.getUTCMonth()]} ${year}, ${time} (Japan time)`;
}
