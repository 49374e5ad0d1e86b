import { type Instant, japanOffsetMs } from '../kernel/index.ts';

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** https://www.rfc-editor.org/rfc/rfc5322#section-3.3 , in Japan's offset. */
export function dateField(instant: Instant): string {
  const date = new Date(instant + japanOffsetMs);
  const two = (n: number): string => String(n).padStart(2, '0');
  return (
    `${weekdays[date.getUTCDay()]}, ${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()} ` +
    `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} +0900`
  );
}
