import type { Language, SystemScreen } from './state.ts';

/** The policy of the pages: their own files and addresses alone. */
export const systemPagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The page of one of the phone's own screens, for `https://handset.test/<screen>`. */
export function systemPage(screen: SystemScreen, language: Language): string {
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${screen}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/built/fonts.css"><link rel="stylesheet" href="/built/look.css">
<script type="module" src="/built/system.js"></script></head>
<body><system-screen screen="${screen}"></system-screen></body></html>
`;
}
