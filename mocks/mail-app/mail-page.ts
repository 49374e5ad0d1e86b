import type { Bilingual, Language } from '#sim/errors';
import type { ParsedMail } from '../mailbox/index.ts';
import { type SafeHtml, safeHtml } from './safe-html.ts';

/** Below which every link of a mail's page leads, beside the page itself. */
export const tappedPath = 'tapped';

/**
 * The policy of a page that holds a mail: no script, no origin, no form, and nothing fetched but our own fonts. It
 * holds even when somebody opens the address by itself. https://www.w3.org/TR/CSP3/#directive-sandbox
 */
export const mailPagePolicy = [
  'sandbox',
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

const inlineBytesMax = 1_000_000;
const rasterTypes = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** A mail's HTML as it is shown. */
export function shownHtml({ html = '', attachments }: ParsedMail, showsImages: boolean): SafeHtml {
  return safeHtml(html, {
    linksTo: tappedPath,
    showsImages,
    inlineImage(contentId) {
      const found = attachments.find((part) => part.contentId?.replace(/^<|>$/g, '') === contentId);
      if (found === undefined || !rasterTypes.has(found.mimeType) || typeof found.content === 'string')
        return undefined;
      const bytes = Buffer.from(found.content as ArrayBuffer);
      if (bytes.length > inlineBytesMax) return undefined;
      return `data:${found.mimeType};base64,${bytes.toString('base64')}`;
    },
  });
}

/** assumption: as a phone does it, a mail without colours of its own follows dark mode and any other stays on white. */
const ownLook = ':root{color-scheme:light;background:#fff;color:#1c1c1e}';
const phoneLook =
  ':root{color-scheme:light dark}@media(prefers-color-scheme:dark){:root{background:#1c1c1e;color:#f2f2f7}}';
const usualLook = `
body{margin:0;padding:16px;font:16px/1.65 "Noto Sans JP Variable",system-ui,sans-serif;overflow-wrap:anywhere}
img{max-width:100%;height:auto}
.todoku-no-image{display:inline-block;padding:4px 8px;border:1px dashed #8a8a93;border-radius:6px;font-size:13px}
.todoku-no-image:empty::before{content:"▨"}`;

/** The whole page of a mail, for a frame with `sandbox=""`. */
export function mailPage({ html, hasColours }: SafeHtml, fontsAt: string): string {
  // Styles of the mail come later than ours, as in a mail app.
  return `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>mail</title>
<link rel="stylesheet" href="${fontsAt}"><style>${hasColours ? ownLook : phoneLook}${usualLook}</style></head>
<body>${html}</body></html>
`;
}

const tapped: Bilingual = {
  ja: 'リンクは、開く前に行き先を確かめます。',
  en: 'A link is opened only after its address was shown.',
};

/** What a tap on a link leads to inside the frame: the app notices, and shows the links with their whole addresses. */
export function tappedPage(language: Language): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>link</title></head><body><p>${tapped[language]}</p></body></html>\n`;
}
