import { type Instant, japanOffsetMs } from '#sim/kernel';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const dayMs = 86_400_000;

const two = (number: number): string => String(number).padStart(2, '0');

/** `" 1-Apr-2026 09:00:00 +0900"` without its quotes, in Japan's time. */
export function imapDateTime(instant: Instant): string {
  const date = new Date(instant + japanOffsetMs);
  const day = String(date.getUTCDate()).padStart(2, ' ');
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':');
  return `${day}-${months[date.getUTCMonth()]}-${date.getUTCFullYear()} ${time} +0900`;
}

/** https://www.rfc-editor.org/rfc/rfc9051#section-9 : `date-time`; undefined for anything else. */
export function parseImapDateTime(text: string): Instant | undefined {
  const found = /^([ \d]\d)-([A-Za-z]{3})-(\d{4}) (\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)$/.exec(text);
  if (found === null) return undefined;
  const [, day = '', month = '', year = '', hour, minute, second, sign, zoneHour, zoneMinute] = found;
  const number = dayNumber(Number(day), month, Number(year));
  if (number === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const zoneMs = (Number(zoneHour) * 60 + Number(zoneMinute)) * 60_000;
  const localMs = ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1_000;
  return number * dayMs + localMs - (sign === '-' ? -zoneMs : zoneMs);
}

/** The day of `1-Apr-2026`, counted from 1970; undefined for anything else. */
export function parseImapDay(text: string): number | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})-([A-Za-z]{3})-(\d{4})$/.exec(text) ?? [];
  return dayNumber(Number(day), month, Number(year));
}

/** The day that an instant falls on in Japan. */
export function dayOf(instant: Instant): number {
  return Math.floor((instant + japanOffsetMs) / dayMs);
}

/** The day of a Date field as it is written there, whatever its zone; undefined when it names none. */
export function dayOfDateField(value: string): number | undefined {
  const [, day = '', month = '', year = ''] = /(\d{1,2})\s+([A-Za-z]{3})\s+(\d{4})/.exec(value) ?? [];
  return dayNumber(Number(day), month, Number(year));
}

function dayNumber(day: number, month: string, year: number): number | undefined {
  const at = months.findIndex((name) => name.toLowerCase() === month.toLowerCase());
  const ms = Date.UTC(year, at, day);
  const isReal = at >= 0 && year >= 1970 && new Date(ms).getUTCDate() === day;
  return isReal ? ms / dayMs : undefined;
}
