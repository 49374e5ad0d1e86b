import type { Language } from '#sim/errors';
import type { Terminal } from './terminal.ts';

/** The language of the environment, as POSIX looks for it: Japanese when it says so, else English. */
export function environmentLanguage({ environment }: Pick<Terminal, 'environment'>): Language {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return /^ja([_.@-]|$)/i.test(locale) ? 'ja' : 'en';
}
