export { type Chromium, launchChromium } from './chromium.ts';
export { findChromium, requireChromium } from './find-chromium.ts';
export type { Box, Page, PageOptions } from './page.ts';
