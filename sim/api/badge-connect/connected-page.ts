import type { Connection } from '../../badge-connect/index.ts';
import type { Language } from '../../errors/index.ts';
import { html, page } from '../operation/index.ts';

const texts = {
  ja: {
    title: '接続しました',
    main: (title: string) => `「${title}」とバッジをやり取りできるようになりました。`,
    next: 'この画面を閉じて、アプリに戻ってください。',
  },
  en: {
    title: 'Connected',
    main: (title: string) => `Badges can now be sent to and read from “${title}”.`,
    next: 'Close this page and return to the app.',
  },
} as const;

/** What the browser shows when a host has sent the student back. */
export function connectedPage({ title, host }: Connection, language: Language): string {
  const text = texts[language];
  return page({
    language,
    title: text.title,
    main: html`<h1>${text.title}</h1>
<p>${text.main(title)}</p>
<p>${new URL(host).host}</p>
<p>${text.next}</p>`,
  });
}
