import type { Language } from '../../errors/index.ts';
import { html, page } from '../operation/index.ts';

/** Who began the connection: a student in the app, or a school's own system. */
export type CallbackReader = 'student' | 'school';

const texts = {
  ja: {
    title: '接続を続けます',
    next: {
      student: 'アプリに戻ると、接続が完了します。',
      school: 'お使いのシステムに戻ると、接続が完了します。',
    },
  },
  en: {
    title: 'Almost connected',
    next: {
      student: 'Go back to the app: it finishes the connection.',
      school: 'Go back to your system: it finishes the connection.',
    },
  },
} as const;

/** What the browser shows when a host has sent it back. It tells nothing of the connection: anybody may have opened it. */
export function callbackPage(reader: CallbackReader, language: Language): string {
  const { title, next } = texts[language];
  return page({
    language,
    title,
    main: html`<h1>${title}</h1>
<p class="next">${next[reader]}</p>`,
  });
}
