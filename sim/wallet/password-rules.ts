import type { Bilingual } from '../errors/index.ts';

/** https://support.openbadge.net/en-us/register-wallet-account: 8 to 30 characters of upper and lower case, digits and symbols. */
export const passwordLength = { min: 8, max: 30 } as const;
export const passwordSymbols = '!@#$%^&+=';

export type PasswordRule = 'length' | 'upper' | 'lower' | 'digit' | 'symbol' | 'character';

export interface BrokenPasswordRule {
  readonly rule: PasswordRule;
  /** What a student reads; it never repeats what was typed. */
  readonly sentence: Bilingual;
}

/** Each rule as a form lists it, in the order in which a form lists them. */
export const passwordRules: Readonly<Record<PasswordRule, Bilingual>> = {
  length: { ja: '8文字以上30文字以下で入力してください。', en: 'Use 8 to 30 characters.' },
  upper: { ja: '英大文字（A〜Z）を1文字以上入れてください。', en: 'Include at least one capital letter (A-Z).' },
  lower: { ja: '英小文字（a〜z）を1文字以上入れてください。', en: 'Include at least one small letter (a-z).' },
  digit: { ja: '数字（0〜9）を1文字以上入れてください。', en: 'Include at least one digit (0-9).' },
  symbol: {
    ja: `記号（${passwordSymbols}）を1文字以上入れてください。`,
    en: `Include at least one of the symbols ${passwordSymbols}`,
  },
  character: {
    ja: `使える文字は、半角の英字、数字、記号（${passwordSymbols}）だけです。`,
    en: `Use only letters A-Z and a-z, digits, and the symbols ${passwordSymbols}`,
  },
};

const fullWidthSentence: Bilingual = {
  ja: '全角の文字は使えません。半角の英字、数字、記号で入力してください。',
  en: 'Full-width characters cannot be used. Switch the keyboard to half-width letters, digits and symbols.',
};

/** What people in Japan call 全角: full-width forms (U+FF01–FF60, U+FFE0–FFE6), the ideographic space, kana and kanji. */
const fullWidth = /[\u3000-\u303f\uff01-\uff60\uffe0-\uffe6\p{Script=Hiragana}\p{Script=Han}\u30a0-\u30ff]/u;

const symbolClass = '[!@#$%^&+=]';
const tests: Readonly<Record<PasswordRule, (password: string) => boolean>> = {
  length: (password) => {
    const characters = [...password].length;
    return characters >= passwordLength.min && characters <= passwordLength.max;
  },
  upper: (password) => /[A-Z]/.test(password),
  lower: (password) => /[a-z]/.test(password),
  digit: (password) => /[0-9]/.test(password),
  symbol: (password) => new RegExp(symbolClass).test(password),
  character: (password) => new RegExp(`^(?:[A-Za-z0-9]|${symbolClass})*$`).test(password),
};

/** Every rule that the password breaks, in the order of {@link passwordRules}; none when it may be used. */
export function brokenPasswordRules(password: string): BrokenPasswordRule[] {
  const rules = Object.keys(passwordRules) as PasswordRule[];
  return rules
    .filter((rule) => !tests[rule](password))
    .map((rule) => ({
      rule,
      sentence: rule === 'character' && fullWidth.test(password) ? fullWidthSentence : passwordRules[rule],
    }));
}
