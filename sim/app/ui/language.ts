import type { Bilingual } from '../../errors/index.ts';

export type Language = keyof Bilingual;

/** A text in both languages, or as the service said it in the one that was asked for. */
export type Said = Bilingual | string;

/** The phone's language, when the app speaks it. */
export function languageOf(tag: string): Language {
  return tag.toLowerCase().startsWith('ja') ? 'ja' : 'en';
}

export function sayIn(language: Language): (text: Said) => string {
  return (text) => (typeof text === 'string' ? text : text[language]);
}
