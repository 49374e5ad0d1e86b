import type { Bilingual } from '#sim/errors';

const japanOffsetMs = 9 * 3_600_000;
const monthsEn = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Milliseconds since the Unix epoch of an RFC 3339 date-time; NaN when it is none. */
export function instantMs(at: string): number {
  return Date.parse(at);
}

/** `09:00:03` in Japan; the text itself when it is no date-time. */
export function clockTime(at: string): string {
  return inJapan(at)?.slice(11, 19) ?? at;
}

/** `2026-04-01` in Japan. */
export function calendarDay(at: string): string {
  return inJapan(at)?.slice(0, 10) ?? at;
}

/** `2027年3月31日` and `31 Mar 2027`; the text itself when it is no date-time. */
export function calendarDate(at: string): Bilingual {
  const text = inJapan(at);
  if (text === undefined) return { ja: at, en: at };
  const [year, month, day] = text.slice(0, 10).split('-').map(Number);
  return { ja: `${year}年${month}月${day}日`, en: `${day} ${monthsEn[(month ?? 1) - 1]} ${year}` };
}

/** `2026年4月1日 9:00` and `1 Apr 2026, 09:00`; the text itself when it is no date-time. */
export function dayAndTime(at: string): Bilingual {
  const time = inJapan(at)?.slice(11, 16);
  if (time === undefined) return { ja: at, en: at };
  const date = calendarDate(at);
  return { ja: `${date.ja} ${time.replace(/^0/, '')}`, en: `${date.en}, ${time}` };
}

const units = [
  { ms: 86_400_000, ja: '日', en: ' d' },
  { ms: 3_600_000, ja: '時間', en: ' h' },
  { ms: 60_000, ja: '分', en: ' min' },
] as const;

/** The two largest units of a span of virtual time: `1日2時間`, `10分`, `3.2秒`. */
export function spanOf(durationMs: number): Bilingual {
  if (!Number.isFinite(durationMs)) return { ja: '?', en: '?' };
  if (durationMs < 60_000) {
    const seconds = String(Math.round(durationMs / 100) / 10);
    return { ja: `${seconds}秒`, en: `${seconds} s` };
  }
  const parts: Bilingual[] = [];
  let restMs = Math.round(durationMs / 1_000) * 1_000;
  for (const unit of units) {
    const amount = Math.floor(restMs / unit.ms);
    if (amount > 0) parts.push({ ja: `${amount}${unit.ja}`, en: `${amount}${unit.en}` });
    restMs -= amount * unit.ms;
  }
  if (restMs > 0) parts.push({ ja: `${restMs / 1_000}秒`, en: `${restMs / 1_000} s` });
  const shown = parts.slice(0, 2);
  return { ja: shown.map(({ ja }) => ja).join(''), en: shown.map(({ en }) => en).join(' ') };
}

function inJapan(at: string): string | undefined {
  const instant = instantMs(at);
  return Number.isNaN(instant) ? undefined : new Date(instant + japanOffsetMs).toISOString();
}
