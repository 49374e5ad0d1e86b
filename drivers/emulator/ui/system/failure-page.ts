import { screenCatalogue } from '../../../handset/index.ts';
import type { Language } from './state.ts';
import { say, words } from './words.ts';

/** Why a browser has nothing to show. */
export interface PageFailureView {
  /** The address that was asked for. */
  readonly url: string;
  readonly reason: 'offline' | 'unreachable';
  readonly language: Language;
}

/**
 * What a browser shows in place of a page that did not come: one document that needs nothing else, to be answered at the
 * page's own address, so that loading it again asks again.
 */
export function failurePage({ url, reason, language }: PageFailureView): string {
  const host = URL.parse(url)?.host ?? url;
  const why = reason === 'offline' ? words.siteOffline[language] : say(words.siteUnreachable, language, { host });
  const [text] = screenCatalogue['site-unreachable'].texts;
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${words.siteTitle[language]}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark"><link rel="icon" href="data:,">
<link rel="stylesheet" href="https://handset.test/built/fonts.css"><style>${look}</style></head>
<body><main data-testid="screen-site-unreachable">
<svg viewBox="0 0 48 48" aria-hidden="true"><path d="M10 4h20l10 10v30H10zM30 4v10h10M18 24h2m10 0h2M17 36c4-5 12-5 16 0"/></svg>
<h1>${text[language]}</h1>
<p>${escaped(why)}</p>
<a class="reload" data-testid="reload" href="">${words.reload[language]}</a>
</main></body></html>
`;
}

const look = `
:root{color-scheme:light dark;--ink:#1f2328;--soft:#57606a;--accent:#0a5fd1;--on:#fff;background:#fff;color:var(--ink);
font:16px/1.6 "Noto Sans JP Variable",system-ui,sans-serif}
@media(prefers-color-scheme:dark){:root{--ink:#e8eaed;--soft:#a8adb4;--accent:#8ab8ff;--on:#06213f;background:#1c1c1e}}
body{margin:0}
main{box-sizing:border-box;max-width:600px;min-height:100dvh;margin:auto;
padding:calc(env(safe-area-inset-top) + 96px) 28px calc(env(safe-area-inset-bottom) + 28px);overflow-wrap:anywhere}
svg{width:56px;fill:none;stroke:var(--soft);stroke-width:2.5;stroke-linecap:round;stroke-linejoin:round}
h1{margin:20px 0 8px;font-size:1.375rem;line-height:1.4}
p{margin:0 0 24px;color:var(--soft)}
.reload{display:inline-flex;align-items:center;min-height:44px;padding:0 24px;border-radius:22px;background:var(--accent);
color:var(--on);font-weight:500;text-decoration:none}
`;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
