import type { Bilingual } from '../../errors/index.ts';

/** Schools and gates live by the time of Japan, whatever zone the phone is set to. */
const japanOffsetMs = 9 * 3_600_000;

/** The date of an instant in Japan. */
export function dateText(instant: number): Bilingual {
  const [year = '', month = '', day = ''] = new Date(instant + japanOffsetMs).toISOString().slice(0, 10).split('-');
  return { ja: `${year}年${Number(month)}月${Number(day)}日`, en: `${year}-${month}-${day}` };
}

/** To the second: what shows that a screen is live. */
export function timeText(instant: number): Bilingual {
  const time = new Date(instant + japanOffsetMs).toISOString().slice(11, 19);
  const date = dateText(instant);
  return { ja: `${date.ja} ${time}`, en: `${date.en} ${time}` };
}
