import type { Language } from './words.ts';

const dayMs = 86_400_000;
/** Students and their mail are in Japan, wherever the browser is. */
const japan = 'Asia/Tokyo';

/** When a mail came, as a list says it: the time today, `昨日`, the day this year, the date before that. */
export function shortDate(instant: string, now: string, language: Language): string {
  const [date, today] = [new Date(instant), new Date(now)];
  const day = (of: Date): string => of.toLocaleDateString('sv-SE', { timeZone: japan });
  if (day(date) === day(today)) return date.toLocaleTimeString(language, { timeStyle: 'short', timeZone: japan });
  if (day(date) === day(new Date(today.getTime() - dayMs))) return language === 'ja' ? '昨日' : 'Yesterday';
  if (day(date).slice(0, 4) === day(today).slice(0, 4)) {
    const parts =
      language === 'ja'
        ? ({ month: 'numeric', day: 'numeric' } as const)
        : ({ month: 'short', day: 'numeric' } as const);
    return date.toLocaleDateString(language, { ...parts, timeZone: japan });
  }
  return date.toLocaleDateString(language, { dateStyle: 'short', timeZone: japan });
}

/** The whole of it, as an opened mail says it. */
export function longDate(instant: string, language: Language): string {
  return new Date(instant).toLocaleString(language, { dateStyle: 'long', timeStyle: 'short', timeZone: japan });
}
