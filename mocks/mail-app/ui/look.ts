import { subjectZenkaku } from '../subject-cut.ts';
import type { Language } from './words.ts';

/** How the phone is set. It stands in the page's address, so that a picture of it can be asked for. */
export interface Look {
  readonly language: Language;
  readonly subjectZenkaku: number;
  readonly asText: boolean;
  readonly showsImages: boolean;
  /** The addresses that the phone is set up with, `a@x,b@y`; undefined for all of the world. */
  readonly accounts?: string;
}

export function lookOf(query: string, pageLanguage: string): Look {
  const given = new URLSearchParams(query);
  const length = Number(given.get('subject') ?? subjectZenkaku.default);
  const accounts = given.get('account');
  const { min, max } = subjectZenkaku;
  return {
    language: pageLanguage === 'en' ? 'en' : 'ja',
    subjectZenkaku: Number.isInteger(length) ? Math.min(max, Math.max(min, length)) : subjectZenkaku.default,
    asText: given.get('view') === 'text',
    showsImages: given.get('images') !== 'off',
    ...(accounts !== null && { accounts }),
  };
}

/** The part of an address that says how the phone is set: `?lang=ja&subject=21`. */
export function queryOf(look: Look): string {
  return `?${new URLSearchParams({
    lang: look.language,
    subject: String(look.subjectZenkaku),
    ...(look.asText && { view: 'text' }),
    ...(!look.showsImages && { images: 'off' }),
    ...(look.accounts !== undefined && { account: look.accounts }),
  })}`;
}
