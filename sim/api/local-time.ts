import type { Language } from '../errors/index.ts';
import { type Instant, japanOffsetMs } from '../kernel/index.ts';

/** An instant for a person in Japan, to the minute: `2026年4月1日 9:00` or `1 April 2026, 9:00 (Japan time)`. */
export function localTime(language: Language, instant: Instant): string {
  const date = new Date(instant + japanOffsetMs);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  const time = `${date.getUTCHours()}:${String(date.getUTCMinutes()).padStart(2, '0')}`;
  if (language === 'ja') return `${year}年${month + 1}月${day}日 ${time}`;
  return `${day} ${months[month]} ${year}, ${time} (Japan time)`;
}

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
];
