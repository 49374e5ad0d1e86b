import type { SystemScreen } from './system-state.ts';
import { systemOrigin } from './system-state.ts';

const policy = [
  "default-src 'none'",
  `script-src ${systemOrigin}`,
  `style-src ${systemOrigin}`,
  `font-src ${systemOrigin}`,
  `img-src ${systemOrigin} data:`,
  `connect-src ${systemOrigin}`,
  `base-uri ${systemOrigin}`,
  "form-action 'none'",
].join('; ');

/** The document of a page of the system; what is in it is made by `built/handset/system.js`. */
export function systemPage(screen: SystemScreen, language: 'ja' | 'en'): string {
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><base href="${systemOrigin}/">
<meta http-equiv="content-security-policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark"><link rel="icon" href="data:,"><title>${screen}</title>
<link rel="stylesheet" href="built/fonts.css" crossorigin><link rel="stylesheet" href="built/look.css" crossorigin>
<script type="module" src="built/system.js"></script></head>
<body><handset-system screen="${screen}"></handset-system></body></html>
`;
}
