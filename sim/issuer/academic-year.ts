import { ServiceError } from '../errors/index.ts';
import { type Instant, japanOffsetMs, parseInstant } from '../kernel/index.ts';

/** An academic year by the calendar year it begins in: `2026` is 2026-04-01 to 2027-03-31 in Japan. */
export type AcademicYear = string;

const dayMs = 86_400_000;

export function academicYearAt(instant: Instant): AcademicYear {
  const date = new Date(instant + japanOffsetMs);
  return String(date.getUTCMonth() < 3 ? date.getUTCFullYear() - 1 : date.getUTCFullYear());
}

/** The first instant of the year and the last second of it. Throws TypeError for what is no year. */
export function academicYearBounds(year: AcademicYear): { readonly from: Instant; readonly until: Instant } {
  const from = parseInstant(`${year}-04-01T00:00:00+09:00`);
  const until = parseInstant(`${String(Number(year) + 1).padStart(4, '0')}-03-31T23:59:59+09:00`);
  if (from === undefined || until === undefined) throw new TypeError(`${year} is no academic year`);
  return { from, until };
}

/** 00:00 of the instant's day in Japan. */
export function startOfDay(instant: Instant): Instant {
  return Math.floor((instant + japanOffsetMs) / dayMs) * dayMs - japanOffsetMs;
}

/** 23:59:59 of the instant's day in Japan. */
export function endOfDay(instant: Instant): Instant {
  return startOfDay(instant) + dayMs - 1_000;
}

/** Lets a year through. Throws ServiceError `period-invalid`. */
export function checkPeriod(year: string): AcademicYear {
  if (!/^20\d\d$/.test(year)) throw new ServiceError('period-invalid');
  return year;
}
