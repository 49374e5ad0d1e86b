import type { Bilingual } from '#sim/errors';
import { perCell } from '../language/index.ts';

/** `パスワード「abc123」`; a masked one, as the events of a run have it, is only called a password. */
export function passwordWords(password: string | undefined): Bilingual {
  const cell = perCell(password);
  if (cell !== undefined) return { ja: `パスワード（${cell.ja}）`, en: `a password (${cell.en})` };
  return password === undefined || /^•+$/.test(password)
    ? { ja: 'パスワード', en: 'password' }
    : { ja: `パスワード「${password}」`, en: `the password "${password}"` };
}
