import type { Phone } from '../phone/phone.ts';

/** The instant that the phone shows. */
function shownInstant({ clock, clockSkewMs }: Phone): number {
  return clock.now + clockSkewMs;
}

/** The phone’s date and time in its time zone, by tokens as dayjs has them: `YYYY-MM-DDTHH:mm:ssZ`. */
export function deviceTime(phone: Phone, format = 'YYYY-MM-DDTHH:mm:ssZ'): string {
  const instant = shownInstant(phone);
  const offset = offsetMinutes(instant, phone.look.timeZone);
  const local = new Date(instant + offset * 60_000).toISOString();
  const sign = offset < 0 ? '-' : '+';
  const [hours, minutes] = [Math.trunc(Math.abs(offset) / 60), Math.abs(offset) % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  const values: Readonly<Record<string, string>> = {
    YYYY: local.slice(0, 4),
    YY: local.slice(2, 4),
    MM: local.slice(5, 7),
    DD: local.slice(8, 10),
    HH: local.slice(11, 13),
    mm: local.slice(14, 16),
    ss: local.slice(17, 19),
    SSS: local.slice(20, 23),
    Z: `${sign}${hours}:${minutes}`,
    ZZ: `${sign}${hours}${minutes}`,
  };
  return format.replace(/\[([^\]]*)\]|YYYY|YY|MM|DD|HH|mm|SSS|ss|ZZ|Z/g, (token, literal) => literal ?? values[token]);
}

/** East of Greenwich is positive. */
function offsetMinutes(instant: number, timeZone: string): number {
  const shown = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(instant);
  const name = shown.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
