import type { Bilingual } from '../../errors/index.ts';

/** What a password must have, in the order of the service's own rules; the service judges, this only tells early. */
const conditions = [
  {
    id: 'length',
    text: { ja: '8〜30文字', en: '8 to 30 characters' },
    holds: (password: string) => [...password].length >= 8 && [...password].length <= 30,
  },
  {
    id: 'upper',
    text: { ja: '英大文字（A〜Z）', en: 'A capital letter (A-Z)' },
    holds: (password: string) => /[A-Z]/.test(password),
  },
  {
    id: 'lower',
    text: { ja: '英小文字（a〜z）', en: 'A small letter (a-z)' },
    holds: (password: string) => /[a-z]/.test(password),
  },
  {
    id: 'digit',
    text: { ja: '数字（0〜9）', en: 'A digit (0-9)' },
    holds: (password: string) => /[0-9]/.test(password),
  },
  {
    id: 'symbol',
    text: { ja: '記号（!@#$%^&+=）', en: 'A symbol (!@#$%^&+=)' },
    holds: (password: string) => /[!@#$%^&+=]/.test(password),
  },
  {
    id: 'character',
    text: { ja: '使える半角文字だけ', en: 'Only these half-width characters' },
    holds: (password: string) => password !== '' && /^[A-Za-z0-9!@#$%^&+=]*$/.test(password),
  },
] as const;

export interface PasswordCondition {
  readonly id: string;
  readonly text: Bilingual;
  readonly isMet: boolean;
}

export function passwordConditions(password: string): PasswordCondition[] {
  return conditions.map(({ id, text, holds }) => ({ id, text, isMet: holds(password) }));
}
