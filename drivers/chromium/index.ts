export { type Chromium, launchChromium } from './chromium.ts';
export type { ChromiumProgram } from './chromium-program.ts';
export type { Answer, Listener } from './devtools-pipe.ts';
export { findChromium, requireChromium } from './find-chromium.ts';
export { guardTarget, type Paused } from './guard.ts';
export type { Box, Page, PageOptions } from './page.ts';
export type { BrowserContext, Target } from './target.ts';
