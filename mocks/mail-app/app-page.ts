import type { Bilingual, Language } from '#sim/errors';

/**
 * The policy of the app's own page: its own files, and mails in frames of its own address. What a mail would navigate
 * its frame to is held by `frame-src`. https://www.w3.org/TR/CSP3/#directive-frame-src
 */
export const appPagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  'img-src data:',
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const title: Bilingual = { ja: 'メール', en: 'Mail' };
const scriptless: Bilingual = {
  ja: 'この画面には JavaScript が必要です。ブラウザーの設定で有効にしてください。',
  en: 'This page needs JavaScript. Please turn it on in the settings of the browser.',
};
const notBuilt: Bilingual = {
  ja: '画面のファイルがまだありません。npm run build を実行してから、読み込み直してください。',
  en: 'The files of this page are not there yet. Run npm run build, then load it again.',
};

/** The page that starts the app. */
export function appPage(language: Language, isBuilt: boolean): string {
  const files = isBuilt
    ? `<link rel="stylesheet" href="built/fonts.css"><link rel="stylesheet" href="built/look.css">
<script type="module" src="built/mail-app.js"></script>`
    : '';
  const body = isBuilt
    ? `<mail-app></mail-app><noscript>${scriptless[language]}</noscript>`
    : `<p>${notBuilt[language]}</p>`;
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${title[language]}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
${files}</head>
<body>${body}</body></html>
`;
}
